import type { Schema } from '@cfworker/json-schema';
import { isObject } from '../data/is-object';

/** Keywords whose value is kept as it stands. What is not named anywhere here (titles, hints, defaults, ids) does not judge. */
const PLAIN: readonly string[] = [
  '$ref',
  'type',
  'enum',
  'const',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
];

/** A value that is only known at run time: a template, or an expression and nothing beside it. */
const dynamicValue = (): Schema => ({
  anyOf: [
    { type: 'string', pattern: '\\{\\{' },
    { type: 'object', properties: { $expr: { type: 'string' } }, required: ['$expr'], maxProperties: 1 },
  ],
});

/** Whether the schema is to accept dynamic values in the place of every value inside the judged one. */
export type SchemaMode = 'literal' | 'dynamic';

/**
 * A copy of a JSON Schema that says the same about documents as the zod schema behind it: params with a default are not
 * required, alternatives need not exclude one another, patterns that the `u` flag refuses are left out. The copy is the
 * validator's own: it writes into what it is given.
 */
export function rewriteSchema(schema: unknown, mode: SchemaMode): Schema {
  if (!isObject(schema)) return schema === false ? { not: {} } : {};
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => PLAIN.includes(key))),
    ...rewritePattern(schema['pattern']),
    ...rewriteRequired(schema),
    ...rewriteMap('properties', schema, (inner) => valueSchema(inner, mode)),
    ...rewriteMap('patternProperties', schema, (inner) => valueSchema(inner, mode)),
    ...rewriteMap('$defs', schema, (inner) => rewriteSchema(inner, mode)),
    ...rewriteOne('additionalProperties', schema, (inner) => valueSchema(inner, mode)),
    ...rewriteOne('propertyNames', schema, (inner) => rewriteSchema(inner, 'literal')),
    ...rewriteItems(schema, mode),
    ...rewriteAlternatives(schema, mode),
  };
}

/** Schema at a place where another value begins. `if` and `else` and no `anyOf`: a failing `if` tells no errors of its own. */
function valueSchema(schema: unknown, mode: SchemaMode): Schema {
  const rewritten = rewriteSchema(schema, mode);
  if (mode === 'literal' || Object.keys(rewritten).length === 0) return rewritten;
  return { if: dynamicValue(), else: rewritten };
}

function rewritePattern(pattern: unknown): Schema {
  if (typeof pattern !== 'string') return {};
  try {
    new RegExp(pattern, 'u');
    return { pattern };
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function rewriteRequired(schema: Readonly<Record<string, unknown>>): Schema {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return {};
  const hasDefault = (name: unknown): boolean => {
    const property = isObject(properties) ? properties[String(name)] : undefined;
    return isObject(property) && Object.hasOwn(property, 'default');
  };
  return { required: required.map(String).filter((name) => !hasDefault(name)) };
}

function rewriteItems(schema: Readonly<Record<string, unknown>>, mode: SchemaMode): Schema {
  const { items, prefixItems } = schema;
  return {
    ...(items === undefined ? {} : { items: valueSchema(items, mode) }),
    ...(Array.isArray(prefixItems) ? { prefixItems: prefixItems.map((item) => valueSchema(item, mode)) } : {}),
  };
}

/** `oneOf` becomes `anyOf`: with a template as discriminator several alternatives fit. */
function rewriteAlternatives(schema: Readonly<Record<string, unknown>>, mode: SchemaMode): Schema {
  const { anyOf, oneOf, allOf } = schema;
  const inner = (list: unknown): Schema[] =>
    Array.isArray(list) ? list.map((element) => rewriteSchema(element, mode)) : [];
  const all = [...inner(allOf), ...(anyOf === undefined || oneOf === undefined ? [] : [{ anyOf: inner(oneOf) }])];
  const any = anyOf ?? oneOf;
  return { ...(any === undefined ? {} : { anyOf: inner(any) }), ...(all.length === 0 ? {} : { allOf: all }) };
}

function rewriteMap(
  key: string,
  schema: Readonly<Record<string, unknown>>,
  rewrite: (inner: unknown) => Schema,
): Schema {
  const map = schema[key];
  if (!isObject(map)) return {};
  return { [key]: Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, rewrite(inner)])) };
}

function rewriteOne(
  key: string,
  schema: Readonly<Record<string, unknown>>,
  rewrite: (inner: unknown) => Schema,
): Schema {
  return schema[key] === undefined ? {} : { [key]: rewrite(schema[key]) };
}
