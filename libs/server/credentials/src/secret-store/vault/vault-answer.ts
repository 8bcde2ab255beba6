import type { SecretsErrorCode } from '../secrets-error';

/** What Vault answered. `body` is parsed JSON, a text that is none, or empty. */
export interface VaultAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What an answer means. */
export type VaultVerdict =
  | { readonly kind: 'ok' }
  /** Waiting mends it. `applied`: whether a write may have been carried out nevertheless. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly applied: 'no' | 'maybe' }
  /** 403: the token is dead, or a policy says no. Only asking about the token tells which. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly code: SecretsErrorCode; readonly reason: string }
  /** We asked for something that Vault cannot do: ours to mend. */
  | { readonly kind: 'bug'; readonly reason: string };

const ok: VaultVerdict = { kind: 'ok' };
const unavailable = (reason: string, applied: 'no' | 'maybe' = 'no'): VaultVerdict => ({
  kind: 'unavailable',
  reason,
  applied,
});
const failed = (code: SecretsErrorCode, reason: string): VaultVerdict => ({ kind: 'failed', code, reason });
const bug = (reason: string): VaultVerdict => ({ kind: 'bug', reason });

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What follows `data` in a body, such as `fieldsOf(body, 'data', 'metadata')`. */
export function dig(body: unknown, ...names: readonly string[]): unknown {
  return names.reduce(fieldOf, body);
}

/** The messages of Vault. They may quote what was sent: match them, never show them. */
function messagesOf(body: unknown): string {
  const errors = fieldOf(body, 'errors');
  return Array.isArray(errors) ? errors.join('\n') : typeof body === 'string' ? body : '';
}

/**
 * Reads an answer to a request about a secret or a token. Texts of Vault are no stable interface: only the two that nothing
 * else tells apart are matched loosely, everything else is status and shape. Reasons never quote the answer.
 */
export function judgeAnswer({ status, body }: VaultAnswer): VaultVerdict {
  switch (status) {
    case 200:
    case 204:
      return ok;
    case 301:
      return bug('the path is not clean (301)');
    case 302:
    case 307:
    case 308:
      return unavailable('the active node is gone');
    case 400:
      return judgeBadRequest(body);
    case 403:
      return { kind: 'denied' };
    case 404:
      return judgeNotFound(body);
    case 412:
      return unavailable('it has not caught up yet');
    case 429:
      return unavailable('it throttles us');
    case 500:
      return judgeServerError(body);
    case 472:
    case 473:
    case 501:
    case 503:
      return unavailable(/sealed/.test(messagesOf(body)) ? 'sealed' : `status ${status}`);
    default:
      return status > 500 ? unavailable(`status ${status}`, 'maybe') : bug(`status ${status}`);
  }
}

function judgeBadRequest(body: unknown): VaultVerdict {
  const messages = messagesOf(body);
  if (/check-and-set/.test(messages)) {
    return /required/.test(messages) ? bug('no version was expected') : failed('CONFLICT', 'another version is newest');
  }
  if (/HTTPS server/.test(messages)) {
    return failed('SECRETS_MISCONFIGURED', 'VAULT_ADDR says http, the server speaks https');
  }
  return bug('status 400');
}

function judgeNotFound(body: unknown): VaultVerdict {
  const metadata = dig(body, 'data', 'metadata');
  if (fieldOf(metadata, 'destroyed') === true) return failed('CREDENTIAL_DESTROYED', 'the version was destroyed');
  const deletedAt = fieldOf(metadata, 'deletion_time');
  if (typeof deletedAt === 'string' && deletedAt !== '') return failed('CREDENTIAL_DELETED', 'the version was deleted');
  const warnings = fieldOf(body, 'warnings');
  if (Array.isArray(warnings) && warnings.length > 0) {
    return failed('SECRETS_MISCONFIGURED', 'the mount is not a KV engine of version 2');
  }
  const errors = fieldOf(body, 'errors');
  if (Array.isArray(errors) && errors.length === 0) return failed('NOT_FOUND', 'nothing there');
  return failed('SECRETS_MISCONFIGURED', 'there is no such mount');
}

function judgeServerError(body: unknown): VaultVerdict {
  if (/message authentication failed/.test(messagesOf(body))) {
    return failed('SECRETS_MISCONFIGURED', 'its key does not open what it keeps');
  }
  return unavailable(/not active/.test(messagesOf(body)) ? 'it elects a leader' : 'status 500', 'maybe');
}
