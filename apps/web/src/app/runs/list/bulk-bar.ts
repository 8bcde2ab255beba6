import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Permissions } from '@millrace/web-api';
import { Button, formatCount, formatNumber, MenuTrigger, type MenuEntry } from '@millrace/web-ui';
import { isOver } from '../shared/run-row';
import type { BulkRuns } from './bulk-runs';
import type { RunsList } from './runs-list';

/** Above that the server does not count. */
const MOST_COUNTED = 10_000;

/** What can be done with the runs that are selected. */
@Component({
  selector: 'mr-bulk-bar',
  imports: [Button, MenuTrigger],
  template: `
    @let bulk = actions();
    <strong>{{ countText() }}</strong>
    @if (canMeanAll()) {
      <button
        mr-button
        type="button"
        variant="ghost"
        size="s"
        data-testid="select-matching"
        (click)="list().selectMatching()"
      >
        Select all {{ totalText() }} that match
      </button>
    }
    @if (mayControl()) {
      <button
        mr-button
        type="button"
        size="s"
        icon="step-forward"
        trailingIcon="chevron-down"
        data-testid="bulk-retry"
        [disabled]="!meansAll() && failed().length === 0"
        [busy]="isBusy()"
        [mrMenu]="retryMenu"
      >
        Retry
      </button>
      <button
        mr-button
        type="button"
        size="s"
        icon="rotate-cw"
        trailingIcon="chevron-down"
        [disabled]="!meansAll() && over().length === 0"
        [busy]="isBusy()"
        [mrMenu]="againMenu"
      >
        Run again
      </button>
      <button
        mr-button
        type="button"
        size="s"
        icon="circle-stop"
        [disabled]="!meansAll() && open().length === 0"
        [busy]="isBusy()"
        (click)="meansAll() ? bulk.cancelAll() : bulk.cancelSelected()"
      >
        Cancel
      </button>
    }
    <button
      mr-button
      type="button"
      size="s"
      icon="git-compare"
      [disabled]="meansAll() || rows().length !== 2"
      [attr.title]="rows().length === 2 ? null : 'Select two runs to compare them'"
      (click)="bulk.compare(rows())"
    >
      Compare
    </button>
    <button
      mr-button
      type="button"
      size="s"
      icon="download"
      [disabled]="meansAll()"
      [busy]="isBusy()"
      (click)="bulk.download(rows())"
    >
      Download
    </button>
    @if (mayPurge()) {
      <button
        mr-button
        type="button"
        size="s"
        icon="trash-2"
        [disabled]="!meansAll() && over().length === 0"
        [busy]="isBusy()"
        (click)="meansAll() ? bulk.removeAll() : bulk.removeSelected()"
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
  protected readonly failed = computed(() =>
    this.rows().filter(({ status }) => status === 'FAILED' || status === 'CANCELLED'),
  );
  protected readonly meansAll = computed(() => this.list().meansAll());
  protected readonly isBusy = computed(
    () => this.actions().isBusy() || this.actions().all.report()?.isRunning === true,
  );
  protected readonly totalText = computed(() => {
    const total = this.list().total() ?? 0;
    return total > MOST_COUNTED ? `more than ${formatNumber(MOST_COUNTED)}` : formatNumber(total);
  });
  /** Everything that is shown is selected, and there is more. */
  protected readonly canMeanAll = computed(
    () => !this.meansAll() && this.list().hasMore() && this.rows().length === this.list().rows().length,
  );
  protected readonly countText = computed(() =>
    this.meansAll() ? `All ${this.totalText()} runs that match` : `${formatCount(this.rows().length, 'run')} selected`,
  );

  protected readonly retryMenu = (): readonly MenuEntry[] => {
    const retry = (version: string) => () => void this.actions().retry(version);
    return [
      { label: 'What failed, same version', icon: 'step-forward', run: retry('same') },
      { label: 'What failed, published version', icon: 'rocket', run: retry('published') },
      { label: 'What failed, current draft', icon: 'pencil-line', run: retry('draft') },
    ];
  };

  protected readonly againMenu = (): readonly MenuEntry[] => [
    { label: 'From the start, same version', icon: 'rotate-cw', run: () => void this.actions().again('SAME') },
    { label: 'From the start, current version', icon: 'rocket', run: () => void this.actions().again('CURRENT') },
  ];
}
