import { conflict, DomainError, invalid, notFound } from '@millrace/server-platform';
import type { AuthRefusal } from './webhooks/webhook-auth';

export const webhookNotFound = (): DomainError =>
  notFound(
    'WEBHOOK_NOT_FOUND',
    'No webhook listens here. Check the address, and that its workflow is published and enabled.',
  );

export const webhookMethodNotAllowed = (methods: readonly string[]): DomainError =>
  new DomainError({
    code: 'WEBHOOK_METHOD_NOT_ALLOWED',
    status: 405,
    message: `This webhook takes ${methods.join(', ')} only.`,
    details: { methods },
  });

const REFUSALS: Record<AuthRefusal, string> = {
  missing: 'This webhook wants authentication and the call carries none.',
  wrong: 'The authentication of this call is not valid.',
  stale: 'The signature of this call is too old or from the future: check the clock of the sender.',
};

export const webhookUnauthorized = (refusal: AuthRefusal): DomainError =>
  new DomainError({ code: 'WEBHOOK_UNAUTHORIZED', status: 401, message: REFUSALS[refusal] });

export const webhookWithoutSecret = (): DomainError =>
  conflict(
    'WEBHOOK_WITHOUT_SECRET',
    'This webhook takes calls without authentication, so it has no secret. Choose a way to authenticate and publish.',
  );

export const webhookSecretElsewhere = (): DomainError =>
  conflict(
    'WEBHOOK_SECRET_IN_CREDENTIAL',
    'Callers of this webhook sign with a secret of their own, which is in a credential. Change it there.',
  );

export const webhookNotReady = (): DomainError =>
  new DomainError({
    code: 'WEBHOOK_NOT_READY',
    status: 503,
    message: 'The secret that calls of this webhook are signed with is not at hand at the moment. Call again later.',
    retryAfterSeconds: 10,
  });

export const webhookPathTaken = (path: string): DomainError =>
  conflict('WEBHOOK_PATH_TAKEN', `Another live webhook already listens at "/hooks/${path}". Choose another path.`, {
    path,
  });

export const webhookBodyInvalid = (reason: string): DomainError =>
  invalid('WEBHOOK_BODY_INVALID', `The body of this call cannot be read: ${reason}`);

export const scheduleInvalid = (nodeId: string, reason: string): DomainError =>
  new DomainError({ code: 'SCHEDULE_INVALID', status: 422, message: reason, details: { nodeId } });

export const scheduleNotFound = (): DomainError =>
  notFound('SCHEDULE_NOT_FOUND', 'There is no such schedule here, or its workflow no longer has it.');

export const backfillNotFound = (): DomainError => notFound('BACKFILL_NOT_FOUND', 'There is no such backfill here.');

export const backfillRefused = (reason: string): DomainError => invalid('BACKFILL_REFUSED', reason);

export const triggerConfigInvalid = (nodeId: string, reason: string): DomainError =>
  new DomainError({ code: 'TRIGGER_CONFIG_INVALID', status: 422, message: reason, details: { nodeId } });

export const tooManyWebhooks = (): DomainError =>
  conflict(
    'WEBHOOK_AMBIGUOUS',
    'This workflow has several webhooks: call the one you mean by its own address under /hooks/.',
  );

export const testAddressClosed = (): DomainError =>
  notFound(
    'TEST_ADDRESS_CLOSED',
    'Nobody listens at this test address any more: it takes calls for two minutes. Listen again in the editor.',
  );

export const triggerNodeNotFound = (nodeId: string): DomainError =>
  notFound('NODE_NOT_FOUND', `The draft has no node "${nodeId}". Save the draft, then listen.`);

export const notAWebhook = (nodeId: string): DomainError =>
  invalid('NOT_A_WEBHOOK', `Node "${nodeId}" is not started by webhooks, so it has no test address.`);
