import { NodeError } from '@millrace/node-sdk';
import type { SecretMask } from '@millrace/server-credentials';
import { DomainError, conflict } from '@millrace/server-platform';

/** Nobody has said which model to ask. */
export function notConfigured(missing: string): DomainError {
  return conflict('ASSISTANT_NOT_CONFIGURED', `Magic Input needs a model: ${missing}`);
}

/** What went wrong with the model, for the person who asked. */
export function modelFailed(error: unknown, mask: SecretMask): unknown {
  if (!(error instanceof NodeError)) return error;
  const { code, fault, message, retryAfterMs } = error.failure;
  if (fault === 'bug') return error;
  const retryAfterSeconds = retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
  // Waiting helps, but the person sees it at once: their mutation answers, and they may press the button again.
  return new DomainError({ code, status: 422, message: mask.text(message), cause: error, ...retryAfterSeconds });
}
