import type { Shortcut } from '@millrace/web-ui';
import type { Decision } from './model/approval-row';

/** What the keys of the inbox do. False leaves the key to others. */
export interface ApprovalKeys {
  isFree(): boolean;
  move(step: 1 | -1): boolean;
  decide(decision: Decision): boolean;
  back(): boolean;
  tick(): boolean;
}

/** The keys of the inbox; see the list of shortcuts. */
export function approvalShortcuts(keys: ApprovalKeys): readonly Shortcut[] {
  const make = (
    id: string,
    combination: string | readonly string[],
    label: string,
    run: Shortcut['run'],
  ): Shortcut => ({
    id: `approvals.${id}`,
    keys: combination,
    label,
    group: 'Approvals',
    when: () => keys.isFree(),
    run,
  });
  return [
    make('next', ['J', 'ArrowDown'], 'Next approval', () => keys.move(1)),
    make('previous', ['K', 'ArrowUp'], 'Previous approval', () => keys.move(-1)),
    make('approve', 'A', 'Approve', () => keys.decide('APPROVED')),
    make('reject', 'R', 'Reject', () => keys.decide('REJECTED')),
    make('tick', 'X', 'Select approval', () => keys.tick()),
    make('back', 'Escape', 'Back to the list', () => keys.back()),
  ];
}
