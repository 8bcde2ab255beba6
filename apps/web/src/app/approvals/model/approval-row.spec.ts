import { approvalOf } from '../testing/memory-approvals';
import { belongs, withApproval } from './approval-row';

const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join();

it('mine are the open ones that whoever looks may decide; what is over is done', () => {
  expect(belongs(approvalOf('1'), 'mine')).toBe(true);
  expect(belongs(approvalOf('1', { mayDecide: false }), 'mine')).toBe(false);
  expect(belongs(approvalOf('1', { mayDecide: false }), 'open')).toBe(true);
  expect(belongs(approvalOf('1', { status: 'TIMED_OUT' }), 'open')).toBe(false);
  expect(belongs(approvalOf('1', { status: 'TIMED_OUT' }), 'closed')).toBe(true);
});

it('what comes takes its place by age, and what does not belong any more goes', () => {
  const rows = [approvalOf('4'), approvalOf('2')];
  expect(ids(withApproval(rows, approvalOf('5'), 'mine'))).toBe('5,4,2');
  expect(ids(withApproval(rows, approvalOf('3'), 'mine'))).toBe('4,3,2');
  expect(ids(withApproval(rows, approvalOf('1'), 'mine'))).toBe('4,2,1');
  expect(ids(withApproval(rows, approvalOf('4', { status: 'APPROVED' }), 'mine'))).toBe('2');
  expect(withApproval(rows, approvalOf('2', { title: 'New' }), 'mine')[1]?.title).toBe('New');
  expect(withApproval(rows, approvalOf('9', { status: 'APPROVED' }), 'mine')).toBe(rows);
});
