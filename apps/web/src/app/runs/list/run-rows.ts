import type { RunRow } from '../shared/run-row';
import { fits, type RunFilters } from './run-filters';

/** Rows that the live list keeps at most; older ones come back with paging. */
export const LIVE_ROWS = 1_000;

/** What a live change does to a list. */
export interface LiveContext {
  readonly filters: RunFilters;
  readonly nowMs: number;
}

/**
 * The rows with live changes in them: known runs change in place and stay even when they no longer fit, so that nothing
 * vanishes under the pointer; new ones that fit come on top, newest first.
 */
export function withChanges(
  rows: readonly RunRow[],
  changes: readonly RunRow[],
  { filters, nowMs }: LiveContext,
): readonly RunRow[] {
  const newest = new Map<string, RunRow>();
  for (const change of changes) {
    const known = newest.get(change.id);
    if (known === undefined || isNewer(change, known)) newest.set(change.id, change);
  }
  let isChanged = false;
  const kept = rows.map((row) => {
    const change = newest.get(row.id);
    newest.delete(row.id);
    if (change === undefined || !isNewer(change, row)) return row;
    isChanged = true;
    return change;
  });
  const added = [...newest.values()].filter((row) => fits(row, filters, nowMs));
  if (added.length === 0) return isChanged ? kept : rows;
  return [...added, ...kept].sort(byAge).slice(0, Math.max(LIVE_ROWS, rows.length));
}

/** The rows with a further page after them; runs that are there already are not repeated. */
export function withPage(rows: readonly RunRow[], page: readonly RunRow[]): readonly RunRow[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...page.filter(({ id }) => !known.has(id))];
}

function isNewer(change: RunRow, row: RunRow): boolean {
  return change.eventSeq > row.eventSeq || (change.eventSeq === row.eventSeq && change.status !== row.status);
}

/** Newest first; ids rise with time. */
function byAge(a: RunRow, b: RunRow): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
