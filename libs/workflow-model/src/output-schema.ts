import type { WorkflowNode } from './document';
import { formSchema } from './form-schema';
import type { Json, JsonObject } from './json';
import type { NodeDefinitionData } from './node-definition';

/**
 * JSON Schema of a node's main output: what a person wrote down about it, where the node has a param for that (hint
 * `describes: 'output'`, or `'form'` where it holds the fields of a form), else the fields that it fills in (`'fields'`), else
 * what its definition says. Undefined when none does.
 */
export function outputSchemaOf(
  { paramsSchema, outputSchema }: Pick<NodeDefinitionData, 'paramsSchema' | 'outputSchema'>,
  { config }: Pick<WorkflowNode, 'config'>,
): JsonObject | undefined {
  const { properties } = paramsSchema;
  if (!isObject(properties)) return outputSchema;
  for (const [name, param] of Object.entries(properties)) {
    const read = READERS.get(hintOf(param));
    if (read !== undefined) return read(config[name]) ?? fieldsSchema(properties, config) ?? outputSchema;
  }
  return fieldsSchema(properties, config) ?? outputSchema;
}

const READERS: ReadonlyMap<unknown, (written: Json | undefined) => JsonObject | undefined> = new Map([
  ['output', readSchema],
  ['form', formSchema],
]);

function hintOf(param: Json | undefined): Json | undefined {
  return isObject(param) && isObject(param['ui']) ? param['ui']['describes'] : undefined;
}

/** Schema of an output whose fields are the keys of a param (hint `describes: 'fields'`), while that param counts. */
function fieldsSchema(properties: JsonObject, config: JsonObject): JsonObject | undefined {
  const name = Object.keys(properties).find((each) => hintOf(properties[each]) === 'fields');
  const fields = name === undefined ? undefined : config[name];
  if (name === undefined || !isObject(fields) || !counts(properties[name], config)) return undefined;
  return { type: 'object', properties: Object.fromEntries(Object.keys(fields).map((key) => [key, {}])) };
}

/** Whether the param that decides about this one lets it count; it does while that is not set. */
function counts(param: Json | undefined, config: JsonObject): boolean {
  const ui = isObject(param) ? param['ui'] : undefined;
  const when = isObject(ui) ? ui['showWhen'] : undefined;
  if (!isObject(when) || typeof when['param'] !== 'string' || !Array.isArray(when['is'])) return true;
  const chosen = config[when['param']];
  return chosen === undefined || when['is'].includes(chosen);
}

function readSchema(written: Json | undefined): JsonObject | undefined {
  if (typeof written !== 'string') return isObject(written) ? written : undefined;
  try {
    const schema = JSON.parse(written) as Json;
    return isObject(schema) ? schema : undefined;
  } catch {
    // It is being typed, or is told elsewhere.
    return undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
