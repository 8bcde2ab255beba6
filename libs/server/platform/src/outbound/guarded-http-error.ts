/** Why nothing usable came back. */
export type GuardedHttpErrorCode =
  | 'HTTP_BLOCKED_ADDRESS'
  | 'HTTP_TIMEOUT'
  | 'HTTP_CONNECTION'
  | 'HTTP_TOO_LARGE'
  | 'HTTP_INVALID_URL'
  | 'HTTP_INVALID_REQUEST'
  | 'HTTP_TOO_MANY_REDIRECTS'
  | 'HTTP_ABORTED';

/** An exchange that failed. `transient`: trying again may help. */
export class GuardedHttpError extends Error {
  readonly code: GuardedHttpErrorCode;
  readonly transient: boolean;

  constructor(code: GuardedHttpErrorCode, message: string, options: { cause?: unknown; transient?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GuardedHttpError';
    this.code = code;
    this.transient = options.transient ?? (code === 'HTTP_TIMEOUT' || code === 'HTTP_CONNECTION');
  }
}

const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const badRequests = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
  'ERR_INVALID_ARG_VALUE',
  'ERR_INVALID_CHAR',
]);
/** Another try finds the same: the name does not exist, or the certificate is not good. */
const lasting = /^(ENOTFOUND|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Any failure of an exchange as a `GuardedHttpError` that says whom it concerned. */
export function describeHttpError(error: unknown, host: string): GuardedHttpError {
  if (error instanceof GuardedHttpError) return error;
  const code = codeOf(error);
  if (timeouts.has(code))
    return new GuardedHttpError('HTTP_TIMEOUT', `${host} did not answer in time.`, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  if (badRequests.has(code))
    return new GuardedHttpError('HTTP_INVALID_REQUEST', `The request cannot be sent: ${message}`, { cause: error });
  return new GuardedHttpError('HTTP_CONNECTION', `The connection to ${host} failed: ${message || code}`, {
    cause: error,
    transient: !lasting.test(code),
  });
}
