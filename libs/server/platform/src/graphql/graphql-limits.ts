import { GraphQLError, NoSchemaIntrospectionCustomRule, type DocumentNode, type ValidationRule } from 'graphql';
import { measureOperation, type OperationCost } from './operation-cost';

/** Limits of one operation, the same over HTTP and WebSocket. */
export const graphqlLimits = {
  depth: 12,
  complexity: 2_000,
  aliases: 30,
  directives: 20,
  tokens: 4_000,
} as const;

const names: Readonly<Record<keyof OperationCost, string>> = {
  depth: 'fields inside each other',
  complexity: 'complexity',
  aliases: 'aliases',
  directives: 'directives',
};

/** An operation that asks for too much. */
export function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } } });
}

/** Everything that an operation has too much of. */
export function limitErrors(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string | null,
): readonly GraphQLError[] {
  const cost = measureOperation(document, variables, operationName);
  return (Object.keys(names) as (keyof OperationCost)[])
    .filter((name) => cost[name] > graphqlLimits[name])
    .map((name) => limitError(`The operation has ${cost[name]} ${names[name]}; the limit is ${graphqlLimits[name]}.`));
}

/** The limits that hold whatever the variables are, checked before anything else is. */
const limitsRule: ValidationRule = (context) => {
  for (const error of limitErrors(context.getDocument())) context.reportError(error);
  return {};
};

/** What both transports validate beside the language's own rules. */
export function extraValidationRules(options: { readonly introspection: boolean }): ValidationRule[] {
  return options.introspection ? [limitsRule] : [limitsRule, NoSchemaIntrospectionCustomRule];
}

/** Takes the names of existing fields out of messages about misspelt ones. */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean (.+?)\?$/, '');
}
