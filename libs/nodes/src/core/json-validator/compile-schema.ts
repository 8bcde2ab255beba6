import { NodeError } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { Ajv } from 'ajv';
import type { AnySchema, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';

export type Draft = '2020-12' | '7';

const MAX_SCHEMA_LENGTH = 256 * 1024;
const MAX_DEPTH = 64;
const MAX_CACHED = 200;
const cache = new Map<string, ValidateFunction>();

/**
 * A validator for a schema, from the cache if it was compiled before. Patterns are RE2, remote references are refused.
 * @throws NodeError `JSON_SCHEMA_INVALID`
 */
export function compileSchema(
  schema: Json,
  options: { readonly draft: Draft; readonly allErrors: boolean },
): ValidateFunction {
  const text = JSON.stringify(schema);
  const key = `${options.draft} ${options.allErrors} ${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const reason = refusal(schema, text);
  if (reason !== undefined) throw invalidSchema(reason);
  const fresh = compile(schema, options);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, fresh);
  return fresh;
}

/** The draft that a schema names, or 2020-12. */
export function draftOf(schema: Json): Draft {
  const named = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema['$schema'] : undefined;
  return typeof named === 'string' && /draft-0[4-7]/.test(named) ? '7' : '2020-12';
}

/** A failure for a schema that cannot be used. */
export function invalidSchema(reason: string, cause?: unknown): NodeError {
  const message = `The JSON Schema cannot be used: ${reason}`;
  return new NodeError({ code: 'JSON_SCHEMA_INVALID', fault: 'user', message }, { cause });
}

function compile(schema: Json, { draft, allErrors }: { draft: Draft; allErrors: boolean }): ValidateFunction {
  try {
    const ajv = draft === '7' ? new Ajv(optionsOf(allErrors)) : new Ajv2020(optionsOf(allErrors));
    formats(ajv);
    return ajv.compile(schema as AnySchema);
  } catch (error) {
    // ajv reports every flaw of a schema as a plain Error.
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    throw invalidSchema(`${error.message}.`, error);
  }
}

function optionsOf(allErrors: boolean): Options {
  return {
    allErrors,
    strict: false,
    logger: false,
    messages: true,
    validateSchema: true,
    code: { regExp: linearRegExp },
  };
}

/** ajv-formats is CommonJS: depending on the loader its function is the module or the module's default. */
const formats = (
  typeof addFormats === 'function' ? addFormats : (addFormats as { default: typeof addFormats }).default
) as (ajv: Ajv | Ajv2020) => unknown;

/** Patterns of the schema in RE2, whose time grows with the text only. ajv tells them apart by their text. */
function linearRegExp(pattern: string): { test(text: string): boolean; toString(): string } {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
}
linearRegExp.code = 'linearRegExp';

function refusal(schema: Json, text: string): string | undefined {
  if (text.length > MAX_SCHEMA_LENGTH) return `it has ${text.length} characters, more than ${MAX_SCHEMA_LENGTH}.`;
  if (isDeeper(schema, MAX_DEPTH)) return `it is nested more than ${MAX_DEPTH} deep.`;
  return text.includes('"$async"') ? '`$async` is not supported.' : undefined;
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
