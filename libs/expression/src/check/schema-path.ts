import type { Json, JsonObject } from '@millrace/workflow-model';

/** What a JSON Schema says about a key of the value it describes. */
export type KeyVerdict =
  /** It is there; its schema, undefined when anything may be there. */
  | { readonly is: 'known'; readonly schema: JsonObject | undefined }
  /** The schema leaves it open. */
  | { readonly is: 'open'; readonly keys: readonly string[] }
  /** It cannot be there. */
  | { readonly is: 'absent'; readonly keys: readonly string[]; readonly what: string };

const OPEN: KeyVerdict = { is: 'open', keys: [] };
const MAX_REFERENCES = 20;

/** A schema with its references resolved inside `root`. */
export function resolved(schema: JsonObject | undefined, root: JsonObject | undefined): JsonObject | undefined {
  let current = asSchema(schema);
  for (let hops = 0; current !== undefined && typeof current['$ref'] === 'string'; hops++) {
    if (hops > MAX_REFERENCES || root === undefined) return undefined;
    current = pointed(root, current['$ref']);
  }
  return current;
}

function pointed(root: JsonObject, reference: string): JsonObject | undefined {
  if (!reference.startsWith('#')) return undefined;
  let current: Json | undefined = root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    if (!isObject(current)) return undefined;
    const key: string = part.replaceAll('~1', '/').replaceAll('~0', '~');
    current = Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return isObject(current) ? current : undefined;
}

/** What a schema says about one key or index. `seen` holds the verdicts of this search: alternatives may lead back to themselves. */
export function lookUpKey(
  schema: JsonObject | undefined,
  key: string | number,
  root: JsonObject | undefined,
  seen = new Map<JsonObject, KeyVerdict>(),
): KeyVerdict {
  const own = resolved(schema, root);
  if (own === undefined) return OPEN;
  const known = seen.get(own);
  if (known !== undefined) return known;
  seen.set(own, OPEN);
  const look = (part: JsonObject): KeyVerdict => lookUpKey(part, key, root, seen);
  const verdict = combined(own, key, look);
  seen.set(own, verdict);
  return verdict;
}

function combined(own: JsonObject, key: string | number, look: (part: JsonObject) => KeyVerdict): KeyVerdict {
  const union = [own['anyOf'], own['oneOf']].find((each) => Array.isArray(each));
  if (union !== undefined) return anyOf(branches(union).map(look));
  const parts = branches(own['allOf']);
  return parts.length > 0 ? allOf([lookUpOwn(own, key), ...parts.map(look)]) : lookUpOwn(own, key);
}

function branches(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.map((branch) => (isObject(branch) ? branch : {})) : [];
}

function anyOf(verdicts: readonly KeyVerdict[]): KeyVerdict {
  const known = verdicts.filter((verdict) => verdict.is === 'known');
  const [first] = known;
  if (first !== undefined)
    return known.length === 1 && verdicts.every(({ is }) => is !== 'open') ? first : { is: 'known', schema: undefined };
  if (verdicts.some(({ is }) => is === 'open') || verdicts.length === 0) return OPEN;
  const objects = verdicts.filter((verdict) => verdict.is === 'absent' && verdict.keys.length > 0);
  return objects[0] ?? (verdicts[0] as KeyVerdict);
}

function allOf(verdicts: readonly KeyVerdict[]): KeyVerdict {
  const keys = verdicts.flatMap((verdict) => ('keys' in verdict ? verdict.keys : []));
  return (
    verdicts.find(({ is }) => is === 'known') ??
    (verdicts.some(({ is }) => is === 'open') ? { is: 'open', keys } : (verdicts[0] as KeyVerdict))
  );
}

function lookUpOwn(schema: JsonObject, key: string | number): KeyVerdict {
  switch (typeOf(schema)) {
    case 'object':
      return ofObject(schema, String(key));
    case 'array':
      return ofArray(schema, key);
    case 'string':
      return key === 'length' ? { is: 'known', schema: { type: 'number' } } : { is: 'absent', keys: [], what: 'text' };
    case 'number':
    case 'boolean':
    case 'null':
      return { is: 'absent', keys: [], what: `a ${typeOf(schema)}` };
    default:
      return OPEN;
  }
}

/** The one type of a schema besides null; undefined when there are several or none. */
export function typeOf(schema: JsonObject): string | undefined {
  const { type } = schema;
  const types = (Array.isArray(type) ? type : [type]).map((each) => (each === 'integer' ? 'number' : each));
  const [first, ...others] = types.filter((each) => each !== 'null');
  if (typeof first === 'string') return others.length === 0 ? first : undefined;
  if (first === undefined && isObject(schema['properties'])) return 'object';
  return types.length === 1 && types[0] === 'null' ? 'null' : undefined;
}

function ofObject(schema: JsonObject, key: string): KeyVerdict {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const keys = Object.keys(properties);
  if (Object.hasOwn(properties, key)) return { is: 'known', schema: asSchema(properties[key]) };
  if (isObject(schema['patternProperties'])) return { is: 'open', keys: [] };
  const rest = schema['additionalProperties'] ?? schema['unevaluatedProperties'];
  if (rest === false) return { is: 'absent', keys, what: 'an object' };
  if (rest !== undefined) return { is: 'known', schema: asSchema(rest) };
  return { is: 'open', keys };
}

function ofArray(schema: JsonObject, key: string | number): KeyVerdict {
  if (key === 'length') return { is: 'known', schema: { type: 'number' } };
  if (typeof key !== 'number') return { is: 'absent', keys: [], what: 'a list' };
  return { is: 'known', schema: elementOf(schema, key) };
}

/** Schema of the elements of a list; undefined when it is not known. */
export function elementOf(schema: JsonObject, index?: number): JsonObject | undefined {
  const prefix = schema['prefixItems'];
  if (Array.isArray(prefix)) return index === undefined ? undefined : asSchema(prefix[index] ?? schema['items']);
  return asSchema(schema['items']);
}

function asSchema(schema: Json | undefined): JsonObject | undefined {
  return isObject(schema) ? schema : undefined;
}

/** Whether a value is an object and no list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
