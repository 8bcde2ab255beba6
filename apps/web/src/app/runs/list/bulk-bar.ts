import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Permissions } from '@millrace/web-api';
import { Button, formatCount } from '@millrace/web-ui';
import { isOver } from '../shared/run-row';
import type { BulkRuns } from './bulk-runs';
import type { RunsList } from './runs-list';

/** What can be done with the runs that are selected. */
@Component({
  selector: 'mr-bulk-bar',
  imports: [Button],
  template: `
    @let bulk = actions();
    <strong>{{ countText() }}</strong>
    @if (mayControl()) {
      <button
        mr-button
        type="button"
        size="s"
        icon="rotate-cw"
        [disabled]="over().length === 0"
        [busy]="bulk.isBusy()"
        (click)="bulk.rerun(over())"
      >
        Run again
      </button>
    }
    @if (mayControl()) {
      <button
        mr-button
        type="button"
        size="s"
        icon="circle-stop"
        [disabled]="open().length === 0"
        [busy]="bulk.isBusy()"
        (click)="bulk.cancel(open())"
      >
        Cancel
      </button>
    }
    <button
      mr-button
      type="button"
      size="s"
      icon="git-compare"
      [disabled]="rows().length !== 2"
      [attr.title]="rows().length === 2 ? null : 'Select two runs to compare them'"
      (click)="bulk.compare(rows())"
    >
      Compare
    </button>
    <button mr-button type="button" size="s" icon="download" [busy]="bulk.isBusy()" (click)="bulk.download(rows())">
      Download
    </button>
    @if (mayPurge()) {
      <button
        mr-button
        type="button"
        size="s"
        icon="trash-2"
        [disabled]="over().length === 0"
        [busy]="bulk.isBusy()"
        (click)="bulk.remove(over())"
      >
        Delete
      </button>
    }
    <span class="space"></span>
    <button mr-button type="button" variant="ghost" size="s" (click)="list().clearSelection()">Clear</button>
  `,
  styleUrl: './bulk-bar.scss',
  host: { role: 'toolbar', 'aria-label': 'Selected runs' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkBar {
  readonly list = input.required<RunsList>();
  readonly actions = input.required<BulkRuns>();
  private readonly permissions = inject(Permissions);
  protected readonly mayControl = computed(() => this.permissions.has('execution:control'));
  protected readonly mayPurge = computed(() => this.permissions.has('execution:purge'));
  protected readonly rows = computed(() => this.list().selectedRows());
  protected readonly open = computed(() => this.rows().filter(({ status }) => !isOver(status)));
  protected readonly over = computed(() => this.rows().filter(({ status }) => isOver(status)));
  protected readonly countText = computed(() => `${formatCount(this.rows().length, 'run')} selected`);
}
