import { randomBytes } from 'node:crypto';
import { Public } from '@millrace/server-identity';
import { DomainError, RateLimits } from '@millrace/server-platform';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { fieldsIn, readFields } from '../pages/form-fields';
import { notePage, sendPage, type Page } from '../pages/page';
import { formPage, isTrapped, ONCE, thanksPage } from '../waits/form-page';
import { FormStarts } from './form-starts';

const ONCE_TEXT = /^[\w-]{22}$/;

/** Public forms that start runs. Strangers are limited by address, each form by its own limit, and machines by a trap. */
@ApiExcludeController()
@Controller('forms/start')
export class StartFormController {
  constructor(
    private readonly starts: FormStarts,
    private readonly limits: RateLimits,
  ) {}

  @Public()
  @Get(':token/:node')
  show(@Param('token') token: string, @Param('node') node: string, @Res() response: Response): Promise<void> {
    return this.#page(response, async () => formPage((await this.starts.find(token, node)).ask, { once: newOnce() }));
  }

  @Public()
  @Post(':token/:node')
  send(
    @Param('token') token: string,
    @Param('node') node: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    return this.#page(response, () => this.#sent(token, node, body));
  }

  async #sent(token: string, node: string, body: unknown): Promise<Page> {
    const form = await this.starts.find(token, node);
    const reading = readFields(fieldsIn(form.ask['fields']), body);
    if (Object.keys(reading.errors).length > 0) return formPage(form.ask, { reading, once: newOnce() });
    // Machines are thanked too, so that they learn nothing.
    if (isTrapped(body)) return thanksPage(form.ask);
    await this.limits.eachWebhook?.consume(`form:${form.workflowId}:${node}`);
    await this.starts.start(form, reading.values, onceIn(body));
    return thanksPage(form.ask);
  }

  async #page(response: Response, make: () => Promise<Page>): Promise<void> {
    try {
      sendPage(response, await make());
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      if (error.retryAfterSeconds !== undefined)
        response.set('retry-after', String(Math.ceil(error.retryAfterSeconds)));
      sendPage(response, notePage(error.status, 'This form is not here', error.message));
    }
  }
}

function newOnce(): string {
  return randomBytes(16).toString('base64url');
}

function onceIn(body: unknown): string | undefined {
  const once = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[ONCE] : undefined;
  return typeof once === 'string' && ONCE_TEXT.test(once) ? once : undefined;
}
