import type { DataStep } from './data-path';

/** A value as a table: a row for each item, a column for each field. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly DataTableRow[];
  /** Where the items stand in the value. */
  readonly steps: readonly DataStep[];
  /** Items are plain values, shown in one column. */
  readonly plain: boolean;
}

/** An item. */
export interface DataTableRow {
  /** Its position among all items. */
  readonly index: number;
  readonly item: unknown;
}

const SAMPLED = 200;
const MAX_COLUMNS = 60;

/** The items of a value: itself when it is a list, its only list when it has one, else it is the only item. */
export function tableOf(value: unknown, query = ''): DataTable {
  const { items, steps } = itemsOf(value);
  const wanted = query.trim().toLowerCase();
  const rows = items
    .map((item, index) => ({ item, index }))
    .filter(
      ({ item }) =>
        wanted === '' ||
        JSON.stringify(item ?? null)
          .toLowerCase()
          .includes(wanted),
    );
  const columns = columnsOf(items);
  return { columns: columns.length === 0 ? ['value'] : columns, rows, steps, plain: columns.length === 0 };
}

/** The cell of an item. */
export function cellOf(table: DataTable, item: unknown, column: string): unknown {
  return table.plain ? item : (item as Record<string, unknown> | null)?.[column];
}

/** The way from the value to a cell; an only item that is the value itself has no index. */
export function cellSteps(table: DataTable, value: unknown, index: number, column: string): readonly DataStep[] {
  const isItself = table.steps.length === 0 && !Array.isArray(value);
  return [...table.steps, ...(isItself ? [] : [index]), ...(table.plain ? [] : [column])];
}

function itemsOf(value: unknown): { items: readonly unknown[]; steps: readonly DataStep[] } {
  if (Array.isArray(value)) return { items: value, steps: [] };
  if (value === null || value === undefined) return { items: [], steps: [] };
  if (typeof value === 'object') {
    const lists = Object.entries(value).filter(([, inner]) => Array.isArray(inner) && inner.length > 0);
    const only = lists.length === 1 && Object.keys(value).length <= 2 ? lists[0] : undefined;
    if (only) return { items: only[1] as readonly unknown[], steps: [only[0]] };
  }
  return { items: [value], steps: [] };
}

function columnsOf(items: readonly unknown[]): readonly string[] {
  const names = new Set<string>();
  for (const item of items.slice(0, SAMPLED)) {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) continue;
    for (const name of Object.keys(item)) if (names.size < MAX_COLUMNS) names.add(name);
  }
  return [...names];
}
