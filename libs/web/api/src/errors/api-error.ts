import type { FailureFragment } from '../graphql.generated';

/** Groups of errors, as the server names them, and `NETWORK` for a server that did not answer. */
export type ErrorCategory =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'LIMIT_EXCEEDED'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'REFUSED'
  | 'NETWORK';

/** What an `ApiError` is made of. */
export interface ApiErrorParts {
  /** Stable, upper snake case, such as `WORKFLOW_NOT_FOUND`. */
  readonly code: string;
  /** What is wrong, where, and how to mend it: can be shown as it is. */
  readonly message: string;
  readonly category: ErrorCategory;
  readonly details?: unknown;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Why something asked of the server was not done. */
export class ApiError extends Error {
  readonly code: string;
  readonly category: ErrorCategory;
  readonly details: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor({ code, message, category, details, retryAfterSeconds, cause }: ApiErrorParts) {
    super(message, { cause });
    this.name = 'ApiError';
    this.code = code;
    this.category = category;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether the same call may work later without anybody changing anything. */
  get isTransient(): boolean {
    return this.category === 'NETWORK' || this.category === 'UNAVAILABLE' || this.retryAfterSeconds !== undefined;
  }
}

/** A mutation that answered with errors in its payload; the first one speaks for all. */
export class MutationRefused extends ApiError {
  constructor(readonly failures: readonly FailureFragment[]) {
    const { code, message } = failures[0] ?? { code: 'UNKNOWN', message: 'The server refused without saying why.' };
    super({ code, message, category: 'REFUSED' });
    this.name = 'MutationRefused';
  }

  /** The failure of this kind, with its own fields. */
  failure<T extends FailureFragment['__typename']>(type: T): Extract<FailureFragment, { __typename: T }> | undefined {
    return this.failures.find((one): one is Extract<FailureFragment, { __typename: T }> => one.__typename === type);
  }
}

/** The payload, when the mutation did what was asked. @throws MutationRefused */
export function accepted<T extends { readonly errors: readonly FailureFragment[] }>(payload: T): T {
  if (payload.errors.length > 0) throw new MutationRefused(payload.errors);
  return payload;
}

/** An error as GraphQL answers write it. */
export interface ShownError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An error of a GraphQL answer. */
export function fromGraphqlError({ message, extensions = {} }: ShownError, cause?: unknown): ApiError {
  const { code = 'INTERNAL', reason, details, retryAfterSeconds } = extensions;
  return new ApiError({
    code: String(reason ?? code),
    message,
    category: code as ErrorCategory,
    details,
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
    cause,
  });
}

/** The server did not answer. */
export function networkError(cause?: unknown): ApiError {
  return new ApiError({
    code: 'SERVER_UNREACHABLE',
    message: 'Millrace cannot be reached. Check your connection, or whether the server runs.',
    category: 'NETWORK',
    cause,
  });
}

/** An answer with a status of failure: of GraphQL when too much was asked of it, from the server before GraphQL, or from something in between. */
export function fromHttp(status: number, body: string, cause?: unknown): ApiError {
  const { error: shown, errors = [] } = failureIn(body);
  if (errors[0]) return fromGraphqlError(errors[0], cause);
  return new ApiError({
    code: shown?.code ?? `HTTP_${status}`,
    message: shown?.message ?? `The server answered with status ${status}.`,
    category: categoryOf(status),
    details: shown?.details,
    cause,
  });
}

/** Whatever was thrown, as an `ApiError`. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isFetchFailure(thrown)) return networkError(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ApiError({ code: 'UNEXPECTED', message, category: 'INTERNAL', cause: thrown });
}

/** What ended a subscription: errors of GraphQL, or anything that happened to the socket. */
export function fromSocket(thrown: unknown): ApiError {
  const [error] = Array.isArray(thrown) ? (thrown as readonly ShownError[]) : [];
  return error ? fromGraphqlError(error) : apiErrorOf(thrown);
}

/** Browsers throw a `TypeError` from `fetch` when no answer comes. */
function isFetchFailure(thrown: unknown): boolean {
  return thrown instanceof TypeError || (thrown instanceof Error && thrown.name === 'NetworkError');
}

interface Failure {
  readonly error?: { readonly code?: string; readonly message?: string; readonly details?: unknown };
  readonly errors?: readonly ShownError[];
}

function failureIn(body: string): Failure {
  try {
    return (JSON.parse(body) as Failure | null) ?? {};
  } catch {
    return {};
  }
}

function categoryOf(status: number): ErrorCategory {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 413 || status === 429) return 'LIMIT_EXCEEDED';
  if (status === 502 || status === 503 || status === 504) return 'UNAVAILABLE';
  return status >= 400 && status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL';
}
