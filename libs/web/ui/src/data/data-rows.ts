import type { DataStep } from './data-path';

/** What a value is, in our words. */
export type DataType = 'text' | 'number' | 'boolean' | 'null' | 'object' | 'list';

/** A line of a tree of data. */
export interface DataRow {
  /** Its steps as text: what is expanded and found is kept by it. */
  readonly key: string;
  readonly steps: readonly DataStep[];
  readonly depth: number;
  readonly name: string;
  readonly type: DataType;
  readonly value: unknown;
  /** Fields or items inside; 0 for plain values. */
  readonly size: number;
  readonly expanded: boolean;
  /** For the schema of a list: the fields of all its items together. */
  readonly sample?: boolean;
}

/** How rows are read. */
export interface RowSettings {
  /** Keys that differ from what is usual: the first levels are open, the others closed. */
  readonly toggled: ReadonlySet<string>;
  readonly openDepth: number;
  /** Shows only what holds this text in its name or value, and what leads there. */
  readonly query: string;
  /** `schema`: a list shows the fields of one item. */
  readonly mode: 'schema' | 'json';
}

/** Rows beyond this are left out; the count tells. */
export const MAX_ROWS = 200_000;
const SEARCHED_VALUES = 100_000;

/** What a value is. */
export function typeOf(value: unknown): DataType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  return type === 'string' ? 'text' : type === 'number' || type === 'boolean' || type === 'object' ? type : 'text';
}

/** The lines of a value, as far as it is expanded. */
export function dataRows(value: unknown, settings: RowSettings): readonly DataRow[] {
  const rows: DataRow[] = [];
  const found = settings.query.trim() === '' ? undefined : keysHolding(value, settings);
  for (const [name, child] of entriesOf(value, settings.mode))
    collect(rows, { name, child, steps: [name], found, settings });
  return rows;
}

interface Visit {
  readonly name: DataStep;
  readonly child: unknown;
  readonly steps: readonly DataStep[];
  readonly found: ReadonlySet<string> | undefined;
  readonly settings: RowSettings;
}

function collect(rows: DataRow[], { name, child, steps, found, settings }: Visit): void {
  const key = keyOf(steps);
  if (rows.length >= MAX_ROWS || (found && !found.has(key))) return;
  const type = typeOf(child);
  const size = sizeOf(child);
  const isOpen = found ? !settings.toggled.has(key) : settings.toggled.has(key) !== steps.length <= settings.openDepth;
  const expanded = size > 0 && isOpen && (settings.mode === 'json' || !isPlainList(child));
  rows.push({ key, steps, depth: steps.length - 1, name: String(name), type, value: child, size, expanded });
  if (!expanded) return;
  for (const [inner, value] of entriesOf(child, settings.mode)) {
    collect(rows, { name: inner, child: value, steps: [...steps, inner], found, settings });
  }
}

/** Keys of everything that holds the query, and of what it stands in. */
function keysHolding(value: unknown, { query, mode }: RowSettings): ReadonlySet<string> {
  const wanted = query.trim().toLowerCase();
  const keys = new Set<string>();
  let left = SEARCHED_VALUES;
  const visit = (child: unknown, steps: readonly DataStep[]): boolean => {
    if (left-- <= 0) return false;
    let holds = steps.length > 0 && holdsText(steps.at(-1) as DataStep, child, wanted);
    for (const [name, inner] of entriesOf(child, mode)) {
      if (visit(inner, [...steps, name])) holds = true;
    }
    if (holds) keys.add(keyOf(steps));
    return holds;
  };
  visit(value, []);
  return keys;
}

function holdsText(name: DataStep, value: unknown, wanted: string): boolean {
  if (String(name).toLowerCase().includes(wanted)) return true;
  return (value === null || typeof value !== 'object') && String(value).toLowerCase().includes(wanted);
}

/** Names and values inside. The schema of a list shows its first item only, with the fields of the others added. */
export function entriesOf(value: unknown, mode: 'schema' | 'json'): readonly (readonly [DataStep, unknown])[] {
  if (Array.isArray(value)) {
    if (mode === 'json') return value.map((item: unknown, index) => [index, item]);
    return value.length === 0 ? [] : [[0, sampleOf(value)]];
  }
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

/** One item that has the fields of all (of the first hundred): lists of objects whose fields differ. */
function sampleOf(items: readonly unknown[]): unknown {
  const objects = items.slice(0, 100).filter((item) => typeOf(item) === 'object');
  if (objects.length === 0) return items[0];
  return Object.assign({}, ...objects.toReversed()) as unknown;
}

/** Fields of an object or items of a list. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value !== null && typeof value === 'object' ? Object.keys(value).length : 0;
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
}

function keyOf(steps: readonly DataStep[]): string {
  return JSON.stringify(steps);
}

/** A value in one line: text as it is, lists and objects by what they hold. */
export function valueText(value: unknown, maxLength = 200): string {
  if (typeof value === 'string') return value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`;
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'object')
    return Object.keys(value).length === 1 ? '1 field' : `${Object.keys(value).length} fields`;
  return String(value);
}
