import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Checkbox, Clock, Icon, msOf, RelativeTime, StatusBadge } from '@millrace/web-ui';
import type { ApprovalRow } from '../model/approval-row';
import { lookOf, progressWords } from '../model/approval-words';

/** An approval as a line of the list. */
@Component({
  selector: 'mr-approval-item',
  imports: [Checkbox, Icon, RelativeTime, StatusBadge],
  template: `
    @let row = approval();
    @if (mayTick()) {
      <mr-checkbox [label]="'Select ' + row.title" [checked]="isTicked()" (checkedChange)="ticked.emit()" />
    }
    <button
      type="button"
      [attr.data-approval]="row.id"
      [attr.aria-current]="isOn() ? 'true' : null"
      (click)="opened.emit()"
    >
      <span class="first">
        <span class="title mr-truncate">{{ row.title }}</span>
        <mr-time class="mr-muted" [at]="row.decidedAt ?? row.createdAt" />
      </span>
      @if (row.message) {
        <span class="message">{{ row.message }}</span>
      }
      <span class="last">
        <span class="mr-truncate">{{ row.execution?.workflowName }}</span>
        @if (row.status !== 'OPEN') {
          <mr-status variant="quiet" [status]="look().status" [text]="look().word" />
        } @else if (isOverdue()) {
          <span class="late"><mr-icon name="triangle-alert" [size]="12" /> Overdue</span>
        } @else if (progress(); as text) {
          <span>{{ text }}</span>
        } @else if (row.dueAt ?? row.expiresAt; as due) {
          <span>due <mr-time [at]="due" /></span>
        }
      </span>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      position: relative;
    }

    mr-checkbox {
      padding: 14px 0 0 16px;
    }

    button {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 2px;
      min-width: 0;
      padding: 12px 16px;
      border: 0;
      background: none;
      text-align: start;

      &:focus-visible {
        outline-offset: -3px;
      }
    }

    mr-checkbox + button {
      padding-inline-start: 8px;
    }

    :host(.spaced) button {
      padding-inline-start: 48px;
    }

    :host(:hover) {
      background: var(--surface-2);
    }

    :host(.on) {
      background: var(--accent-soft);
      box-shadow: inset 2px 0 var(--accent);
    }

    .first,
    .last {
      display: flex;
      gap: 8px;
      align-items: baseline;
      justify-content: space-between;
      min-width: 0;
    }

    .title {
      font-weight: 600;
    }

    .message {
      display: -webkit-box;
      overflow: hidden;
      color: var(--text-2);
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .last {
      color: var(--text-3);
      font-size: var(--size-12);
      white-space: nowrap;
    }

    .late {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      color: var(--stale-text);
      font-weight: 500;
    }
  `,
  host: { '[class.on]': 'isOn()', '[class.spaced]': 'isSpaced() && !mayTick()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalItem {
  readonly approval = input.required<ApprovalRow>();
  readonly isOn = input(false);
  readonly isTicked = input(false);
  readonly mayTick = input(false);
  /** Whether others beside it can be ticked. */
  readonly isSpaced = input(false);
  readonly opened = output<void>();
  readonly ticked = output<void>();
  private readonly clock = inject(Clock);
  protected readonly look = computed(() => lookOf(this.approval().status));
  protected readonly progress = computed(() => progressWords(this.approval()));
  protected readonly isOverdue = computed(() => {
    const { dueAt } = this.approval();
    return dueAt !== null && msOf(dueAt) < this.clock.minutes();
  });
}
