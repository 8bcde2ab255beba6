import { HttpException } from '@nestjs/common';
import { describeDatabaseError } from './database-error';
import { DomainError } from './domain-error';

/** What a caller is told about a failure: nothing of our insides. */
export interface PublicError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
  readonly retryAfterSeconds?: number;
  /** Ours to mend: log it with everything. */
  readonly isBug: boolean;
}

const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  410: 'GONE',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

const bug: PublicError = {
  status: 500,
  code: 'INTERNAL',
  message: 'Something went wrong on our side. The log has it under the request id of this answer.',
  isBug: true,
};

/** The error as the outside may see it. Everything that is not an expected failure becomes `INTERNAL`. */
export function publicErrorOf(thrown: unknown): PublicError {
  const error = describeDatabaseError(thrown);
  if (error instanceof DomainError) return fromDomainError(error);
  if (error instanceof HttpException) return fromHttpException(error);
  return bug;
}

function fromDomainError(error: DomainError): PublicError {
  if (error.fault === 'bug') return { ...bug, status: error.status >= 500 ? error.status : 500 };
  return {
    status: error.status,
    code: error.code,
    message: error.message,
    isBug: false,
    ...(error.details === undefined ? {} : { details: error.details }),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  };
}

function fromHttpException(error: HttpException): PublicError {
  const status = error.getStatus();
  if (status >= 500 && status !== 503) return { ...bug, status };
  const response = error.getResponse();
  const inner = typeof response === 'object' ? (response as { message?: unknown }).message : undefined;
  // ValidationPipe puts one sentence per wrong field in a list.
  const details = Array.isArray(inner) ? { problems: inner.map(String) } : undefined;
  return {
    status,
    code: details ? 'VALIDATION_FAILED' : (codes[status] ?? 'REQUEST_FAILED'),
    message: details ? details.problems.join('; ') : error.message,
    isBug: false,
    ...(details ? { details } : {}),
  };
}
