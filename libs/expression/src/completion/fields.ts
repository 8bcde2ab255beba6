import type { Json, JsonObject } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';
import { type LocatedSchema, RootSchemas, listedRoots } from '../check/known-roots';
import { isObject, resolved, typeOf } from '../check/schema-path';
import { enterEnvelope, stepInto, stepOf } from '../data-path';
import type { CompletionContext } from './completion';

/** A key of a value. */
export interface Field {
  readonly name: string;
  readonly type: string | undefined;
  readonly description: string | undefined;
}

/** What can follow a path. */
export interface Fields {
  readonly fields: readonly Field[];
  /** Type of the value itself, when it is known. */
  readonly type: string | undefined;
}

const ENVELOPE: readonly Field[] = [
  { name: 'data', type: undefined, description: 'What the node gave.' },
  { name: 'success', type: 'boolean', description: 'Whether the node succeeded.' },
];

/** Keys of the value at a path, from its schema and from its sample. */
export function fieldsAt(root: string, path: readonly (string | number)[], context: CompletionContext): Fields {
  const source = listedRoots(context);
  const isEnvelope = source.isEnvelope(root);
  const isShort = isEnvelope && path.length === 0;
  const located = isShort
    ? { schema: source.schema(root), root: source.schema(root) }
    : schemaAt(new RootSchemas(source), root, path);
  const fromSchema = located === undefined ? NOTHING : fieldsOfSchema(located);
  const fromSample = fieldsOfSample(sampleAt(root, path, context, isEnvelope));
  const names = new Set(fromSchema.fields.map(({ name }) => name));
  const fields = [
    ...fromSchema.fields,
    ...fromSample.fields.filter(({ name }) => !names.has(name)),
    ...(isShort ? ENVELOPE : []),
  ];
  return { fields, type: isShort ? 'object' : (fromSchema.type ?? fromSample.type) };
}

const NOTHING: Fields = { fields: [], type: undefined };

function schemaAt(schemas: RootSchemas, root: string, path: readonly (string | number)[]): LocatedSchema | undefined {
  const verdict = schemas.follow(root, path);
  return verdict.is === 'known' ? verdict.at : undefined;
}

/** `seen` are the schemas that were looked into: alternatives may lead back to themselves. */
function fieldsOfSchema({ schema, root }: LocatedSchema, seen = new Set<JsonObject>()): Fields {
  const own = resolved(schema, root);
  if (own === undefined || seen.has(own)) return NOTHING;
  seen.add(own);
  const parts = [own['anyOf'], own['oneOf'], own['allOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  const inside = parts.filter(isObject).flatMap((part) => fieldsOfSchema({ schema: part, root }, seen).fields);
  const properties = isObject(own['properties']) ? own['properties'] : {};
  const fields = Object.entries(properties).map(([name, property]) =>
    fieldOf(name, resolved(isObject(property) ? property : {}, root)),
  );
  return { fields: [...fields, ...inside], type: typeOf(own) };
}

function fieldOf(name: string, schema: JsonObject | undefined): Field {
  const description = schema?.['description'] ?? schema?.['title'];
  return {
    name,
    type: schema === undefined ? undefined : typeOf(schema),
    description: typeof description === 'string' ? description : undefined,
  };
}

function sampleAt(
  root: string,
  path: readonly (string | number)[],
  context: CompletionContext,
  isEnvelope: boolean,
): Json | undefined {
  const samples = context.samples ?? {};
  let value: Json | undefined = Object.hasOwn(samples, root) ? samples[root] : undefined;
  if (isEnvelope && value !== undefined) value = enterEnvelope(value, String(path[0] ?? ''));
  for (const key of path) value = stepInto(value, stepOf(String(key)));
  return value;
}

function fieldsOfSample(value: Json | undefined): Fields {
  if (value === undefined || value === null) return NOTHING;
  if (!isObject(value)) return { fields: [], type: Array.isArray(value) ? 'array' : typeof value };
  const keys = Object.keys(value).filter((key) => !FORBIDDEN_KEYS.has(key));
  return {
    fields: keys.map((name) => ({ name, type: nameOfType(value[name]), description: undefined })),
    type: 'object',
  };
}

function nameOfType(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
