import type { Json, JsonObject } from '@millrace/workflow-model';
import type { FieldKind, FormField, FormReading } from './form-fields';

/** Name of the field that holds a payload as a whole. */
const WHOLE = 'payload';
const PREFIX = 'payload.';

/** A form for a payload: one field for each property when its schema has plain ones only, else the JSON as a whole. */
export function payloadFields(payload: Json, schema: JsonObject | null): FormField[] {
  const whole: FormField = { name: WHOLE, label: 'Data', kind: 'json', isRequired: true, value: payload };
  const properties = schema?.['properties'];
  if (!isObject(properties) || !isObject(payload)) return [whole];
  const required = Array.isArray(schema?.['required']) ? schema['required'] : [];
  const names = Object.keys(properties);
  // What the schema does not name would be lost.
  if (names.length === 0 || Object.keys(payload).some((name) => !names.includes(name))) return [whole];
  const fields = names.map((name) => fieldOf(name, properties[name], payload[name], required.includes(name)));
  return fields.every((field) => field !== undefined) ? fields : [whole];
}

/** The payload that the fields were filled in with. What was left empty and was not there before stays out. */
export function payloadIn(fields: readonly FormField[], { values }: FormReading): Json {
  if (fields[0]?.name === WHOLE) return values[WHOLE] ?? null;
  const entries = fields.flatMap(({ name, value }): [string, Json][] => {
    const now = values[name];
    if (now === undefined || ((now === '' || now === null) && value === undefined)) return [];
    return [[name.slice(PREFIX.length), now]];
  });
  return Object.fromEntries(entries);
}

function fieldOf(
  name: string,
  schema: Json | undefined,
  value: Json | undefined,
  isRequired: boolean,
): FormField | undefined {
  if (!isObject(schema)) return undefined;
  const kind = kindOf(schema);
  if (kind === undefined || (typeof value === 'object' && value !== null)) return undefined;
  const { title, description, enum: options } = schema;
  return {
    ...{ name: `${PREFIX}${name}`, kind },
    isRequired: isRequired && kind !== 'checkbox',
    label: typeof title === 'string' && title !== '' ? title : name,
    ...(typeof description === 'string' ? { help: description } : {}),
    ...(Array.isArray(options) ? { options: options.map(String) } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

function kindOf({ type, format, enum: options, maxLength }: JsonObject): FieldKind | undefined {
  if (Array.isArray(options)) return options.every((option) => typeof option === 'string') ? 'select' : undefined;
  if (type === 'boolean') return 'checkbox';
  if (type === 'number' || type === 'integer') return 'number';
  if (type !== 'string') return undefined;
  if (format === 'date') return 'date';
  if (format === 'email') return 'email';
  return typeof maxLength === 'number' && maxLength <= 200 ? 'text' : 'textarea';
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
