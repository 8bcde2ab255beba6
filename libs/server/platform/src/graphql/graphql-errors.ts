import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { publicErrorOf, type PublicError } from '../errors/public-error';
import { newId } from '../ids';
import { currentRequest } from '../http/request-scope';
import type { Logger } from '../logging/logger';
import { withoutSuggestions } from './graphql-limits';

/** Codes that the GraphQL server itself gives, and what we call them. */
const serverCodes: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  LIMIT_EXCEEDED: 'LIMIT_EXCEEDED',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
};

function categoryOf({ status }: PublicError): string {
  switch (status) {
    case 401:
      return 'UNAUTHENTICATED';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 413:
    case 429:
      return 'LIMIT_EXCEEDED';
    case 503:
      return 'UNAVAILABLE';
    default:
      return status >= 400 && status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL';
  }
}

function fromPublicError(error: PublicError): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  return {
    message: error.message,
    extensions: {
      code: categoryOf(error),
      reason: error.code,
      ...(error.details === undefined ? {} : { details: error.details }),
      ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    },
  };
}

/** How errors of operations are shown: known codes as they are, everything else as `INTERNAL`, in the log with its cause. */
export interface ErrorFormatOptions {
  readonly logger: Logger;
  /** Leaves out the names of existing fields. */
  readonly hidesSuggestions: boolean;
}

/** Apollo gives every error of a validation rule its own code; the one that the rule gave is kept below. */
function ownCodeOf({ originalError }: GraphQLError): string | undefined {
  return originalError instanceof GraphQLError ? (originalError.extensions['code'] as string | undefined) : undefined;
}

/** The error as a caller may see it, on either transport. */
export function formatGraphqlError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  { logger, hidesSuggestions }: ErrorFormatOptions,
): GraphQLFormattedError {
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  const original = unwrapResolverError(thrown);
  const isOfTheServer = original instanceof GraphQLError;
  const code = isOfTheServer ? serverCodes[ownCodeOf(original) ?? String(formatted.extensions?.['code'])] : undefined;
  if (code) {
    const message = hidesSuggestions ? withoutSuggestions(formatted.message) : formatted.message;
    return { message, ...place, extensions: { code } };
  }
  const error = publicErrorOf(original);
  if (!error.isBug) return { ...fromPublicError(error), ...place };
  // Over a WebSocket there is no request to name: what happened gets a name of its own.
  const requestId = currentRequest()?.requestId ?? newId();
  logger.error({ requestId, error: original, path: formatted.path }, 'a resolver failed');
  const shown = fromPublicError(error);
  return { ...shown, ...place, extensions: { ...shown.extensions, requestId } };
}
