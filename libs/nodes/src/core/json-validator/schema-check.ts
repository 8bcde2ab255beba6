import { NodeError } from '@millrace/node-sdk';
import { formatPath } from '@millrace/workflow-model';
import type { DataPath, Json } from '@millrace/workflow-model';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { compileSchema, invalidSchema } from './compile-schema';
import type { Draft } from './compile-schema';
import { TimeLimitError, withinTime } from './time-limit';
import type { ValidationError } from './validation-error';

/** Milliseconds that compiling and checking may take together. */
const TIME_LIMIT_MS = 2_000;
/** Schema nodes times data nodes up to which every error is looked for; beyond it, checking ends at the first. */
const MAX_EFFORT = 1_000_000;

/**
 * What a schema says against data.
 * @throws NodeError `JSON_SCHEMA_INVALID`, `JSON_SCHEMA_TOO_COMPLEX`
 */
export function schemaErrors(data: Json, schema: Json, { draft }: { readonly draft: Draft }): ValidationError[] {
  const allErrors = sizeOf(schema) * sizeOf(data) <= MAX_EFFORT;
  return withinLimits(() => errorsOf(data, compileSchema(schema, { draft, allErrors }), []));
}

/** What a compiled schema says against a value that stands at `at`. Without limits of its own. */
export function errorsOf(value: Json, validate: ValidateFunction, at: DataPath): ValidationError[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    path: formatPath([...at, ...pathOf(error, value)]),
    message: messageOf(error),
    keyword: error.keyword,
  }));
}

/** The schema as an object, from text if need be. */
export function readSchema(schema: Json): Json {
  if (typeof schema !== 'string') return schema;
  try {
    return JSON.parse(schema) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidSchema(`it is no JSON (${error.message}).`, error);
  }
}

/**
 * Runs checks that a schema decides the cost of.
 * @throws NodeError `JSON_SCHEMA_TOO_COMPLEX`
 */
export function withinLimits<T>(work: () => T): T {
  try {
    return withinTime(TIME_LIMIT_MS, work);
  } catch (error) {
    const overflow = error instanceof RangeError;
    if (!overflow && !(error instanceof TimeLimitError)) throw error;
    const reason = overflow ? 'it refers to itself without end' : `checking took more than ${TIME_LIMIT_MS} ms`;
    const message = `The JSON Schema is too complex for this data: ${reason}. Simplify the schema.`;
    throw new NodeError({ code: 'JSON_SCHEMA_TOO_COMPLEX', fault: 'user', message }, { cause: error });
  }
}

/** Where an error is; a missing or unexpected property counts as the place. */
function pathOf({ instancePath, params }: ErrorObject, data: Json): DataPath {
  const path: (string | number)[] = [];
  let value: Json | undefined = data;
  for (const part of instancePath.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const segment: string | number = Array.isArray(value) ? Number(key) : key;
    path.push(segment);
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, Json>)[segment] : undefined;
  }
  const named: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof named === 'string' ? [...path, named] : path;
}

function messageOf({ keyword, params, message = 'is not valid' }: ErrorObject): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return 'is not allowed';
  if (keyword === 'enum') return `must be one of ${JSON.stringify(params['allowedValues']).slice(1, -1)}`;
  if (keyword === 'const') return `must be ${JSON.stringify(params['allowedValue'])}`;
  return message;
}

function sizeOf(value: Json): number {
  let size = 0;
  const rest: Json[] = [value];
  while (rest.length > 0 && size < MAX_EFFORT) {
    const next = rest.pop();
    size += 1;
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) rest.push(inner);
  }
  return size;
}
