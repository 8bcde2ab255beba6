import type { Params, ParamMap } from '@angular/router';
import type {
  SortDirection,
  WorkflowListQueryVariables,
  WorkflowSort,
  WorkflowStatus,
} from '@millrace/web-api/graphql';

/** What the list shows, as its address says it. */
export interface ListQuery {
  readonly search: string;
  readonly tags: readonly string[];
  /** Null: everything that is not in the bin. */
  readonly status: WorkflowStatus | null;
  readonly sort: WorkflowSort;
  readonly direction: SortDirection;
}

const STATUSES: Readonly<Record<string, WorkflowStatus>> = {
  live: 'ENABLED',
  disabled: 'DISABLED',
  draft: 'DRAFT',
  bin: 'DELETED',
};
const SORTS: Readonly<Record<string, WorkflowSort>> = { updated: 'UPDATED', created: 'CREATED', name: 'NAME' };
const DEFAULT_SORT = '-updated';

/** The query in an address; what makes no sense there is passed over. */
export function queryOf(params: ParamMap): ListQuery {
  const sort = params.get('sort') ?? DEFAULT_SORT;
  const known = SORTS[sort.replace(/^-/, '')];
  return {
    search: params.get('q') ?? '',
    tags: params.getAll('tag'),
    status: STATUSES[params.get('status') ?? ''] ?? null,
    sort: known ?? 'UPDATED',
    direction: known && !sort.startsWith('-') ? 'ASC' : 'DESC',
  };
}

/** The address of a query, without what is so anyway. */
export function paramsOf({ search, tags, status, sort, direction }: ListQuery): Params {
  const order = `${direction === 'DESC' ? '-' : ''}${keyOf(SORTS, sort)}`;
  return {
    ...(search.trim() ? { q: search.trim() } : {}),
    ...(tags.length > 0 ? { tag: [...tags] } : {}),
    ...(status ? { status: keyOf(STATUSES, status) } : {}),
    ...(order === DEFAULT_SORT ? {} : { sort: order }),
  };
}

/** Whether anything is left out of the list. */
export function isFiltered({ search, tags, status }: ListQuery): boolean {
  return search.trim() !== '' || tags.length > 0 || status !== null;
}

/** The query as the API takes it. */
export function variablesOf({ search, tags, status, sort, direction }: ListQuery): WorkflowListQueryVariables {
  return { search: search.trim() || null, tags: tags.length > 0 ? [...tags] : null, status, sort, direction };
}

function keyOf<T>(table: Readonly<Record<string, T>>, value: T): string {
  return Object.keys(table).find((key) => table[key] === value) ?? '';
}
