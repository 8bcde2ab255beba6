import { DomainError, Logger } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { testAddressClosed } from '../triggers.errors';
import { answerError, CALLER_HEADERS } from '../webhooks/webhook-answer';
import { readWebhookBody } from '../webhooks/webhook-body';
import { requestValue, singleHeaders } from '../webhooks/webhook-request';
import { WebhookCaptures } from './webhook-captures';
import { WebhookListeners } from './webhook-listeners';

const MAX_PATH = 2_000;

/** Takes calls at test addresses, with any method: nothing runs, the call is kept. */
@Injectable()
export class TestEndpoint {
  constructor(
    private readonly listeners: WebhookListeners,
    private readonly captures: WebhookCaptures,
    private readonly logger: Logger,
  ) {}

  /** `/hooks/test/<token>/<path>`. Always answers; never rejects. */
  async handle(token: string, path: string, request: Request, response: Response): Promise<void> {
    response.set(CALLER_HEADERS);
    try {
      const captureId = await this.#capture(token, path, request, response);
      response.status(200).json({ captured: true, captureId });
    } catch (error) {
      if (!(error instanceof DomainError)) this.logger.error({ error }, 'a call at a test address failed');
      answerError(response, error);
    }
  }

  async #capture(token: string, path: string, request: Request, response: Response): Promise<string> {
    // Before the body is read: strangers get no memory from us.
    const listener = await this.listeners.find(token);
    if (!listener) throw testAddressClosed();
    const body = await readWebhookBody(request, response);
    // The token opens the address, so it is not shown to the workflow.
    const whole = { ...requestValue(request, singleHeaders(request), body.value), path: `/${path}` };
    const value = listener.output === 'body' ? body.value : whole;
    return this.captures.keep(listener, {
      method: request.method,
      // Postgres has no text with NUL in it.
      path: path.replaceAll('\u0000', '').slice(0, MAX_PATH),
      value,
      request: whole,
    });
  }
}
