import { NodeError } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { draftOf } from './compile-schema';
import { readSchema, schemaErrors } from './schema-check';

/** Errors that are told; the others are only counted. */
const MAX_ERRORS = 100;

/** A schema as people write it: an object, or its text. Nothing when the field is empty. */
export type WrittenSchema = JsonObject | string | undefined;

/**
 * Lets a value through that a schema describes, and any when there is no schema.
 * @throws NodeError `code` with everything that is wrong; `JSON_SCHEMA_INVALID`, `JSON_SCHEMA_TOO_COMPLEX`
 */
export function requireFits(
  value: Json,
  written: WrittenSchema,
  failure: { readonly code: string; readonly what: string },
): Json {
  if (written === undefined || (typeof written === 'string' && written.trim() === '')) return value;
  const schema = readSchema(written);
  const errors = schemaErrors(value, schema, { draft: draftOf(schema) });
  const [first] = errors;
  if (first === undefined) return value;
  const where = first.path === '' ? 'it' : `"${first.path}"`;
  const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  throw new NodeError({
    code: failure.code,
    fault: 'user',
    message: `${failure.what} does not fit its schema: ${where} ${first.message}${others}.`,
    details: { errors: errors.slice(0, MAX_ERRORS).map((error) => ({ ...error })), errorCount: errors.length },
  });
}
