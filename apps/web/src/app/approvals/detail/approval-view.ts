import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiErrorOf, Permissions } from '@millrace/web-api';
import {
  Clock,
  Dialogs,
  formatExact,
  Icon,
  IconButton,
  MenuTrigger,
  type MenuEntry,
  msOf,
  RelativeTime,
  StatusBadge,
  Toasts,
} from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { ApprovalApi } from '../api/approval-api';
import type { ApprovalRow } from '../model/approval-row';
import { lookOf, outcomeWords, progressWords, waitsFor } from '../model/approval-words';
import { DecideBox } from './decide-box';
import { PayloadEditor } from './payload-editor';
import { ValueList } from './value-list';
import { VoteList } from './vote-list';

/** One approval: what is asked, of whom and until when, what people said; and where to decide. */
@Component({
  selector: 'mr-approval-view',
  imports: [
    DecideBox,
    Icon,
    IconButton,
    MenuTrigger,
    PayloadEditor,
    RelativeTime,
    RouterLink,
    StatusBadge,
    ValueList,
    VoteList,
  ],
  templateUrl: './approval-view.html',
  styleUrl: './approval-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalView {
  readonly approval = input.required<ApprovalRow>();
  /** The approval as it is after somebody did something with it. */
  readonly changed = output<ApprovalRow>();
  private readonly api = inject(ApprovalApi);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  private readonly clock = inject(Clock);
  readonly decideBox = viewChild(DecideBox);
  protected readonly exact = formatExact;
  protected readonly look = computed(() => lookOf(this.approval().status));
  protected readonly waitsFor = computed(() => waitsFor(this.approval()));
  protected readonly progress = computed(() => progressWords(this.approval()));
  protected readonly outcome = computed(() => outcomeWords(this.approval()));
  protected readonly isOpen = computed(() => this.approval().status === 'OPEN');
  protected readonly isOverdue = computed(() => {
    const { dueAt } = this.approval();
    return this.isOpen() && dueAt !== null && msOf(dueAt) < this.clock.minutes();
  });
  private readonly mayManage = computed(() => this.permissions.has('execution:control') || this.approval().mayDecide);

  protected readonly menu = (): readonly MenuEntry[] => [
    ...(this.isOpen() && this.mayManage()
      ? ([
          { label: 'Reassign…', icon: 'users', run: () => void this.reassign() },
          { label: 'Remind', icon: 'bell', run: () => void this.remind() },
          'divider',
        ] as const)
      : []),
    { label: 'Copy link', icon: 'link', run: () => void navigator.clipboard?.writeText(this.address()) },
  ];

  protected async reassign(): Promise<void> {
    const { ReassignDialog } = await import('./reassign-dialog');
    const ref = this.dialogs.open<ApprovalRow>(ReassignDialog, { data: this.approval(), size: 'medium' });
    const row = await firstValueFrom(ref.closed, { defaultValue: undefined });
    if (row) this.changed.emit(row);
  }

  protected async remind(): Promise<void> {
    try {
      const { approval, refusal } = await this.api.remind(this.approval().id);
      this.toasts.show(refusal?.message ?? `Reminded ${this.waitsFor()}.`, refusal ? { tone: 'error' } : {});
      if (approval) this.changed.emit(approval);
    } catch (thrown) {
      this.toasts.show(apiErrorOf(thrown).message, { tone: 'error' });
    }
  }

  private address(): string {
    return new URL(`/approvals/${this.approval().id}`, location.origin).href;
  }
}
