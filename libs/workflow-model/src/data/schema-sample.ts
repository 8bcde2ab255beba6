import type { Json, JsonObject } from '../json';

/** Objects inside one another that are filled in. */
const MAX_DEPTH = 8;

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-31T09:30:00Z',
  date: '2026-01-31',
  time: '09:30:00',
  duration: 'PT5M',
  email: 'ada@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '0198f0a2-7b1c-7c3e-9d52-3f6a1b2c4d5e',
  ipv4: '192.0.2.1',
};

/** A value as a JSON Schema describes it, for steps that never ran. Undefined when the schema says nothing. */
export function sampleOf(schema: JsonObject | undefined): Json | undefined {
  return schema === undefined ? undefined : new Sampler(schema).of(schema, 0);
}

class Sampler {
  readonly #root: JsonObject;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  of(schema: Json | undefined, depth: number): Json | undefined {
    if (!isObject(schema) || depth > MAX_DEPTH) return undefined;
    const given = [schema['default'], first(schema['examples']), schema['const'], first(schema['enum'])];
    const known = given.find((value) => value !== undefined);
    if (known !== undefined) return known;
    const { $ref: reference } = schema;
    if (typeof reference === 'string') return this.of(this.#referred(reference), depth + 1);
    return this.#combined(schema, depth) ?? this.#byType(schema, depth);
  }

  /** Of alternatives the first that is not null; of parts that all hold, everything. */
  #combined(schema: JsonObject, depth: number): Json | undefined {
    const alternatives = [schema['anyOf'], schema['oneOf']].flatMap((list) => (Array.isArray(list) ? list : []));
    for (const alternative of alternatives) {
      const sample = isNull(alternative) ? undefined : this.of(alternative, depth + 1);
      if (sample !== undefined) return sample;
    }
    const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
    const objects = parts.map((part) => this.of(part, depth + 1)).filter(isObject);
    return objects.length === 0 ? undefined : Object.assign({}, this.#object(schema, depth), ...objects);
  }

  #byType(schema: JsonObject, depth: number): Json | undefined {
    const type = typeOf(schema);
    switch (type) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#list(schema, depth);
      case 'string':
        return FORMATS[String(schema['format'])] ?? 'text';
      case 'integer':
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return true;
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  #object(schema: JsonObject, depth: number): JsonObject {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, property]) => {
        const sample = this.of(property, depth + 1);
        return sample === undefined ? [] : [[name, sample]];
      }),
    );
  }

  #list(schema: JsonObject, depth: number): Json[] {
    const { prefixItems } = schema;
    const items = Array.isArray(prefixItems) ? prefixItems : [schema['items']];
    return items.flatMap((item) => {
      const sample = this.of(item, depth + 1);
      return sample === undefined ? [] : [sample];
    });
  }

  /** Only references into the schema itself. */
  #referred(reference: string): Json | undefined {
    if (!reference.startsWith('#')) return undefined;
    let at: Json | undefined = this.#root;
    for (const part of reference.slice(1).split('/').filter(Boolean)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    }
    return at;
  }
}

function typeOf(schema: JsonObject): Json | undefined {
  const { type } = schema;
  if (Array.isArray(type)) return type.find((each) => each !== 'null') ?? 'null';
  if (type !== undefined) return type;
  if (isObject(schema['properties'])) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
}

function numberOf(schema: JsonObject): number {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (typeof minimum === 'number') return minimum;
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + 1;
  return typeof maximum === 'number' ? Math.min(1, maximum) : 1;
}

function isNull(schema: Json): boolean {
  return isObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

function first(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? list[0] : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
