import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button, DIALOG_DATA, DialogFrame, DialogRef, Field, Input, ValueBinding } from '@millrace/web-ui';
import type { Decision } from '../model/approval-row';

/** What the dialog is given. */
export interface DecideQuestion {
  readonly decision: Decision;
  /** How many are decided at once. */
  readonly count: number;
  readonly title: string;
  readonly reason?: string;
}

/** Asks once more before a key or a bulk button decides, and for the reason. Closes with the reason. */
@Component({
  selector: 'mr-decide-dialog',
  imports: [Button, DialogFrame, Field, Input, ValueBinding],
  template: `
    <mr-dialog [heading]="heading" [text]="text">
      <mr-field label="Reason" optional help="Everybody who may see the run reads it.">
        <textarea
          mrInput
          rows="3"
          maxlength="4000"
          [(mrValue)]="reason"
          (keydown.meta.enter)="answer($event)"
          (keydown.control.enter)="answer($event)"
        ></textarea>
      </mr-field>
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close()">Cancel</button>
        <button
          mr-button
          type="button"
          data-testid="decide-confirm"
          [variant]="isApproval ? 'primary' : 'danger'"
          [icon]="isApproval ? 'check' : 'x'"
          (click)="answer($event)"
        >
          {{ action }}
        </button>
      </ng-container>
    </mr-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideDialog {
  readonly #question = inject<DecideQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly reason = signal(this.#question.reason ?? '');
  protected readonly isApproval = this.#question.decision === 'APPROVED';
  protected readonly action =
    (this.isApproval ? 'Approve' : 'Reject') + (this.#question.count > 1 ? ` ${this.#question.count}` : '');
  protected readonly heading =
    this.#question.count > 1
      ? `${this.isApproval ? 'Approve' : 'Reject'} ${this.#question.count} approvals?`
      : `${this.isApproval ? 'Approve' : 'Reject'} “${this.#question.title}”?`;
  protected readonly text =
    this.#question.count > 1
      ? 'Each is decided as it is, without changes to its data.'
      : 'The run goes on at once. It cannot be taken back.';

  protected answer(event: Event): void {
    event.preventDefault();
    this.ref.close(this.reason());
  }
}
