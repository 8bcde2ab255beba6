import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Literal values for arguments and input fields, by their names; `ID` and the other scalars have samples when absent. */
export type SampleValues = Readonly<Record<string, string>>;

const samples: Readonly<Record<string, string>> = {
  ID: '"0190a0a0-0000-7000-8000-000000000000"',
  String: '"sample"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2030-01-01T00:00:00.000Z"',
  JSON: '{}',
};

/** Every query, mutation and subscription that a schema has. */
export function rootFieldsOf(
  schema: GraphQLSchema,
): { kind: 'query' | 'mutation' | 'subscription'; field: GraphQLField<unknown, unknown> }[] {
  const fields = (kind: 'query' | 'mutation' | 'subscription', type?: GraphQLObjectType | null) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field }));
  return [
    ...fields('query', schema.getQueryType()),
    ...fields('mutation', schema.getMutationType()),
    ...fields('subscription', schema.getSubscriptionType()),
  ];
}

/** A valid operation on one root field: its required arguments (and those that `values` names), and no more of the answer than is needed. */
export function sampleOperation(
  { kind, field }: ReturnType<typeof rootFieldsOf>[number],
  values: SampleValues = {},
  selection?: string,
): string {
  return `${kind} { ${field.name}${argumentsOf(field, values)}${selection ?? (isLeafType(getNamedType(field.type)) ? '' : ' { __typename }')} }`;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, values: SampleValues): string {
  const given = field.args
    .filter(({ name, type, defaultValue }) => name in values || (isNonNullType(type) && defaultValue === undefined))
    .map(({ name, type }) => `${name}: ${values[name] ?? literalOf(type, values)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function literalOf(type: GraphQLInputType, values: SampleValues): string {
  if (isNonNullType(type)) return literalOf(type.ofType, values);
  if (isListType(type)) return `[${literalOf(type.ofType, values)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return samples[type.name] ?? '"sample"';
  const fields = Object.values(type.getFields())
    .filter((field) => field.name in values || (isNonNullType(field.type) && field.defaultValue === undefined))
    .map((field) => `${field.name}: ${values[field.name] ?? literalOf(field.type, values)}`);
  return `{ ${fields.join(', ')} }`;
}

/** Everything that an answer can hold without arguments, `depth` objects deep. */
export function wholeSelection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return ' { __typename }';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
    .map((field) => `${field.name}${wholeSelection(field.type, depth - 1)}`);
  return ` { __typename ${fields.join(' ')} }`;
}

/** Names of the arguments, and of the fields of their inputs, that take ids. */
export function idNamesOf(
  field: GraphQLField<unknown, unknown>,
): { readonly name: string; readonly isList: boolean }[] {
  const found = new Map<string, { name: string; isList: boolean }>();
  const look = (name: string, type: GraphQLInputType, depth: number): void => {
    const named = getNamedType(type);
    if (named.name === 'ID') found.set(name, { name, isList: isListType(isNonNullType(type) ? type.ofType : type) });
    if (depth > 0 && isInputObjectType(named))
      for (const inner of Object.values(named.getFields())) look(inner.name, inner.type, depth - 1);
  };
  for (const { name, type } of field.args) look(name, type, 3);
  return [...found.values()];
}
