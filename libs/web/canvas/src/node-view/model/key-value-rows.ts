import type { Json, JsonObject } from '@millrace/workflow-model';
import { isObject } from './schema';

/** A name with its value. */
export interface KeyValueRow {
  readonly key: string;
  readonly value: Json;
}

/** How a table of names and values is written: as an object, or as a list of `{ field, value }`. */
export type TableForm = 'object' | 'list';

/** How a value is written. */
export function formOf(value: Json | undefined): TableForm {
  return Array.isArray(value) ? 'list' : 'object';
}

/** Rows of an object or of a list of `{ field, value }`. */
export function readRows(value: Json | undefined): readonly KeyValueRow[] {
  if (Array.isArray(value))
    return value.filter(isObject).map((row) => ({ key: nameOf(row), value: row['value'] ?? '' }));
  return isObject(value) ? Object.entries(value).map(([key, each]) => ({ key, value: each })) : [];
}

function nameOf(row: JsonObject): string {
  const name = row['field'] ?? row['key'] ?? row['name'];
  return typeof name === 'string' ? name : '';
}

/** Rows as they are stored. Rows without a name are left out; of equal names the last one holds. */
export function writeRows(rows: readonly KeyValueRow[], form: TableForm): Json {
  const named = rows.filter((row) => row.key.trim() !== '');
  if (form === 'list') return named.map(({ key, value }) => ({ field: key, value }));
  return Object.fromEntries(named.map(({ key, value }) => [key, value]));
}

/** Names that stand in more than one row. */
export function repeatedKeys(rows: readonly KeyValueRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of rows) {
    if (key !== '' && seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}
