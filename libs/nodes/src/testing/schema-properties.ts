import type { Json, JsonObject } from '@millrace/workflow-model';

export interface SchemaProperty {
  /** Names from the top, joined by dots; `[]` stands for list elements. */
  readonly path: string;
  readonly schema: JsonObject;
}

/** Every property of a JSON Schema, those of nested objects, lists and alternatives included. */
export function propertiesOf(schema: Json | undefined, prefix = ''): SchemaProperty[] {
  if (!isObject(schema)) return [];
  const own = Object.entries(isObject(schema['properties']) ? schema['properties'] : {}).flatMap(([name, property]) =>
    isObject(property)
      ? [{ path: `${prefix}${name}`, schema: property }, ...propertiesOf(property, `${prefix}${name}.`)]
      : [],
  );
  const listed = propertiesOf(schema['items'], `${prefix}[].`);
  const alternatives = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap((list) =>
    Array.isArray(list) ? list.flatMap((entry) => propertiesOf(entry, prefix)) : [],
  );
  return [...own, ...listed, ...alternatives];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
