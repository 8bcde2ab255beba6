import { Public } from '@millrace/server-identity';
import type { JsonObject } from '@millrace/workflow-model';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { fieldsIn, readFields, type FormReading } from '../pages/form-fields';
import type { Page } from '../pages/page';
import { SentForms, type SentForm } from '../pages/sent-form';
import { answerWithPage, formPage, isTrapped, thanksPage } from './form-page';
import { RunDoors } from './run-doors';
import { WaitingNodes, type WaitingNode } from './waiting-nodes';
import { doorNotFound } from './waits.errors';

/** Forms in the middle of runs: one page, one submission. */
@ApiExcludeController()
@Controller('forms/run')
export class RunFormController {
  constructor(
    private readonly doors: RunDoors,
    private readonly nodes: WaitingNodes,
    private readonly forms: SentForms,
  ) {}

  @Public()
  @Get(':token')
  show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return answerWithPage(response, () => this.#shown(token));
  }

  @Public()
  @Get(':token/*node')
  showNode(
    @Param('token') token: string,
    @Param('node') node: string | string[],
    @Res() response: Response,
  ): Promise<void> {
    return answerWithPage(response, () => this.#shown(token, [node].flat().join('/')));
  }

  @Public()
  @Post(':token')
  send(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#taken(request, response, token);
  }

  @Public()
  @Post(':token/*node')
  sendNode(
    @Param('token') token: string,
    @Param('node') node: string | string[],
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.#taken(request, response, token, [node].flat().join('/'));
  }

  async #shown(token: string, nodeKey?: string): Promise<Page> {
    return this.#drawn((await this.#find(token, nodeKey)).ask);
  }

  #taken(request: Request, response: Response, token: string, nodeKey?: string): Promise<void> {
    return answerWithPage(response, async () => {
      const node = await this.#find(token, nodeKey);
      return this.#sent(node, await this.forms.read(request, response));
    });
  }

  async #sent(node: WaitingNode, { body, files }: SentForm): Promise<Page> {
    const reading = readFields(fieldsIn(node.ask['fields']), body, files);
    if (Object.keys(reading.errors).length > 0) return this.#drawn(node.ask, reading);
    // Machines are thanked too, so that they learn nothing.
    if (!isTrapped(body)) await this.nodes.answer(node, reading.values);
    return thanksPage(node.ask);
  }

  #drawn(ask: JsonObject, reading?: FormReading): Page {
    return formPage(ask, { reading, maxFileBytes: this.forms.maxFileBytes });
  }

  #find(token: string, nodeKey?: string): Promise<WaitingNode> {
    const executionId = this.doors.executionOf('form', token);
    if (executionId === null) throw doorNotFound();
    return this.nodes.find('form', executionId, nodeKey);
  }
}
