import { approvalOf } from '../testing/memory-approvals';
import type { ApprovalRow, ApprovalVoteRow } from './approval-row';
import { outcomeWords, progressWords, waitsFor, wayOf, whyNot } from './approval-words';

const people = (...names: string[]): ApprovalRow['assignees'] =>
  names.map((name) => ({ id: `mail:${name}`, kind: 'MAIL' as const, name }));
const vote = (decision: ApprovalVoteRow['decision'], counts = true): ApprovalVoteRow => ({
  ...{ person: 'user:1', name: 'Ada', decision, counts, reason: null, changes: [] },
  ...{ via: 'app', at: '2026-11-20T10:00:00.000Z' },
});

it('names whom it waits for', () => {
  expect(waitsFor(approvalOf('1'))).toBe('anybody who may control runs');
  expect(waitsFor({ assignees: people('Ada') })).toBe('Ada');
  expect(waitsFor({ assignees: people('Ada', 'Grace', 'Linus') })).toBe('Ada, Grace and Linus');
  expect(waitsFor({ assignees: people('A', 'B', 'C', 'D') })).toBe('A, B and 2 more');
  expect(waitsFor({ assignees: [{ id: 'role:editor', kind: 'ROLE', name: 'editor' }] })).toBe('editors and above');
});

it('says how far it is where one is not enough', () => {
  expect(progressWords(approvalOf('1', { votes: [vote('APPROVED')] }))).toBeUndefined();
  const votes = [vote('APPROVED'), vote('APPROVED', false)];
  expect(progressWords(approvalOf('1', { quorum: 3, votes }))).toBe('1 of 3 approvals');
  expect(progressWords(approvalOf('1', { quorum: 3, rejectQuorum: 2, votes }))).toBe(
    '1 of 3 approvals; 0 of 2 rejections',
  );
});

it('tells how it ended, and by whom', () => {
  expect(outcomeWords({ status: 'APPROVED', decidedBy: 'Ada' })).toBe('Approved by Ada');
  expect(outcomeWords({ status: 'REJECTED', decidedBy: null })).toBe('Rejected');
  expect(outcomeWords({ status: 'TIMED_OUT', decidedBy: null })).toContain('in time');
  expect(outcomeWords({ status: 'CANCELLED', decidedBy: null })).toContain('without an answer');
});

it('says why it is not for whoever looks', () => {
  const row = approvalOf('1', { assignees: people('Grace') });
  expect(whyNot(row, undefined)).toBe('This is for Grace.');
  expect(whyNot(row, vote('APPROVED'))).toBe('You approved this. It waits for Grace.');
});

it('says how a vote came where it is not the usual way', () => {
  expect(wayOf('app')).toBe('');
  expect(wayOf(null)).toBe('');
  expect(wayOf('link')).toBe('through the link in a mail');
  expect(wayOf('chat')).toBe('through chat');
});
