import { filtersOf, NO_FILTERS, paramsOf, type RunFilters } from '../run-filters';

/** Filters of the list under a name. */
export interface RunView {
  readonly id: string;
  readonly name: string;
  readonly filters: RunFilters;
  /** Comes with the product: cannot be changed. */
  readonly isBuiltIn: boolean;
}

/** What people ask for first. */
export const BUILT_IN_VIEWS: readonly RunView[] = [
  { id: 'all', name: 'All', filters: NO_FILTERS, isBuiltIn: true },
  {
    id: 'attention',
    name: 'Needs attention',
    filters: { ...NO_FILTERS, statuses: ['WAITING', 'FAILED', 'PAUSED'], period: 'week' },
    isBuiltIn: true,
  },
  { id: 'starred', name: 'Starred', filters: { ...NO_FILTERS, starred: true }, isBuiltIn: true },
];

/** The filters as text that a view keeps; the same filters always give the same text. */
export function queryTextOf(filters: RunFilters): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(paramsOf(filters))) if (value !== null) params.set(name, value);
  params.sort();
  return params.toString();
}

/** A view that was saved; filters of a later release that are not known here are left out. */
export function savedViewOf(saved: { readonly id: string; readonly name: string; readonly query: string }): RunView {
  const { id, name, query } = saved;
  return { id, name, filters: filtersOf(new URLSearchParams(query)), isBuiltIn: false };
}

/** Whether both mean the same runs. */
export function sameFilters(a: RunFilters, b: RunFilters): boolean {
  return queryTextOf(sorted(a)) === queryTextOf(sorted(b));
}

/** The view that the address names, else the first whose filters hold; undefined for filters of no view. */
export function currentView(views: readonly RunView[], named: string | null, filters: RunFilters): RunView | undefined {
  return views.find(({ id }) => id === named) ?? views.find((view) => sameFilters(view.filters, filters));
}

function sorted(filters: RunFilters): RunFilters {
  return { ...filters, statuses: [...filters.statuses].sort(), modes: [...filters.modes].sort() };
}
