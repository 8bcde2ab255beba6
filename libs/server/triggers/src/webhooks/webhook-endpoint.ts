import { DomainError, Logger } from '@millrace/server-platform';
import { ExecutionFeed, StartExecutions, type StartedExecution } from '@millrace/server-executions';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import {
  tooManyWebhooks,
  webhookMethodNotAllowed,
  webhookNotFound,
  webhookNotReady,
  webhookUnauthorized,
} from '../triggers.errors';
import { answerChallenge, answerError, answerFinished, answerStarted, CALLER_HEADERS } from './webhook-answer';
import { challengeIn } from './signature-presets';
import { checkWebhookAuth, isSignedAuth } from './webhook-auth';
import { readWebhookBody, type WebhookBody } from './webhook-body';
import { WebhookDeliveries } from './webhook-deliveries';
import type { WebhookRecord } from './webhook-record';
import { WebhookRegistry } from './webhook-registry';
import { requestValue, singleHeaders } from './webhook-request';
import { WebhookSecrets } from './webhook-secrets';

const NO_BODY = Buffer.alloc(0);

/** Takes webhook calls: finds the webhook, checks the caller, starts the run durably, then answers as the webhook says. */
@Injectable()
export class WebhookEndpoint {
  constructor(
    private readonly registry: WebhookRegistry,
    private readonly secrets: WebhookSecrets,
    private readonly executions: StartExecutions,
    private readonly feed: ExecutionFeed,
    private readonly deliveries: WebhookDeliveries,
    private readonly logger: Logger,
  ) {}

  /** `/hooks/<path>`. Always answers; never rejects. */
  handlePath(path: string, request: Request, response: Response): Promise<void> {
    return this.#handle(() => this.registry.byPath(path), request, response);
  }

  /** `/api/webhooks/<workflowId>`: the only webhook of the workflow. Always answers; never rejects. */
  handleWorkflow(workflowId: string, request: Request, response: Response): Promise<void> {
    return this.#handle(() => this.#onlyWebhookOf(workflowId), request, response);
  }

  async #handle(find: () => Promise<WebhookRecord | undefined>, request: Request, response: Response): Promise<void> {
    response.set(CALLER_HEADERS);
    try {
      const webhook = await find();
      if (!webhook) throw webhookNotFound();
      await this.#take(webhook, request, response);
    } catch (error) {
      if (!(error instanceof DomainError)) this.logger.error({ error }, 'a webhook call failed');
      answerError(response, error);
    }
  }

  async #onlyWebhookOf(workflowId: string): Promise<WebhookRecord | undefined> {
    if (!isUuid(workflowId)) return undefined;
    const webhooks = await this.registry.byWorkflow(workflowId.toLowerCase());
    if (webhooks.length > 1) throw tooManyWebhooks();
    return webhooks[0];
  }

  async #take(webhook: WebhookRecord, request: Request, response: Response): Promise<void> {
    if (!webhook.methods.includes(request.method)) {
      response.set('allow', webhook.methods.join(', '));
      throw webhookMethodNotAllowed(webhook.methods);
    }
    const headers = singleHeaders(request);
    if (!this.secrets.isReady(webhook)) throw webhookNotReady();
    const isSigned = isSignedAuth(webhook.auth);
    // Before the body is read, wherever the body is not part of the proof: strangers get no memory from us.
    if (!isSigned) this.#authenticate(webhook, headers, NO_BODY);
    const body = await readWebhookBody(request, response);
    if (isSigned) this.#authenticate(webhook, headers, body.raw);
    const challenge = challengeIn(webhook.auth, body.value);
    if (challenge !== undefined) return answerChallenge(response, challenge);
    const started = await this.#start(webhook, headers, { request, body });
    await this.#answer(webhook, started, response);
  }

  #authenticate(webhook: WebhookRecord, headers: Record<string, string>, rawBody: Buffer): void {
    const call = { headers, rawBody, nowMs: Date.now() };
    const refusal = checkWebhookAuth(webhook.auth, this.secrets.of(webhook), webhook.settings.hmac, call);
    if (refusal) throw webhookUnauthorized(refusal);
  }

  #start(
    webhook: WebhookRecord,
    headers: Record<string, string>,
    call: { request: Request; body: WebhookBody },
  ): Promise<StartedExecution> {
    const idempotency = this.deliveries.of(webhook, headers, call.body);
    return this.executions.start({
      workspaceId: webhook.workspaceId,
      workflowId: webhook.workflowId,
      versionId: webhook.versionId,
      triggerNodeId: webhook.nodeId,
      trigger:
        webhook.settings.output === 'body' ? call.body.value : requestValue(call.request, headers, call.body.value),
      mode: 'webhook',
      ...(idempotency ? { idempotency } : {}),
    });
  }

  async #answer(webhook: WebhookRecord, started: StartedExecution, response: Response): Promise<void> {
    response.set('x-execution-id', started.executionId);
    if (webhook.settings.response === 'immediate') return answerStarted(response, started);
    const hungUp = new AbortController();
    response.once('close', () => hungUp.abort());
    const timeoutMs = webhook.settings.responseTimeoutSeconds * 1_000;
    const finished = await this.feed.finished(started.executionId, { timeoutMs, signal: hungUp.signal });
    if (hungUp.signal.aborted && !response.writable) return;
    if (finished) answerFinished(response, started, finished, webhook.auth === 'none' ? 'stranger' : 'known');
    else answerStarted(response, started);
  }
}
