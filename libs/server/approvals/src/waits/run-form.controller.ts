import { Public } from '@millrace/server-identity';
import { DomainError } from '@millrace/server-platform';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { fieldsIn, readFields } from '../pages/form-fields';
import { notePage, sendPage, type Page } from '../pages/page';
import { formPage, isTrapped, thanksPage } from './form-page';
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
  ) {}

  @Public()
  @Get(':token')
  show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.#page(response, () => this.#shown(token));
  }

  @Public()
  @Get(':token/*node')
  showNode(
    @Param('token') token: string,
    @Param('node') node: string | string[],
    @Res() response: Response,
  ): Promise<void> {
    return this.#page(response, () => this.#shown(token, [node].flat().join('/')));
  }

  @Public()
  @Post(':token')
  send(@Param('token') token: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    return this.#page(response, () => this.#sent(body, token));
  }

  @Public()
  @Post(':token/*node')
  sendNode(
    @Param('token') token: string,
    @Param('node') node: string | string[],
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    return this.#page(response, () => this.#sent(body, token, [node].flat().join('/')));
  }

  async #shown(token: string, nodeKey?: string): Promise<Page> {
    return formPage((await this.#find(token, nodeKey)).ask);
  }

  async #sent(body: unknown, token: string, nodeKey?: string): Promise<Page> {
    const node = await this.#find(token, nodeKey);
    const reading = readFields(fieldsIn(node.ask['fields']), body);
    if (Object.keys(reading.errors).length > 0) return formPage(node.ask, { reading });
    // Machines are thanked too, so that they learn nothing.
    if (!isTrapped(body)) await this.nodes.answer(node, reading.values);
    return thanksPage(node.ask);
  }

  #find(token: string, nodeKey?: string): Promise<WaitingNode> {
    const executionId = this.doors.executionOf('form', token);
    if (executionId === null) throw doorNotFound();
    return this.nodes.find('form', executionId, nodeKey);
  }

  async #page(response: Response, make: () => Promise<Page>): Promise<void> {
    try {
      sendPage(response, await make());
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(error.retryAfterSeconds));
      sendPage(response, notePage(error.status, TITLES[error.code] ?? 'This form is not here', error.message));
    }
  }
}

const TITLES: Readonly<Record<string, string>> = {
  WAIT_OVER: 'This form was sent already',
  WAIT_NOT_YET: 'This form is not ready yet',
};
