import type { Json, JsonObject } from '@millrace/workflow-model';

/** Keywords that tell the shape of data. What tells data itself (`default`, `const`, `enum`, `examples`) is not among them. */
const KEPT = new Set([
  'type',
  'properties',
  'items',
  'prefixItems',
  'required',
  'anyOf',
  'oneOf',
  'allOf',
  'additionalProperties',
  '$ref',
  '$defs',
  'format',
  'title',
  'description',
]);
const NAMES = new Set(['properties', '$defs']);
const DEEPEST = 12;
const LONGEST_TEXT = 300;

/** A JSON Schema without anything that could be data of a run: only names, types and what they mean. */
export function shapeOfSchema(schema: Json, depth = 0): JsonObject {
  if (!isObject(schema) || depth > DEEPEST) return {};
  const kept = Object.entries(schema).filter(([key]) => KEPT.has(key));
  return Object.fromEntries(kept.map(([key, value]): [string, Json] => [key, shapeOfValue(key, value, depth)]));
}

function shapeOfValue(key: string, value: Json, depth: number): Json {
  if (NAMES.has(key)) {
    if (!isObject(value)) return {};
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOfSchema(inner, depth + 1)]));
  }
  if (key === 'type' || key === 'required') return value;
  if (Array.isArray(value)) return value.map((inner) => shapeOfSchema(inner, depth + 1));
  if (isObject(value)) return shapeOfSchema(value, depth + 1);
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
