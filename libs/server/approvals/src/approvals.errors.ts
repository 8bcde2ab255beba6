import { conflict, forbidden, invalid, notFound, type DomainError } from '@millrace/server-platform';
import type { Approval, ApprovalStatus } from './approval';

/** How an approval ended, in words that follow its subject. */
const ENDINGS: Readonly<Record<ApprovalStatus, string>> = {
  open: 'is open',
  approved: 'was approved',
  rejected: 'was rejected',
  timed_out: 'ran out of time without an answer',
  cancelled: 'was called off: its run went on or ended without an answer',
};

/** The approval is unknown, or belongs to another workspace. */
export function approvalNotFound(id: string): DomainError {
  return notFound('APPROVAL_NOT_FOUND', `There is no approval ${id} in this workspace. Check the id.`);
}

/** Somebody was faster. `by` is who, as people read it. */
export function approvalDecided(approval: Approval, by: string | null): DomainError {
  const { status, closedAt, reason, decidedVia } = approval;
  const who = by === null ? '' : ` by ${by}`;
  const when = closedAt === null ? '' : ` on ${closedAt.toISOString()}`;
  const why = reason === null ? '' : ` Reason: "${reason}".`;
  const details = {
    ...{ approvalId: approval.id, status, by, reason, via: decidedVia },
    at: closedAt?.toISOString() ?? null,
  };
  const message = `"${titleOf(approval)}" ${ENDINGS[status]}${who}${when}.${why} Nothing was changed.`;
  return conflict('APPROVAL_DECIDED', message, details);
}

/** It is for other people. */
export function approvalNotYours(approval: Approval): DomainError {
  const needed =
    approval.assignees.length === 0
      ? 'Whoever decides needs a role that may control runs.'
      : 'It was given to other people. Ask one of them, or have it reassigned.';
  return forbidden(`"${titleOf(approval)}" is not yours to decide. ${needed}`, 'APPROVAL_NOT_YOURS');
}

/** One person has one vote. */
export function approvalVoted(approval: Approval): DomainError {
  const message = `You have already decided on "${titleOf(approval)}". It waits for other people now.`;
  return conflict('APPROVAL_ALREADY_VOTED', message);
}

/** An event that says neither yes nor no decides nothing. */
export function approvalAnswerUnclear(approval: Approval): DomainError {
  const message = `The event does not say how "${titleOf(approval)}" is decided. Send eventData (payload) with "approved": true or "approved": false. Nothing was changed.`;
  return invalid('APPROVAL_ANSWER_UNCLEAR', message);
}

/** The payload is not what the person has seen. */
export function approvalChanged(approval: Approval): DomainError {
  const message = `The data of "${titleOf(approval)}" was changed since you looked. Look at it again, then decide.`;
  return conflict('APPROVAL_CHANGED', message, { payloadVersion: approval.payloadVersion });
}

/** The gate does not let its payload be edited. */
export function payloadNotEditable(approval: Approval): DomainError {
  const message = `The data of "${titleOf(approval)}" cannot be edited. Decide without a payload.`;
  return invalid('APPROVAL_PAYLOAD_NOT_EDITABLE', message);
}

/** The edited payload does not fit the schema of the gate. */
export function payloadInvalid(findings: readonly { readonly path: string; readonly message: string }[]): DomainError {
  const errors = findings.slice(0, 50).map(({ path, message }) => ({ path, message: inWords(message) }));
  const told = errors.slice(0, 5).map(({ path, message }) => `${path === '' ? 'it' : `"${path}"`} ${message}`);
  const message = `The edited data does not fit: ${told.join('; ')}. Mend it, then decide again.`;
  return invalid('APPROVAL_PAYLOAD_INVALID', message, { errors });
}

const SIGNS: Readonly<Record<string, string>> = {
  '<=': 'at most',
  '>=': 'at least',
  '<': 'less than',
  '>': 'more than',
};

/** Validators write in signs. */
function inWords(message: string): string {
  return message.replace(/[<>]=?/, (sign) => SIGNS[sign] ?? sign).replace('must NOT', 'must not');
}

/** What was given as people is not. */
export function assigneesInvalid(what: string): DomainError {
  return invalid('APPROVAL_ASSIGNEES_INVALID', `${what} Name members, addresses or roles.`);
}

/** A link that is not known, ran out, or has done its work. */
export function linkNotValid(): DomainError {
  return notFound('APPROVAL_LINK_NOT_VALID', 'This link is not valid any more. Open the approval in Millrace instead.');
}

function titleOf({ prompt }: Approval): string {
  const title = prompt['title'];
  return typeof title === 'string' && title !== '' ? title : 'The approval';
}
