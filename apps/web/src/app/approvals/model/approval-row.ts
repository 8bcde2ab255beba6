import type { ApprovalPartsFragment } from '@millrace/web-api/graphql';

/** A gate that waits, or waited, for people. */
export type ApprovalRow = ApprovalPartsFragment;

/** What somebody said of it. */
export type ApprovalVoteRow = ApprovalRow['votes'][number];

/** What somebody says. */
export type Decision = ApprovalVoteRow['decision'];

/** The lists of the inbox: what waits for me, what waits for anybody, what is over. */
export type ApprovalListKind = 'mine' | 'open' | 'closed';

/** Whether a list holds an approval as it is now. */
export function belongs({ status, mayDecide }: ApprovalRow, kind: ApprovalListKind): boolean {
  if (kind === 'closed') return status !== 'OPEN';
  return status === 'OPEN' && (kind === 'open' || mayDecide);
}

/** A list after an approval came or changed: newest first; what does not belong is gone. */
export function withApproval(
  rows: readonly ApprovalRow[],
  row: ApprovalRow,
  kind: ApprovalListKind,
): readonly ApprovalRow[] {
  const isThere = rows.some(({ id }) => id === row.id);
  if (!belongs(row, kind)) return isThere ? rows.filter(({ id }) => id !== row.id) : rows;
  if (isThere) return rows.map((one) => (one.id === row.id ? row : one));
  // Ids rise with time.
  const place = rows.findIndex(({ id }) => id < row.id);
  return place < 0 ? [...rows, row] : [...rows.slice(0, place), row, ...rows.slice(place)];
}
