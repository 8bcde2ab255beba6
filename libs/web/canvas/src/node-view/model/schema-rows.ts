import type { Json, JsonObject } from '@millrace/workflow-model';
import { isObject, textAt } from './schema';

/** Types that a field of an answer can be given by name; `other` is what only JSON can say. */
export type RowType = 'string' | 'number' | 'integer' | 'boolean' | 'strings' | 'numbers' | 'other';

/** One property of a JSON Schema, as a row. */
export interface SchemaRow {
  readonly name: string;
  readonly type: RowType;
  readonly description: string;
  readonly required: boolean;
  /** All that the schema says of it. */
  readonly schema: JsonObject;
}

const BY_TYPE: Readonly<Record<Exclude<RowType, 'other'>, JsonObject>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  strings: { type: 'array', items: { type: 'string' } },
  numbers: { type: 'array', items: { type: 'number' } },
};

/** Words for the types. */
export const ROW_TYPES: readonly { readonly value: RowType; readonly label: string }[] = [
  { value: 'string', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'integer', label: 'Whole number' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'strings', label: 'List of texts' },
  { value: 'numbers', label: 'List of numbers' },
];

/** The properties of a schema as rows; undefined when it is something that rows cannot show. */
export function rowsOfSchema(value: Json | undefined): readonly SchemaRow[] | undefined {
  if (value === undefined || value === '') return [];
  if (!isObject(value) || (value['type'] !== undefined && value['type'] !== 'object')) return undefined;
  if (['anyOf', 'oneOf', 'allOf', '$ref'].some((word) => value[word] !== undefined)) return undefined;
  const properties = value['properties'] ?? {};
  if (!isObject(properties)) return undefined;
  const required = Array.isArray(value['required']) ? value['required'] : [];
  return Object.entries(properties).map(([name, property]) => rowOf(name, property, required.includes(name)));
}

/** A property as a row. */
export function rowOf(name: string, property: Json | undefined, required: boolean): SchemaRow {
  const schema = isObject(property) ? property : {};
  return { name, type: typeOfRow(schema), description: textAt(schema, 'description') ?? '', required, schema };
}

/** Rows as a schema, with all that the schema before them said beside its properties. Rows without a name are left out. */
export function schemaOfRows(rows: readonly SchemaRow[], before: Json | undefined): JsonObject | undefined {
  const named = rows.filter(({ name }) => name.trim() !== '');
  const { required: _before, ...rest } = isObject(before) ? before : {};
  if (named.length === 0 && Object.keys(rest).every((key) => key === 'type' || key === 'properties')) return undefined;
  const required = named.filter((row) => row.required).map(({ name }) => name.trim());
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(named.map((row) => [row.name.trim(), row.schema])),
    ...(required.length > 0 && { required }),
  };
}

/** The row with another type; what it says of its meaning stays. */
export function retyped(row: SchemaRow, type: RowType): SchemaRow {
  if (type === 'other' || type === row.type) return row;
  return {
    ...row,
    type,
    schema: { ...BY_TYPE[type], ...(row.description !== '' && { description: row.description }) },
  };
}

/** The row with other words about it. */
export function described(row: SchemaRow, description: string): SchemaRow {
  const { description: _before, ...rest } = row.schema;
  return { ...row, description, schema: description === '' ? rest : { ...rest, description } };
}

function typeOfRow(schema: JsonObject): RowType {
  const known = Object.keys(schema).every((key) => ['type', 'items', 'description', 'title'].includes(key));
  if (!known) return 'other';
  const { type, items } = schema;
  if (type === 'string' || type === 'number' || type === 'integer' || type === 'boolean') return type;
  if (type !== 'array' || !isObject(items) || Object.keys(items).length !== 1) return 'other';
  if (items['type'] === 'string') return 'strings';
  return items['type'] === 'number' ? 'numbers' : 'other';
}
