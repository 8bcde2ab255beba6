import type { ApprovalStatus } from '@millrace/web-api/graphql';
import { formatCount, type StatusName } from '@millrace/web-ui';
import type { ApprovalRow, ApprovalVoteRow, Decision } from './approval-row';

/** How the status of an approval is shown. */
export interface ApprovalLook {
  readonly status: StatusName;
  readonly word: string;
}

const LOOKS: Readonly<Record<ApprovalStatus, ApprovalLook>> = {
  OPEN: { status: 'waiting', word: 'Waiting' },
  APPROVED: { status: 'completed', word: 'Approved' },
  REJECTED: { status: 'failed', word: 'Rejected' },
  TIMED_OUT: { status: 'stale', word: 'Timed out' },
  CANCELLED: { status: 'cancelled', word: 'Called off' },
};

/** Word and look of a status. */
export function lookOf(status: ApprovalStatus): ApprovalLook {
  return LOOKS[status];
}

/** What somebody did, in the past. */
export const DONE: Readonly<Record<Decision, string>> = { APPROVED: 'approved', REJECTED: 'rejected' };

const ROLES: Readonly<Record<string, string>> = {
  owner: 'owners',
  admin: 'admins and owners',
  editor: 'editors and above',
  operator: 'operators and above',
  viewer: 'everybody here',
};

/** Whom it waits for: "Ada and Grace", "editors and above". */
export function waitsFor({ assignees }: Pick<ApprovalRow, 'assignees'>): string {
  if (assignees.length === 0) return 'anybody who may control runs';
  return listed(assignees.map(({ kind, name }) => (kind === 'ROLE' ? (ROLES[name] ?? name) : name)));
}

/** How far it is, when more than one has to agree; undefined when one is enough. */
export function progressWords({ quorum, rejectQuorum, votes }: ApprovalRow): string | undefined {
  if (quorum < 2 && rejectQuorum < 2) return undefined;
  const count = (decision: Decision): number =>
    votes.filter((vote) => vote.counts && vote.decision === decision).length;
  const rejected = count('REJECTED');
  const refusals =
    rejectQuorum < 2 && rejected === 0 ? '' : `; ${rejected} of ${formatCount(rejectQuorum, 'rejection')}`;
  return `${count('APPROVED')} of ${formatCount(quorum, 'approval')}${refusals}`;
}

const WAYS: Readonly<Record<string, string>> = {
  app: '',
  api: 'through the API',
  link: 'through the link in a mail',
};

/** How a vote came: nothing to say of the usual way. */
export function wayOf(via: string | null): string {
  return WAYS[via ?? 'app'] ?? `through ${via}`;
}

/** How it ended: "Approved by Ada". */
export function outcomeWords({ status, decidedBy }: Pick<ApprovalRow, 'status' | 'decidedBy'>): string {
  if (status === 'APPROVED' || status === 'REJECTED') {
    return `${LOOKS[status].word}${decidedBy === null ? '' : ` by ${decidedBy}`}`;
  }
  if (status === 'TIMED_OUT') return 'Nobody decided in time. The run went on at its timeout.';
  if (status === 'CANCELLED') return 'The run ended, or went on, without an answer.';
  return 'It waits.';
}

/** Why whoever looks cannot decide it, in a sentence. */
export function whyNot(row: ApprovalRow, own: ApprovalVoteRow | undefined): string {
  if (own !== undefined) return `You ${DONE[own.decision]} this. It waits for ${waitsFor(row)}.`;
  return `This is for ${waitsFor(row)}.`;
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
