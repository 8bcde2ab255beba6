import { Validator } from '@cfworker/json-schema';
import type { ValidationResult } from '@cfworker/json-schema';
import { NodeError } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { LlmProvider } from './llm-types';
import { readJson } from './tool-arguments';

/** Flaws that a model is told at once. */
const MAX_FLAWS = 10;
/** What Anthropic's grammar does not know; the answer is checked against it all the same. */
const UNKNOWN_TO_ANTHROPIC = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'default',
  '$schema',
  '$id',
]);

/** A schema for the answer of a model. Providers want an object at the top, so anything else is put into one. */
export class AnswerSchema {
  /** What the model is asked for. */
  readonly asked: JsonObject;
  private readonly isWrapped: boolean;

  constructor(schema: JsonObject) {
    this.isWrapped = !isObjectSchema(schema);
    this.asked = this.isWrapped ? wrapped(schema) : schema;
  }

  /** The form in which a provider takes it. */
  nativeFor(provider: LlmProvider): JsonObject {
    return provider === 'anthropic' ? (tightened(this.asked) as JsonObject) : this.asked;
  }

  /** Whether a provider can enforce it. Anthropic's grammar knows no objects whose names are not told beforehand. */
  isEnforcedBy(provider: LlmProvider): boolean {
    return provider !== 'anthropic' || !hasOpenObject(this.asked);
  }

  /** Words that ask for it, for providers that do not enforce it. */
  inWords(): string {
    return `Answer with JSON only: no code fence, no words around it. The JSON must fit this JSON Schema:\n${JSON.stringify(this.asked)}`;
  }

  /** The value in an answer, or what is wrong with it. */
  read(text: string): { readonly value: Json } | { readonly flaws: readonly string[] } {
    const value = readJson(text);
    if (value === undefined) return { flaws: ['it is no JSON'] };
    const flaws = flawsOf(this.asked, value);
    if (flaws.length > 0) return { flaws };
    return { value: this.isWrapped ? ((value as JsonObject)['value'] as Json) : value };
  }
}

/**
 * What is wrong with a value, each with its place; empty when it fits the schema.
 * @throws NodeError `AI_SCHEMA_INVALID`
 */
export function flawsOf(schema: JsonObject, value: Json): readonly string[] {
  const { valid, errors } = validated(schema, value);
  if (valid) return [];
  // The deepest error says most; those above it only say that something below is wrong.
  const told = errors.map(({ instanceLocation, error }) => `${instanceLocation.replace(/^#/, '') || 'it'}: ${error}`);
  return [...new Set(told.reverse())].slice(0, MAX_FLAWS);
}

function validated(schema: JsonObject, value: Json): ValidationResult {
  try {
    // The validator writes into its schema; that of a node is frozen and shared by all runs.
    return new Validator(structuredClone(schema), '2020-12', false).validate(value);
  } catch (error) {
    // It throws plain errors for references that lead nowhere and patterns that are none.
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    const message = `The JSON Schema cannot be used: ${reason}`;
    throw new NodeError({ code: 'AI_SCHEMA_INVALID', fault: 'user', message }, { cause: error });
  }
}

/** Whether OpenAI's strict mode takes a schema: every object is closed and all of its properties are required. */
export function isStrict(schema: Json | undefined): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (!isObject(schema)) return true;
  const properties = schema['properties'];
  if (schema['type'] === 'object' || properties !== undefined) {
    const names = Object.keys(isObject(properties) ? properties : {});
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    if (schema['additionalProperties'] !== false || !names.every((name) => required.includes(name))) return false;
  }
  return Object.values(schema).every(isStrict);
}

/** Whether some object in it may have names that it does not tell. */
function hasOpenObject(schema: Json | undefined): boolean {
  if (Array.isArray(schema)) return schema.some(hasOpenObject);
  if (!isObject(schema)) return false;
  const more = schema['additionalProperties'];
  if (more === true || isObject(more)) return true;
  if (schema['type'] === 'object' && !isObject(schema['properties'])) return true;
  return Object.values(schema).some(hasOpenObject);
}

function isObjectSchema(schema: JsonObject): boolean {
  return schema['type'] === 'object' || (schema['type'] === undefined && isObject(schema['properties']));
}

function wrapped({ $defs, ...schema }: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { value: schema },
    required: ['value'],
    additionalProperties: false,
    ...($defs === undefined ? {} : { $defs }),
  };
}

function tightened(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(tightened);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => !UNKNOWN_TO_ANTHROPIC.has(key));
  const entries = kept.map(([key, value]): [string, Json] => [
    key,
    isNames(key) ? tightenedEach(value) : inner(key, value),
  ]);
  const isClosed = schema['type'] === 'object' || isObject(schema['properties']);
  const closed: JsonObject = isClosed ? { additionalProperties: false } : {};
  return { ...Object.fromEntries(entries), ...closed };
}

/** Keywords whose keys are names that people chose. */
function isNames(key: string): boolean {
  return key === 'properties' || key === '$defs' || key === 'definitions';
}

function tightenedEach(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, tightened(schema)]));
}

function inner(key: string, value: Json): Json {
  return key === 'enum' || key === 'const' || key === 'required' ? value : tightened(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
