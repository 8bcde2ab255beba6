import type { Json, JsonObject } from '@millrace/workflow-model';

const MAX_DEPTH = 6;
/** An object with more keys is a table whose keys are data. */
const MOST_KEYS = 60;
/** Names that are written in programs; anything else may be data. */
const FIELD_NAME = /^[A-Za-z_$][\w$-]{0,63}$/;

/** The shape of a value as JSON Schema: names of fields and types, none of its values. */
export function shapeOf(value: Json, depth = 0): JsonObject {
  if (value === null) return { type: 'null' };
  if (Array.isArray(value)) return listShape(value, depth);
  if (typeof value === 'object') return objectShape(value, depth);
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value === 'boolean' ? 'boolean' : 'string' };
}

function listShape(list: readonly Json[], depth: number): JsonObject {
  const [first] = list;
  return first === undefined || depth >= MAX_DEPTH
    ? { type: 'array' }
    : { type: 'array', items: shapeOf(first, depth + 1) };
}

function objectShape(object: JsonObject, depth: number): JsonObject {
  const entries = Object.entries(object).filter(([name]) => FIELD_NAME.test(name));
  if (depth >= MAX_DEPTH || entries.length > MOST_KEYS) return { type: 'object' };
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, value]) => [name, shapeOf(value, depth + 1)])),
  };
}
