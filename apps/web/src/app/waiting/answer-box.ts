import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, apiErrorOf, GraphqlApi, Permissions } from '@millrace/web-api';
import { ExecutionSignalDocument } from '@millrace/web-api/graphql';
import { Announcer, Button, CodeEditor, Field, Icon, Notice, RelativeTime, Toasts } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { DecideBox } from '../approvals/detail/decide-box';
import { ValueList } from '../approvals/detail/value-list';
import { workflowIn } from '../runs/view/step/child-run';
import { approvalIn, payloadOf } from './answer';
import { RunApprovals } from './run-approvals';
import { WaitAddress } from './wait-address';
import type { WaitingStep } from './waiting-steps';
import { WAIT_ICONS, waitWords } from './wait-words';

/** Answers a step that waits: decides, gives its address away, or sends the event that it waits for. */
@Component({
  selector: 'mr-answer-box',
  imports: [Button, CodeEditor, DecideBox, Field, Icon, Notice, RelativeTime, RouterLink, ValueList, WaitAddress],
  templateUrl: './answer-box.html',
  styleUrl: './answer-box.scss',
  host: { role: 'region', '[attr.aria-label]': "'Answer ' + step().label" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerBox {
  readonly step = input.required<WaitingStep>();
  readonly executionId = input.required<string>();
  private readonly api = inject(GraphqlApi);
  private readonly announcer = inject(Announcer);
  private readonly approvals = inject(RunApprovals);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly mayControl = computed(() => this.permissions.has('execution:control'));
  protected readonly icon = computed(() => WAIT_ICONS[this.step().kind]);
  /** What the run itself tells of the approval. */
  protected readonly asked = computed(() => approvalIn(this.step().prompt));
  protected readonly approval = computed(() =>
    this.step().kind === 'approval' ? this.approvals.of(this.step()) : undefined,
  );
  /** The run that the step waits for. */
  protected readonly childRun = computed(() => workflowIn(this.step().prompt));
  /** Whether the box below says for whom it is, to somebody who cannot decide. */
  protected readonly saysWhy = computed(() => {
    const row = this.approval();
    return row !== undefined && row.status === 'OPEN' && !row.mayDecide;
  });
  protected readonly words = computed(() => waitWords(this.step(), this.approval()));
  protected readonly payload = signal('{\n  \n}');
  protected readonly parsed = computed(() => payloadOf(this.payload()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected settle(row: Parameters<RunApprovals['take']>[0]): void {
    this.approvals.take(row);
  }

  /** The step goes on, and this box with it: what it says has to stay somewhere. */
  protected tellLost(message: string): void {
    this.toasts.show(message, { tone: 'error' });
  }

  protected async send(): Promise<void> {
    const parsed = this.parsed();
    if (parsed.error !== undefined) return;
    const { event: name, correlation } = this.step();
    this.busy.set(true);
    this.problem.set(null);
    try {
      const payload: Json = parsed.value;
      const input = { name, payload, ...(correlation === undefined ? {} : { correlation }) };
      accepted((await this.api.mutate(ExecutionSignalDocument, { id: this.executionId(), input })).executionSignal);
      this.announcer.say('Event sent');
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.busy.set(false);
    }
  }
}
