import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { apiErrorOf, Session } from '@millrace/web-api';
import { Announcer, Button, Dialogs, Field, Icon, Input, Notice, ValueBinding } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { firstValueFrom } from 'rxjs';
import { ApprovalApi } from '../api/approval-api';
import type { ApprovalRow, Decision } from '../model/approval-row';
import { whyNot } from '../model/approval-words';
import { changesBetween } from '../model/value-changes';
import { DecideDialog, type DecideQuestion } from './decide-dialog';
import { PayloadEditor } from './payload-editor';

/** Where somebody decides: the data that may be changed, the reason, and the two answers. Says who was faster. */
@Component({
  selector: 'mr-decide-box',
  imports: [Button, Field, Icon, Input, Notice, PayloadEditor, ValueBinding],
  templateUrl: './decide-box.html',
  styleUrl: './decide-box.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideBox {
  readonly approval = input.required<ApprovalRow>();
  /** The approval as it is after a decision, whoever made it. */
  readonly settled = output<ApprovalRow>();
  /** Somebody was faster: who, and what they decided. */
  readonly lost = output<string>();
  private readonly api = inject(ApprovalApi);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly user = inject(Session).user;
  // What was written stays while the same approval is told again.
  private readonly id = computed(() => this.approval().id);
  private readonly key = computed(() => `${this.approval().id}/${this.approval().payloadVersion}`);
  protected readonly reason = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly payload = linkedSignal<string, Json | null>({
    source: this.key,
    // Of the same data nothing that is told anew takes away what somebody is writing.
    computation: () => untracked(() => this.approval().payload),
  });
  protected readonly isValid = linkedSignal({ source: this.key, computation: () => true });
  protected readonly busy = signal<Decision | null>(null);
  protected readonly problem = linkedSignal<string, { readonly isLost: boolean; readonly text: string } | null>({
    source: this.id,
    computation: () => null,
  });
  protected readonly own = computed(() =>
    this.approval().votes.findLast(({ person, counts }) => counts && person === `user:${this.user()?.id}`),
  );
  protected readonly why = computed(() => whyNot(this.approval(), this.own()));
  private readonly isEdited = computed(
    () => changesBetween(this.approval().payload ?? undefined, this.payload() ?? undefined).length > 0,
  );
  protected readonly approveLabel = computed(() =>
    this.approval().editable && this.isEdited() ? 'Approve with changes' : 'Approve',
  );

  /** Asks once more, as keys are pressed by mistake. */
  async ask(decision: Decision): Promise<void> {
    if (!this.approval().mayDecide || this.busy() !== null || this.dialogs.isOpen) return;
    const data: DecideQuestion = { decision, count: 1, title: this.approval().title, reason: this.reason() };
    const ref = this.dialogs.open<string>(DecideDialog, { data, size: 'medium' });
    const reason = await firstValueFrom(ref.closed, { defaultValue: undefined });
    if (reason === undefined) return;
    this.reason.set(reason);
    await this.decide(decision);
  }

  protected async decide(decision: Decision): Promise<void> {
    const row = this.approval();
    if (this.busy() !== null || (decision === 'APPROVED' && !this.isValid())) return;
    this.busy.set(decision);
    this.problem.set(null);
    try {
      const isChanged = row.editable && decision === 'APPROVED' && this.isEdited();
      const input = { reason: this.reason(), ...(isChanged && { payload: this.payload() as Json }) };
      const { approval, refusal } = await this.api.decide(row, decision, input);
      if (refusal) this.refuse(refusal);
      else this.announcer.say(decision === 'APPROVED' ? 'Approved' : 'Rejected');
      if (approval) this.settled.emit(approval);
    } catch (thrown) {
      this.problem.set({ isLost: false, text: apiErrorOf(thrown).message });
    } finally {
      this.busy.set(null);
    }
  }

  private refuse({ code, message }: { readonly code: string; readonly message: string }): void {
    const isLost = code === 'APPROVAL_DECIDED';
    this.problem.set({ isLost, text: message });
    if (isLost) this.lost.emit(message);
  }
}
