import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Button, DIALOG_DATA, DialogFrame, DialogRef } from '@millrace/web-ui';
import { AnswerBox } from './answer-box';
import { RunApprovals } from './run-approvals';
import type { WaitingStep } from './waiting-steps';

/** What the dialog is given. */
export interface AnswerDialogData {
  readonly step: WaitingStep;
  readonly executionId: string;
  readonly approvals: RunApprovals;
}

/** Answers a step over the canvas. */
@Component({
  selector: 'mr-answer-dialog',
  imports: [AnswerBox, Button, DialogFrame],
  providers: [{ provide: RunApprovals, useFactory: () => inject<AnswerDialogData>(DIALOG_DATA).approvals }],
  template: `
    <mr-dialog heading="A step waits">
      <mr-answer-box [step]="data.step" [executionId]="data.executionId" />
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close()">Close</button>
      </ng-container>
    </mr-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerDialog {
  protected readonly data = inject<AnswerDialogData>(DIALOG_DATA);
  protected readonly ref = inject(DialogRef);
  private readonly first = this.data.approvals.of(this.data.step)?.id;
  private readonly isDecided = computed(
    () => this.first !== undefined && this.data.approvals.byId(this.first)?.status !== 'OPEN',
  );

  constructor() {
    // There is nothing to answer any more.
    effect(() => {
      if (this.isDecided()) this.ref.close();
    });
  }
}
