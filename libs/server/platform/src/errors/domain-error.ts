/** Whose fault it is: the person can mend it, waiting mends it, or we must mend it. */
export type Fault = 'user' | 'transient' | 'bug';

/** What a `DomainError` is made of. */
export interface DomainErrorOptions {
  /** Stable, UPPER_SNAKE. */
  readonly code: string;
  /** HTTP status that fits. */
  readonly status: number;
  /** What is wrong, where, and how to mend it. Shown to people. */
  readonly message: string;
  readonly details?: unknown;
  readonly fault?: Fault;
  /** Seconds after which trying again makes sense; becomes the Retry-After header. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An expected failure with a stable code. Every transport shows its code, message and details, and nothing else. */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details?: unknown;
  readonly fault: Fault;
  readonly retryAfterSeconds?: number;

  constructor(options: DomainErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.code = options.code;
    this.status = options.status;
    this.fault = options.fault ?? 'user';
    if (options.details !== undefined) this.details = options.details;
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 404. */
export function notFound(code: string, message: string, details?: unknown): DomainError {
  return new DomainError({ code, status: 404, message, details });
}

/** 409: the thing is not in a state, or not at the revision, that allows this. */
export function conflict(code: string, message: string, details?: unknown): DomainError {
  return new DomainError({ code, status: 409, message, details });
}

/** 400: what was sent is wrong. */
export function invalid(code: string, message: string, details?: unknown): DomainError {
  return new DomainError({ code, status: 400, message, details });
}

/** 401: nobody is signed in, or the token is not good. */
export function unauthenticated(
  message = 'Sign in first: send a valid token as "Authorization: Bearer <token>".',
): DomainError {
  return new DomainError({ code: 'UNAUTHENTICATED', status: 401, message });
}

/** 403: signed in, but not allowed. */
export function forbidden(
  message = 'You are not allowed to do this.',
  code = 'FORBIDDEN',
  details?: unknown,
): DomainError {
  return new DomainError({ code, status: 403, message, details });
}

/** A published limit was passed: 413 for sizes, 422 for counts, 429 for rates. */
export function limitExceeded(
  code: string,
  message: string,
  options: { status?: number; details?: unknown } = {},
): DomainError {
  return new DomainError({ code, status: options.status ?? 422, message, details: options.details });
}
