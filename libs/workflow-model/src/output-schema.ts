import type { WorkflowNode } from './document';
import { formSchema } from './form-schema';
import type { Json, JsonObject } from './json';
import type { NodeDefinitionData } from './node-definition';

/**
 * JSON Schema of a node's main output: what a person wrote down about it, where the node has a param for that (hint
 * `describes: 'output'`, or `'form'` where it holds the fields of a form), else what its definition says. Undefined when neither does.
 */
export function outputSchemaOf(
  { paramsSchema, outputSchema }: Pick<NodeDefinitionData, 'paramsSchema' | 'outputSchema'>,
  { config }: Pick<WorkflowNode, 'config'>,
): JsonObject | undefined {
  const { properties } = paramsSchema;
  if (!isObject(properties)) return outputSchema;
  for (const [name, param] of Object.entries(properties)) {
    const read = READERS.get(hintOf(param));
    if (read !== undefined) return read(config[name]) ?? outputSchema;
  }
  return outputSchema;
}

const READERS: ReadonlyMap<unknown, (written: Json | undefined) => JsonObject | undefined> = new Map([
  ['output', readSchema],
  ['form', formSchema],
]);

function hintOf(param: Json | undefined): Json | undefined {
  return isObject(param) && isObject(param['ui']) ? param['ui']['describes'] : undefined;
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
