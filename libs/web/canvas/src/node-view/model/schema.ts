import type { Json, JsonObject } from '@millrace/workflow-model';

/** Whether a value is an object with keys. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema with its reference followed; what stands beside the reference wins. */
export function resolved(schema: Json | undefined, root: JsonObject): JsonObject {
  if (!isObject(schema)) return {};
  const reference = schema['$ref'];
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return schema;
  let target: Json | undefined = root;
  for (const key of reference.slice(2).split('/')) target = isObject(target) ? target[key] : undefined;
  const { $ref: _followed, ...beside } = schema;
  return { ...resolved(target, root), ...beside };
}

/** The ways in which a value may look: alternatives of a union, else the schema itself. */
export function variantsOf(schema: JsonObject, root: JsonObject): readonly JsonObject[] {
  const list = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(list) ? list.map((each) => resolved(each, root)) : [schema];
}

/** The first alternative of one of these types. */
export function variantOf(schema: JsonObject, root: JsonObject, ...types: readonly string[]): JsonObject | undefined {
  return variantsOf(schema, root).find((variant) => typesOf(variant).some((type) => types.includes(type)));
}

/** Types that a schema names. */
export function typesOf(schema: JsonObject): readonly string[] {
  const type = schema['type'];
  if (Array.isArray(type)) return type.filter((each) => typeof each === 'string');
  return typeof type === 'string' ? [type] : [];
}

/** A text under a key. */
export function textAt(schema: JsonObject, key: string): string | undefined {
  const value = schema[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** "hmacHeader" and "retry-after" as "Hmac header" and "Retry after". */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
