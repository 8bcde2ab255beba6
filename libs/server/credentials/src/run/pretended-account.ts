import { sampleOf, type CredentialTypeData, type Json, type JsonObject } from '@millrace/workflow-model';

/** An account as it is in the hands of a run that only pretends: nothing that somebody entered is in it. */
export interface PretendedAccount {
  readonly type: string;
  readonly name: string;
  /** Made up from what the type says of its fields; secret ones are left out. */
  readonly fields: JsonObject;
}

/** Fields of an account of this type as they would be by default, or as the form shows them by way of example. */
export function madeUpFields({ fieldsSchema, secretFields }: CredentialTypeData): JsonObject {
  const properties = (fieldsSchema as JsonObject)['properties'] as Readonly<Record<string, JsonObject>> | undefined;
  const open = Object.entries(properties ?? {}).filter(([name]) => !secretFields.includes(name));
  return Object.fromEntries(open.map(([name, schema]) => [name, madeUp(schema)]));
}

function madeUp(schema: JsonObject): Json {
  const preset = schema['default'];
  if (preset !== undefined && preset !== '') return preset;
  const placeholder = (schema['ui'] as JsonObject | undefined)?.['placeholder'];
  if (typeof placeholder === 'string') return placeholder;
  return sampleOf(schema) ?? null;
}
