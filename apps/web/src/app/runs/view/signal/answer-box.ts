import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi } from '@millrace/web-api';
import { ExecutionSignalDocument } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  CodeEditor,
  Field,
  Icon,
  Input,
  Notice,
  RelativeTime,
  ValueBinding,
} from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import type { WaitingStep } from '../run-view';
import { approvalIn, payloadOf } from './answer';

/** Answers a step that waits: approves or rejects, or sends the event that it waits for. */
@Component({
  selector: 'mr-answer-box',
  imports: [Button, CodeEditor, Field, Icon, Input, Notice, RelativeTime, ValueBinding],
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
  protected readonly approval = computed(() => approvalIn(this.step().prompt));
  protected readonly reason = signal('');
  protected readonly payload = signal('{\n  \n}');
  protected readonly parsed = computed(() => payloadOf(this.payload()));
  protected readonly busy = signal<'approve' | 'reject' | 'send' | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected async decide(approved: boolean): Promise<void> {
    const reason = this.reason().trim();
    const payload: Json = reason === '' ? { approved } : { approved, reason };
    await this.deliver(approved ? 'approve' : 'reject', payload, approved ? 'Approved' : 'Rejected');
  }

  protected async send(): Promise<void> {
    const parsed = this.parsed();
    if (parsed.error === undefined) await this.deliver('send', parsed.value, 'Event sent');
  }

  private async deliver(which: 'approve' | 'reject' | 'send', payload: Json, done: string): Promise<void> {
    const { event: name, correlation } = this.step();
    this.busy.set(which);
    this.problem.set(null);
    try {
      const input = { name, payload, ...(correlation === undefined ? {} : { correlation }) };
      accepted((await this.api.mutate(ExecutionSignalDocument, { id: this.executionId(), input })).executionSignal);
      this.announcer.say(done);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.busy.set(null);
    }
  }
}
