/** What a field is written with. */
export type SchemaFieldKind =
  'text' | 'long-text' | 'number' | 'integer' | 'boolean' | 'choice' | 'date' | 'date-time' | 'object' | 'json';

/** One property of an object, as a form shows it. */
export interface SchemaField {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly kind: SchemaFieldKind;
  readonly required: boolean;
  /** Of a choice. */
  readonly choices?: readonly (string | number)[];
  /** Of an object. */
  readonly fields?: readonly SchemaField[];
}

type Fields = Readonly<Record<string, unknown>>;

/** From here on text gets several lines. */
const LONG_TEXT = 80;
/** Objects inside one another that are drawn as fields; deeper ones are JSON. */
const DEEPEST = 3;

/**
 * Fields for a value that JSON Schema describes, or that stands for itself where there is no schema; undefined when it is no
 * object that can be drawn as a form.
 */
export function schemaFields(schema: unknown, value?: unknown): readonly SchemaField[] | undefined {
  if (isFields(schema) && isFields(schema['properties'])) return fieldsIn(schema, 1);
  const isOpen = schema === null || schema === undefined || (isFields(schema) && schema['properties'] === undefined);
  if (!isOpen || !isFields(value) || Object.keys(value).length === 0) return undefined;
  return fieldsIn(schemaOf(value), 1);
}

function fieldsIn(schema: Fields, depth: number): readonly SchemaField[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = isFields(schema['properties']) ? schema['properties'] : {};
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(name, isFields(property) ? property : {}, { isRequired: required.includes(name), depth }),
  );
}

function fieldOf(
  name: string,
  schema: Fields,
  { isRequired, depth }: { readonly isRequired: boolean; readonly depth: number },
): SchemaField {
  const { title, description } = schema;
  const common = {
    name,
    title: typeof title === 'string' && title !== '' ? title : wordsOf(name),
    required: isRequired,
    ...(typeof description === 'string' && description !== '' && { help: description }),
  };
  const choices = choicesIn(schema);
  if (choices !== undefined) return { ...common, kind: 'choice', choices };
  const type = typeOf(schema);
  if (type === 'object' && isFields(schema['properties']) && depth < DEEPEST)
    return { ...common, kind: 'object', fields: fieldsIn(schema, depth + 1) };
  return { ...common, kind: type === 'string' ? textKind(schema) : (SCALARS[type] ?? 'json') };
}

const SCALARS: Readonly<Record<string, SchemaFieldKind>> = {
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

function textKind({ format, maxLength, ui }: Fields): SchemaFieldKind {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'date-time';
  const isLong = (typeof maxLength === 'number' && maxLength > 300) || (isFields(ui) && ui['control'] === 'textarea');
  return isLong ? 'long-text' : 'text';
}

/** The one type of a value beside null; several types are JSON. */
function typeOf({ type }: Fields): string {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  return types.length === 1 ? String(types[0]) : '';
}

function choicesIn({ enum: listed }: Fields): readonly (string | number)[] | undefined {
  if (!Array.isArray(listed) || listed.length === 0) return undefined;
  const isPlain = listed.every((one) => typeof one === 'string' || typeof one === 'number');
  return isPlain ? (listed as (string | number)[]) : undefined;
}

/** A schema that says of a value what it is now. */
function schemaOf(value: unknown): Fields {
  if (typeof value === 'string') return { type: 'string', ...(isLong(value) && { maxLength: 10_000 }) };
  if (typeof value === 'number' || typeof value === 'boolean') return { type: typeof value };
  if (!isFields(value)) return {};
  const properties = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, schemaOf(part)]));
  return { type: 'object', properties };
}

function isLong(text: string): boolean {
  return text.length > LONG_TEXT || text.includes('\n');
}

/** `dueDate` and `due_date` are "Due date". */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  if (words === '') return name;
  const isWord = (word: string): boolean => /^[A-Z][a-z]/.test(word);
  const [first = '', ...rest] = words.split(/\s+/);
  return [
    first.charAt(0).toUpperCase() + first.slice(1),
    ...rest.map((one) => (isWord(one) ? one.toLowerCase() : one)),
  ].join(' ');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
