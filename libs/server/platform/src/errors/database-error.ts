import { DomainError } from './domain-error';

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '25P03', // idle_in_transaction_session_timeout
]);

/** pg throws these without a code. */
const connectionMessages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|Cannot use a pool after calling end|Driver not Connected)/;

function shapeOf(error: unknown): {
  code?: unknown;
  message?: unknown;
  detail?: unknown;
  driverError?: unknown;
  errors?: unknown;
} {
  return typeof error === 'object' && error !== null ? error : {};
}

/** Whether the failure is that Postgres cannot be reached right now, and not what was asked of it. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, message, driverError, errors } = shapeOf(error);
  if (typeof code === 'string' && (connectionCodes.has(code) || code.startsWith('08'))) return true;
  if (typeof message === 'string' && connectionMessages.test(message)) return true;
  if (driverError !== undefined && driverError !== error) return isDatabaseUnavailable(driverError);
  return Array.isArray(errors) && errors.length > 0 && errors.every(isDatabaseUnavailable);
}

/** Whether Postgres ended the statement because it took too long, or because waiting for a lock did. */
export function isStatementTimeout(error: unknown): boolean {
  const { code, driverError } = shapeOf(error);
  if (code === '57014' || code === '55P03') return true;
  return driverError !== undefined && driverError !== error && isStatementTimeout(driverError);
}

/** Whether a text that somebody sent holds a character that Postgres cannot keep, such as NUL or half of a surrogate pair. */
export function isUnstorableText(error: unknown): boolean {
  const { code, detail, driverError } = shapeOf(error);
  if (code === '22021' || code === '22P05') return true;
  // Said of JSON, which is otherwise ours and right.
  if (code === '22P02' && typeof detail === 'string' && /\bsurrogate\b/.test(detail)) return true;
  return driverError !== undefined && driverError !== error && isUnstorableText(driverError);
}

/** `TEXT_NOT_STORABLE` (400) for what the sender mends; `DATABASE_UNAVAILABLE` or `DATABASE_TIMEOUT` (503, try again) for failures that waiting mends; every other error as it is. */
export function describeDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isDatabaseUnavailable(error)) {
    return new DomainError({
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      message: 'The database cannot be reached at the moment. Try again shortly.',
      fault: 'transient',
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  if (isStatementTimeout(error)) {
    return new DomainError({
      code: 'DATABASE_TIMEOUT',
      status: 503,
      message: 'The database took too long. Try again shortly.',
      fault: 'transient',
      retryAfterSeconds: 5,
      cause: error,
    });
  }
  if (isUnstorableText(error)) {
    const message =
      'A text holds a character that cannot be kept, such as NUL (\\u0000). Take it out and send it again.';
    return new DomainError({ code: 'TEXT_NOT_STORABLE', status: 400, message, cause: error });
  }
  return error;
}
