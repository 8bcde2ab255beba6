import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Button, Dialogs, Icon, RelativeTime, Toasts } from '@millrace/web-ui';
import { ApprovalApi } from '../approvals/api/approval-api';
import type { ApprovalRow, Decision } from '../approvals/model/approval-row';
import { EditorState } from '../editor/editor-state';
import { AnswerDialog, type AnswerDialogData } from './answer-dialog';
import { approvalIn } from './answer';
import { RunApprovals } from './run-approvals';
import { type WaitingStep, waitingSteps } from './waiting-steps';
import { WAIT_ICONS, waitWords } from './wait-words';

/** More than these are a number. */
const MOST_SHOWN = 3;

/** Above the run bar: what the run on the canvas waits for, and its answer. */
@Component({
  selector: 'mr-waiting-strip',
  imports: [Button, Icon, RelativeTime],
  providers: [RunApprovals],
  template: `
    @for (step of shown(); track step.key) {
      @let approval = approvals.of(step);
      <div class="step" role="group" [attr.aria-label]="step.label" data-testid="waiting-step">
        <mr-icon [name]="icons[step.kind]" [size]="16" />
        <p>
          <button class="name" type="button" (click)="reveal(step)">{{ step.label }}</button>
          {{ words(step, approval) }}
          @if (step.dueAtMs; as due) {
            <span class="mr-muted">until <mr-time [at]="due" /></span>
          }
          @if (asked(step)?.message; as message) {
            <span class="message" data-testid="asked">{{ message }}</span>
          }
        </p>
        @if (approval?.mayDecide && !approval?.editable) {
          <button
            mr-button
            type="button"
            size="s"
            variant="primary"
            icon="check"
            data-testid="approve-here"
            [busy]="busy() === step.key"
            (click)="decide(step, approval!, 'APPROVED')"
          >
            {{ isByHand() ? 'Approve as me (test)' : 'Approve' }}
          </button>
          <button
            mr-button
            type="button"
            size="s"
            icon="x"
            data-testid="reject-here"
            [disabled]="busy() === step.key"
            (click)="decide(step, approval!, 'REJECTED')"
          >
            Reject
          </button>
        }
        <button mr-button type="button" size="s" variant="ghost" data-testid="answer-step" (click)="answer(step)">
          {{ actions[step.kind] }}
        </button>
      </div>
    }
    @if (waiting().length > shown().length) {
      <p class="more">{{ waiting().length - shown().length }} more steps wait; they are in the run.</p>
    }
  `,
  styleUrl: './waiting-strip.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingStrip {
  private readonly state = inject(EditorState);
  private readonly session = this.state.session;
  private readonly api = inject(ApprovalApi);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly approvals = inject(RunApprovals);
  protected readonly icons = WAIT_ICONS;
  protected readonly actions: Readonly<Record<WaitingStep['kind'], string>> = {
    event: 'Send test event…',
    approval: 'Details…',
    webhook: 'Address…',
    form: 'Fill in…',
    workflow: 'Its run…',
  };
  protected readonly words = waitWords;
  /** What people decide on: in a loop every turn asks something else. */
  protected readonly asked = ({ prompt }: WaitingStep) => approvalIn(prompt);
  protected readonly busy = signal<string | null>(null);
  protected readonly isByHand = this.session.run.isByHand;
  protected readonly waiting = computed(() =>
    this.session.run.isLive() ? waitingSteps(this.session.run.state(), this.session.document()) : [],
  );
  protected readonly shown = computed(() => this.waiting().slice(0, MOST_SHOWN));

  constructor() {
    this.approvals.follow(this.session.run.executionId, this.waiting);
  }

  protected reveal({ nodeId }: WaitingStep): void {
    this.session.selection.selectNode(nodeId);
    this.state.canvas?.reveal(nodeId, { centre: true });
  }

  protected answer(step: WaitingStep): void {
    const executionId = this.session.run.executionId();
    if (executionId === undefined) return;
    const data: AnswerDialogData = { step, executionId, approvals: this.approvals };
    this.dialogs.open(AnswerDialog, { data, size: 'medium' });
  }

  protected async decide(step: WaitingStep, row: ApprovalRow, decision: Decision): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(step.key);
    try {
      const { approval, refusal } = await this.api.decide(row, decision, {});
      if (refusal) this.toasts.show(refusal.message, { tone: 'error' });
      if (approval) this.approvals.take(approval);
    } catch (thrown) {
      this.toasts.show(apiErrorOf(thrown).message, { tone: 'error' });
    } finally {
      this.busy.set(null);
    }
  }
}
