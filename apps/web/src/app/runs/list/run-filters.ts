import type { ExecutionFilter, ExecutionMode, ExecutionStatus } from '@millrace/web-api/graphql';
import type { RunRow } from '../shared/run-row';
import { MODE_LOOKS, RUN_STATUSES } from '../shared/run-words';

/** Spans that reach up to now. */
export const PERIODS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 } as const;
export type Period = keyof typeof PERIODS;

/** What narrows the list of runs; the whole of it stands in the address. */
export interface RunFilters {
  /** All when empty. */
  readonly statuses: readonly ExecutionStatus[];
  /** All when empty. */
  readonly modes: readonly ExecutionMode[];
  readonly workflowId?: string;
  /** Semantic version, or `draft`. */
  readonly version?: string;
  readonly period?: Period;
  /** First and last day, `2026-11-20`, in the zone of the browser; instead of `period`. */
  readonly from?: string;
  readonly to?: string;
  /** Part of the error. */
  readonly error?: string;
  readonly hasRetries: boolean;
  readonly starred: boolean;
}

/** Everything. */
export const NO_FILTERS: RunFilters = { statuses: [], modes: [], hasRetries: false, starred: false };

/** Where the address is read from: `ParamMap` of the router, `URLSearchParams`. */
export interface AddressParams {
  get(name: string): string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters that an address names; what it cannot mean is left out. */
export function filtersOf(params: AddressParams): RunFilters {
  const period = params.get('period');
  const [from, to] = [params.get('from'), params.get('to')];
  return {
    statuses: listed(params.get('status'), RUN_STATUSES),
    modes: listed(params.get('mode'), Object.keys(MODE_LOOKS) as ExecutionMode[]),
    hasRetries: params.get('retries') === 'yes',
    starred: params.get('starred') === 'yes',
    ...text('workflowId', params.get('workflow')),
    ...text('version', params.get('version')),
    ...text('error', params.get('error')),
    ...(period !== null && Object.hasOwn(PERIODS, period) ? { period: period as Period } : {}),
    ...(from !== null && DAY.test(from) ? { from } : {}),
    ...(to !== null && DAY.test(to) ? { to } : {}),
  };
}

/** The filters as params of an address; null takes a param away. */
export function paramsOf(filters: RunFilters): Readonly<Record<string, string | null>> {
  const word = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);
  return {
    status: word(filters.statuses.join(',').toLowerCase()),
    mode: word(filters.modes.join(',').toLowerCase()),
    workflow: word(filters.workflowId),
    version: word(filters.version),
    period: word(filters.period),
    from: word(filters.from),
    to: word(filters.to),
    error: word(filters.error),
    retries: filters.hasRetries ? 'yes' : null,
    starred: filters.starred ? 'yes' : null,
  };
}

/** How many filters hold. The workflow of a workflow's own list is none. */
export function countFilters({ statuses, modes, ...rest }: RunFilters): number {
  const { workflowId, version, period, from, to, error, hasRetries, starred } = rest;
  const times = period !== undefined || from !== undefined || to !== undefined;
  const singles = [workflowId !== undefined, version !== undefined, times, error !== undefined, hasRetries, starred];
  return statuses.length + modes.length + singles.filter(Boolean).length;
}

/** The span that is asked for, in milliseconds since the epoch. */
export function spanOf({ period, from, to }: RunFilters, nowMs: number): { fromMs?: number; toMs?: number } {
  if (period !== undefined) return { fromMs: nowMs - PERIODS[period] };
  return {
    ...(from === undefined ? {} : { fromMs: startOfDay(from) }),
    ...(to === undefined ? {} : { toMs: startOfDay(to) + PERIODS.day }),
  };
}

/** The filters as the server takes them. */
export function serverFilterOf(filters: RunFilters, nowMs: number): ExecutionFilter {
  const { statuses, modes, workflowId, version, error, hasRetries, starred } = filters;
  const { fromMs, toMs } = spanOf(filters, nowMs);
  return {
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(modes.length > 0 ? { modes } : {}),
    ...(workflowId === undefined ? {} : { workflowId }),
    ...(version === undefined ? {} : { version }),
    ...(error === undefined ? {} : { errorText: error }),
    ...(hasRetries ? { hasRetries } : {}),
    ...(starred ? { starred } : {}),
    ...(fromMs === undefined ? {} : { createdAfter: new Date(fromMs).toISOString() }),
    ...(toMs === undefined ? {} : { createdBefore: new Date(toMs).toISOString() }),
  };
}

/** Whether a run that came in live belongs into the list. */
export function fits(row: RunRow, filters: RunFilters, nowMs: number): boolean {
  const { statuses, modes, workflowId, version, error, hasRetries, starred } = filters;
  const { fromMs = -Infinity, toMs = Infinity } = spanOf(filters, nowMs);
  const createdMs = Date.parse(row.createdAt);
  return (
    (statuses.length === 0 || statuses.includes(row.status)) &&
    (modes.length === 0 || modes.includes(row.mode)) &&
    (workflowId === undefined || row.workflowId === workflowId) &&
    (version === undefined || (row.version ?? 'draft') === version) &&
    (error === undefined || holdsText(row, error)) &&
    (!hasRetries || row.retryCount > 0) &&
    (!starred || row.starred) &&
    createdMs >= fromMs &&
    createdMs < toMs
  );
}

function holdsText({ error }: RunRow, wanted: string): boolean {
  return error !== null && `${error.code} ${error.message}`.toLowerCase().includes(wanted.toLowerCase());
}

function listed<T extends string>(value: string | null, allowed: readonly T[]): readonly T[] {
  const words = new Set((value ?? '').toUpperCase().split(','));
  return allowed.filter((one) => words.has(one));
}

function text<K extends string>(key: K, value: string | null): { readonly [P in K]?: string } {
  return (value === null || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}
