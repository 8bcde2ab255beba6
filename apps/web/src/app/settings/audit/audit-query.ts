import type { AuditFilterInput } from '@millrace/web-api/graphql';
import type { Option } from '@millrace/web-ui';

const DAY_MS = 86_400_000;

/** Which lines of the log are shown; as the address has it. */
export interface AuditQuery {
  readonly who: string;
  readonly what: string;
  readonly when: string;
}

/** Times to look at. */
export const PERIODS: readonly (Option & { readonly days: number })[] = [
  { value: 'day', label: 'Last 24 hours', days: 1 },
  { value: 'week', label: 'Last 7 days', days: 7 },
  { value: 'month', label: 'Last 30 days', days: 30 },
  { value: 'year', label: 'Last 365 days', days: 365 },
];

/** What the server is asked for. */
export function filterOf({ who, what, when }: AuditQuery, nowMs: number): AuditFilterInput {
  const days = PERIODS.find(({ value }) => value === when)?.days ?? null;
  return {
    ...(who === '' ? {} : { actorId: who }),
    ...(what === '' ? {} : { action: what }),
    ...(days === null ? {} : { from: new Date(nowMs - days * DAY_MS).toISOString() }),
  };
}

/** Where the same is had as a file. */
export function exportPath(filter: AuditFilterInput, format: 'csv' | 'json'): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return `/api/audit/export?${new URLSearchParams([['format', format], ...given]).toString()}`;
}
