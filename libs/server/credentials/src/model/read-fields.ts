import type { Json, JsonObject } from '@millrace/workflow-model';
import { z } from 'zod';
import { fieldsInvalid } from '../credentials.errors';
import type { KnownCredentialType } from '../credential-types';

/**
 * The values of a new credential, with defaults.
 * @throws DomainError `CREDENTIAL_FIELDS_INVALID`, which names fields and never quotes a value
 */
export function readFields(type: KnownCredentialType, input: unknown): JsonObject {
  return parsed(type.fields, requireObject(type, input));
}

/**
 * The values that change: a secret that is left blank stays as it is.
 * @throws DomainError `CREDENTIAL_FIELDS_INVALID`
 */
export function readChangedFields(type: KnownCredentialType, input: unknown): JsonObject {
  const secrets = new Set(type.data.secretFields);
  const given = Object.entries(requireObject(type, input)).filter(
    ([field, value]) => value !== undefined && value !== null && !(value === '' && secrets.has(field)),
  );
  const schema = z.object(type.fields.shape).partial();
  const changed = parsed(schema, Object.fromEntries(given));
  const names = new Set(given.map(([field]) => field));
  return Object.fromEntries(Object.entries(changed).filter(([field]) => names.has(field)));
}

function requireObject(type: KnownCredentialType, input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw fieldsInvalid([{ field: '', message: 'send an object with a value for each field' }]);
  const unknown = Object.keys(input).filter((field) => !Object.hasOwn(type.fields.shape, field));
  if (unknown.length === 0) return input as Record<string, unknown>;
  throw fieldsInvalid(unknown.map((field) => ({ field: field.slice(0, 60), message: 'is no field of this type' })));
}

function parsed(schema: z.ZodObject, values: Readonly<Record<string, unknown>>): JsonObject {
  const result = schema.safeParse(values, { reportInput: false });
  if (result.success) return defined(result.data);
  throw fieldsInvalid(
    result.error.issues.map(({ path, code, message }) => ({
      field: path.map(String).join('.'),
      // Messages of some kinds quote what was sent.
      message:
        code === 'invalid_value' || code === 'unrecognized_keys' ? 'is none of the values to choose from' : message,
    })),
  );
}

function defined(values: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Json>;
}
