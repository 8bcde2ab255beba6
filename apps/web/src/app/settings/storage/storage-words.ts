import type { RetentionPartsFragment, WorkspaceStorageQuery } from '@millrace/web-api/graphql';
import { formatBytes, formatCount } from '@millrace/web-ui';

/** How long runs are kept, in words. */
export function retentionLine({ days, runs, bytes }: Omit<RetentionPartsFragment, 'source'>): string {
  const parts = [
    ...(days === null ? [] : [`${formatCount(days, 'day')} after they finished`]),
    ...(runs === null ? [] : [`the newest ${formatCount(runs, 'run')} of each workflow`]),
    ...(bytes === null ? [] : [`${formatBytes(bytes)} of each workflow`]),
  ];
  return parts.length === 0 ? 'For ever' : parts.join(', and at most ');
}

type Table = NonNullable<WorkspaceStorageQuery['workspaceStorage']['instance']>['tables'][number];

/** What a person who looks after Postgres may do about a table; null when it is well. */
export function vacuumHint({
  rows,
  deadRows,
  vacuumedAt,
}: Pick<Table, 'rows' | 'deadRows' | 'vacuumedAt'>): string | null {
  if (deadRows < 10_000 || deadRows < rows * 0.2) return null;
  return vacuumedAt === null
    ? 'Many rows are gone and it was never vacuumed: is autovacuum on?'
    : 'Many rows are gone: VACUUM (ANALYZE) gives their room to new ones.';
}

/** A number as somebody typed it: undefined when it is none, null when the field is empty. */
export function numberIn(text: string): number | null | undefined {
  const typed = text.trim().replaceAll(/[\s,_]/g, '');
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined;
}
