/** Why no tokens came back. Its message names what the service said, and holds no secret. */
export class OAuthError extends Error {
  /** The code of the service such as `invalid_grant`, or `unreachable`, `invalid_answer`. */
  readonly code: string;
  /** Whether trying again may help. */
  readonly transient: boolean;

  constructor(code: string, message: string, options: { transient?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OAuthError';
    this.code = code;
    this.transient = options.transient ?? false;
  }
}
