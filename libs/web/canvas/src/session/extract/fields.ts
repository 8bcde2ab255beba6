import { type Json, type JsonObject, FORBIDDEN_KEYS } from '@millrace/workflow-model';
import type { ExpressionTools } from '../ports/expression-tools';

/** A value that is handed over: under which name, and where it is read. */
export interface Field {
  readonly name: string;
  readonly root: string;
  readonly path: readonly (string | number)[];
  /** Whether it is always read: then what is missing is a failure as before, else it is null. */
  readonly isSure: boolean;
  /** JSON Schema as far as it is known. */
  readonly schema: JsonObject;
}

/** The values that are handed over from one document to another, each under a name of its own. */
export class Fields {
  readonly #byKey = new Map<string, Field>();
  readonly #names: Set<string>;

  /** With names that are taken. */
  constructor(taken: readonly string[] = []) {
    this.#names = new Set(taken);
  }

  get all(): readonly Field[] {
    return [...this.#byKey.values()];
  }

  /** The field of a place; a new one when nothing was read there before. */
  take(source: string, field: Omit<Field, 'name'>): Field {
    const key = JSON.stringify([source, field.path]);
    const known = this.#byKey.get(key);
    const taken = known === undefined ? { ...field, name: this.#nameFor(field) } : known;
    const sure = taken.isSure || !field.isSure ? taken : { ...taken, isSure: true };
    this.#byKey.set(key, sure);
    return sure;
  }

  /** The field of a place, which was taken before. */
  at(source: string, path: Field['path']): Field | undefined {
    return this.#byKey.get(JSON.stringify([source, path]));
  }

  /** The last key that is a name, with what stands before it when that is taken. */
  #nameFor({ root, path }: Pick<Field, 'root' | 'path'>): string {
    const words = [root, ...path].filter((key) => typeof key === 'string' && key !== 'data').map(wordOf);
    const wished = words.at(-1) ?? wordOf(root);
    const names = [wished, [words.at(-2), wished].filter(Boolean).join('_')];
    const free = [...names, ...Array.from({ length: 1_000 }, (_, number) => `${wished}_${number + 2}`)].find(
      (name) => !this.#names.has(name),
    );
    const name = free ?? wished;
    this.#names.add(name);
    return name;
  }
}

function wordOf(key: string | number): string {
  const word = String(key).replace(/[^\p{L}\p{N}_]+/gu, '_');
  return FORBIDDEN_KEYS.has(word) || /^\d/.test(word) || word === '' ? `_${word}` : word;
}

/** A param that gives the value of a field. */
export function readingParam({ redirectReferences }: ExpressionTools, { root, path, isSure }: Field): Json {
  const param: Json = isSure ? '{{x}}' : { $expr: 'coalesce(x, null)' };
  return redirectReferences(param, () => ({ root, path }));
}

/** JSON Schema of an object with these fields. */
export function schemaOfFields(fields: readonly Field[]): JsonObject {
  const required = fields.filter(({ isSure }) => isSure).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema, isSure }) => [name, isSure ? schema : orNull(schema)])),
    ...(required.length > 0 && { required }),
  };
}

function orNull({ type, ...rest }: JsonObject): JsonObject {
  return typeof type === 'string' ? { ...rest, type: [type, 'null'] } : rest;
}

/** What a schema says about the value at a path: its type and what it is, not how it is made up. */
export function schemaAt(schema: JsonObject | undefined, path: Field['path']): JsonObject {
  let at: Json | undefined = schema;
  for (const key of path) {
    const inner: Json | undefined = isObject(at) ? at[typeof key === 'number' ? 'items' : 'properties'] : undefined;
    at = typeof key === 'number' ? inner : isObject(inner) ? inner[key] : undefined;
  }
  if (!isObject(at)) return {};
  const { type, title, description } = at;
  return {
    ...(typeof type === 'string' && { type }),
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
