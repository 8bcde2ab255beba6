import type { WorkflowDocument, WorkflowNode } from './document';
import type { Json, JsonObject } from './json';
import type { DefinitionLookup } from './node-definition';
import { outputSchemaOf } from './output-schema';

/** What a workflow takes and gives when another one runs it, as JSON Schemas; absent what its nodes do not say. */
export interface WorkflowContract {
  readonly input?: JsonObject;
  readonly result?: JsonObject;
}

/**
 * Input: what the first enabled trigger asks for, else what its sample looks like. Result: what the only node that ends
 * the workflow promises.
 */
export function contractOf({ nodes }: Pick<WorkflowDocument, 'nodes'>, lookup: DefinitionLookup): WorkflowContract {
  const enabled = nodes.filter((node) => node.enabled);
  const definitionOf = ({ type, typeVersion }: WorkflowNode) => lookup(type, typeVersion) ?? lookup(type);
  const trigger = enabled.find((node) => definitionOf(node)?.traits.trigger === true);
  const ends = enabled.filter((node) => definitionOf(node)?.traits.terminal === true && node.parent === undefined);
  const [end] = ends;
  const input = trigger && inputOf(trigger, definitionOf(trigger)?.paramsSchema ?? {});
  const definition = end && definitionOf(end);
  const result = definition && ends.length === 1 ? outputSchemaOf(definition, end) : undefined;
  return { ...(input && { input }), ...(result && { result }) };
}

/** What a definition says about its own output is how it starts by itself, not what a caller hands over. */
function inputOf(trigger: WorkflowNode, paramsSchema: JsonObject): JsonObject | undefined {
  const sample = trigger.config['sample'];
  return outputSchemaOf({ paramsSchema }, trigger) ?? (isObject(sample) ? schemaLike(sample) : undefined);
}

/** Schema of values that look like this one; nothing in it is required. */
function schemaLike(value: Json): JsonObject {
  if (Array.isArray(value)) return { type: 'array' };
  if (isObject(value)) {
    const properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, schemaLike(each)]));
    return { type: 'object', properties };
  }
  return value === null ? {} : { type: typeof value };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
