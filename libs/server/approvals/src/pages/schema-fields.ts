import type { Json, JsonObject } from '@millrace/workflow-model';
import type { FieldKind, FormField, FormReading } from './form-fields';

/** Name of the field that holds a payload as a whole. */
const WHOLE = 'payload';
/** Stands before the name of a property in that of its field. */
export const PAYLOAD_PREFIX = 'payload.';

/** Characters that one line is enough for. */
const SHORT = 200;

/** A form for a payload: one field for each property when its schema, or the payload itself, has plain ones only, else the JSON as a whole. */
export function payloadFields(payload: Json, schema: JsonObject | null): FormField[] {
  const whole: FormField = { name: WHOLE, label: 'Data', kind: 'json', isRequired: true, value: payload };
  const known = schema ?? schemaOfPlain(payload);
  const properties = known?.['properties'];
  if (!isObject(properties) || !isObject(payload)) return [whole];
  const required = Array.isArray(known?.['required']) ? known['required'] : [];
  const names = Object.keys(properties);
  // What the schema does not name would be lost.
  if (names.length === 0 || Object.keys(payload).some((name) => !names.includes(name))) return [whole];
  const fields = names.map((name) => fieldOf(name, properties[name], payload[name], required.includes(name)));
  return fields.every((field) => field !== undefined) ? fields : [whole];
}

/** Without a schema, plain values stay of the kind that they are: nobody writes JSON on a phone. */
function schemaOfPlain(payload: Json): JsonObject | null {
  if (!isObject(payload)) return null;
  const entries = Object.entries(payload).map(([name, value]): [string, JsonObject] => [
    name,
    { type: value === null ? 'null' : typeof value, ...(isShort(value) ? { maxLength: SHORT } : {}) },
  ]);
  // Text may be emptied; a number that is none would be another kind of value.
  const required = entries.filter(([, { type }]) => type === 'number').map(([name]) => name);
  return { properties: Object.fromEntries(entries), required };
}

function isShort(value: Json): boolean {
  return typeof value === 'string' && value.length <= SHORT / 2 && !value.includes('\n');
}

/** The payload that the fields were filled in with. What was left empty and was not there before stays out. */
export function payloadIn(fields: readonly FormField[], { values }: FormReading): Json {
  if (fields[0]?.name === WHOLE) return values[WHOLE] ?? null;
  const entries = fields.flatMap(({ name, value }): [string, Json][] => {
    const now = values[name];
    if (now === undefined || ((now === '' || now === null) && value === undefined)) return [];
    return [[name.slice(PAYLOAD_PREFIX.length), now]];
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
    ...{ name: `${PAYLOAD_PREFIX}${name}`, kind },
    isRequired: isRequired && kind !== 'checkbox',
    label: typeof title === 'string' && title !== '' ? title : wordsOf(name),
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
  return typeof maxLength === 'number' && maxLength <= SHORT ? 'text' : 'textarea';
}

/** `dueDate` and `due_date` are "Due date", as in the inbox. */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z][a-z])/g, (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
