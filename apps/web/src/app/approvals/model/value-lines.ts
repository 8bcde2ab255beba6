import type { Json } from '@millrace/workflow-model';

/** A part of data, as it is read best. */
export type ValueLine =
  | { readonly name: string; readonly kind: 'text'; readonly text: string }
  | {
      readonly name: string;
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly name: string; readonly kind: 'json'; readonly text: string };

const MOST_COLUMNS = 5;
const MOST_ROWS = 50;

/** Parts of an object, plain ones first; undefined for what is no object. */
export function valueLines(value: Json): readonly ValueLine[] | undefined {
  if (!isFields(value)) return undefined;
  const lines = Object.entries(value).map(([name, part]) => lineOf(name, part));
  return [...lines.filter(({ kind }) => kind === 'text'), ...lines.filter(({ kind }) => kind !== 'text')];
}

/** One value with a name. */
export function lineOf(name: string, value: Json): ValueLine {
  if (typeof value !== 'object' || value === null) return { name, kind: 'text', text: textOf(value) };
  return tableOf(name, value) ?? { name, kind: 'json', text: JSON.stringify(value, null, 2) };
}

/** A list of small, plain objects. */
function tableOf(name: string, value: Json): ValueLine | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_ROWS || !value.every(isPlain))
    return undefined;
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  if (columns.length > MOST_COLUMNS) return undefined;
  return { name, kind: 'table', columns, rows: value.map((row) => columns.map((column) => textOf(row[column]))) };
}

function isPlain(value: Json): value is { [key: string]: Json } {
  return isFields(value) && Object.values(value).every((part) => typeof part !== 'object' || part === null);
}

function isFields(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: Json | undefined): string {
  return value === null || value === undefined ? '–' : String(value);
}
