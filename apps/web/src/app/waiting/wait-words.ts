import type { IconName } from '@millrace/web-ui';
import type { ApprovalRow } from '../approvals/model/approval-row';
import { progressWords, waitsFor } from '../approvals/model/approval-words';
import type { WaitKind, WaitingStep } from './waiting-steps';

/** Sign of each kind of wait. */
export const WAIT_ICONS: Readonly<Record<WaitKind, IconName>> = {
  approval: 'user-check',
  form: 'list-checks',
  webhook: 'webhook',
  workflow: 'workflow',
  event: 'radio',
};

/** What a step waits for, in a sentence without its end. */
export function waitWords(step: WaitingStep, approval?: ApprovalRow): string {
  switch (step.kind) {
    case 'approval': {
      if (approval === undefined) return 'waits for an approval';
      const progress = progressWords(approval);
      return `waits for ${waitsFor(approval)}${progress === undefined ? '' : ` (${progress})`}`;
    }
    case 'form':
      return 'waits for its form to be filled in';
    case 'webhook':
      return 'waits to be called at its address';
    case 'workflow':
      return 'waits for the run of another workflow to end';
    case 'event':
      return `waits for the event ${step.event}${step.correlation === undefined ? '' : ` of ${step.correlation}`}`;
  }
}
