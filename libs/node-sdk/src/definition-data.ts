import type { Json, JsonObject, NodeDefinitionData } from '@millrace/workflow-model';
import { z } from 'zod';
import type { NodeDefinition } from './definition';

/** The definition as plain data: zod schemas become JSON Schemas of what a person may write (`io: 'input'`). */
export function definitionData(definition: NodeDefinition): NodeDefinitionData {
  const { params, output, ...rest } = definition;
  return {
    ...rest,
    paramsSchema: jsonSchemaOf(params),
    ...(output === undefined ? {} : { outputSchema: jsonSchemaOf(output) }),
  };
}

/** JSON Schema (2020-12, without `$schema`) of a zod schema, with its `meta` kept and "any JSON" written as an open schema. */
export function jsonSchemaOf(schema: z.ZodType): JsonObject {
  // What zod gives is JSON already; its own type only says so less plainly.
  const raw = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))) as JsonObject;
  const definitions = isObject(raw['$defs']) ? raw['$defs'] : {};
  const open = new Set(Object.keys(definitions).filter((name) => isAnyJson(definitions[name], `#/$defs/${name}`)));
  const { $schema: _schema, $defs: _defs, ...body } = raw;
  if (isAnyJson(body, '#')) return {};
  const kept = Object.entries(definitions).filter(([name]) => !open.has(name));
  const simple = simplified(body, open) as JsonObject;
  if (kept.length === 0) return simple;
  return { ...simple, $defs: Object.fromEntries(kept.map(([name, value]) => [name, simplified(value, open)])) };
}

/** Takes out what only says "anything that is JSON" and bounds that every safe integer fulfils. */
function simplified(value: Json, open: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((element) => simplified(element, open));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !isNoise(key, entry, open))
      .map(([key, entry]) => [key, simplified(entry, open)]),
  );
}

function isNoise(key: string, entry: Json, open: ReadonlySet<string>): boolean {
  if (key === '$ref') return typeof entry === 'string' && open.has(entry.replace('#/$defs/', ''));
  if (key === 'maximum') return entry === Number.MAX_SAFE_INTEGER;
  if (key === 'minimum') return entry === Number.MIN_SAFE_INTEGER;
  return key === 'propertyNames' && isObject(entry) && entry['type'] === 'string' && Object.keys(entry).length === 1;
}

/** Whether a definition is what `z.json()` becomes: six alternatives, two of which lead back to it. */
function isAnyJson(value: Json | undefined, reference: string): boolean {
  if (!isObject(value) || !Array.isArray(value['anyOf']) || value['anyOf'].length !== 6) return false;
  const [, , , , list, object] = value['anyOf'];
  return leadsTo(list, 'items', reference) && leadsTo(object, 'additionalProperties', reference);
}

function leadsTo(value: Json | undefined, key: string, reference: string): boolean {
  if (!isObject(value)) return false;
  const inner = value[key];
  return isObject(inner) && inner['$ref'] === reference;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
