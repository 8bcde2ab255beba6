import { randomBytes } from 'node:crypto';
import { Public } from '@millrace/server-identity';
import { RateLimits } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { fieldsIn, readFields, type FormReading } from '../pages/form-fields';
import type { Page } from '../pages/page';
import { SentForms, type SentForm } from '../pages/sent-form';
import { answerWithPage, formPage, isTrapped, ONCE, thanksPage } from '../waits/form-page';
import { FormStarts, type StartForm } from './form-starts';

const ONCE_TEXT = /^[\w-]{22}$/;

/** Public forms that start runs. Strangers are limited by address, each form by its own limit, and machines by a trap. */
@ApiExcludeController()
@Controller('forms/start')
export class StartFormController {
  constructor(
    private readonly starts: FormStarts,
    private readonly limits: RateLimits,
    private readonly forms: SentForms,
  ) {}

  @Public()
  @Get(':token/:node')
  show(@Param('token') token: string, @Param('node') node: string, @Res() response: Response): Promise<void> {
    return answerWithPage(response, async () => this.#drawn((await this.starts.find(token, node)).ask));
  }

  /** A link that was cut off. */
  @Public()
  @Get(':token')
  showNothing(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.show(token, '', response);
  }

  @Public()
  @Post(':token/:node')
  send(
    @Param('token') token: string,
    @Param('node') node: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return answerWithPage(response, async () => {
      const form = await this.starts.find(token, node);
      return this.#sent(form, await this.forms.read(request, response));
    });
  }

  async #sent(form: StartForm, { body, files }: SentForm): Promise<Page> {
    const reading = readFields(fieldsIn(form.ask['fields']), body, files);
    if (Object.keys(reading.errors).length > 0) return this.#drawn(form.ask, reading);
    // Machines are thanked too, so that they learn nothing.
    if (isTrapped(body)) return thanksPage(form.ask);
    await this.limits.eachWebhook?.consume(`form:${form.workflowId}:${form.nodeId}`);
    await this.starts.start(form, reading.values, onceIn(body));
    return thanksPage(form.ask);
  }

  #drawn(ask: JsonObject, reading?: FormReading): Page {
    return formPage(ask, { reading, once: newOnce(), maxFileBytes: this.forms.maxFileBytes });
  }
}

function newOnce(): string {
  return randomBytes(16).toString('base64url');
}

function onceIn(body: unknown): string | undefined {
  const once = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[ONCE] : undefined;
  return typeof once === 'string' && ONCE_TEXT.test(once) ? once : undefined;
}
