import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { extraValidationRules, graphqlLimits, limitErrors } from './graphql-limits';

/** What else decides about a subscription. */
export interface SubscriptionCheckOptions {
  readonly introspection: boolean;
  /** The socket has as many subscriptions as it may have. */
  readonly isFull: boolean;
  readonly contextValue: unknown;
}

/** Everything that HTTP checks, and that it is a subscription: the other operations would pass by what guards HTTP. */
export function checkSubscription(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  { introspection, isFull, contextValue }: SubscriptionCheckOptions,
): ExecutionArgs | readonly GraphQLError[] {
  if (isFull) return [limitedHere('This connection has as many subscriptions as it may have.')];
  const document = parsed(payload.query);
  if (document instanceof GraphQLError) return [document];
  const operation = getOperationAST(document, payload.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return [refused('Only subscriptions are served here; send queries and mutations over HTTP.')];
  const variableValues = payload.variables ?? {};
  const tooMuch = limitErrors(document, variableValues, payload.operationName);
  if (tooMuch.length > 0) return tooMuch;
  const errors = validate(schema, document, [...extraValidationRules({ introspection }), ...specifiedRules], {
    maxErrors: 20,
  });
  if (errors.length > 0) return errors.map(asValidationError);
  return { schema, document, variableValues, operationName: payload.operationName ?? null, contextValue };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: graphqlLimits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return new GraphQLError(error.message, { ...optionsOf(error), extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

function asValidationError(error: GraphQLError): GraphQLError {
  if (error.extensions['code']) return error;
  return new GraphQLError(error.message, { ...optionsOf(error), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

function optionsOf(error: GraphQLError): Pick<GraphQLError, 'source' | 'positions' | 'nodes'> {
  return { source: error.source, positions: error.positions, nodes: error.nodes };
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function limitedHere(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } });
}
