import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { apiErrorOf, Connection } from '@millrace/web-api';
import {
  Announcer,
  Button,
  Checkbox,
  Dialogs,
  Duration,
  EmptyState,
  formatCount,
  Icon,
  IconButton,
  Menus,
  Notice,
  PageHeader,
  RelativeTime,
  StatusBadge,
  Table,
  TableCell,
  Toggle,
  Tooltip,
  type TableColumn,
} from '@millrace/web-ui';
import { ApiRuns, type BulkOutcome } from '../shared/api-runs';
import { isOver, type RunRow } from '../shared/run-row';
import { MODE_LOOKS, statusNameOf } from '../shared/run-words';
import { WhenVisible } from '../shared/when-visible';
import { RunFilterBar } from './run-filter-bar';
import { countFilters, filtersOf, NO_FILTERS, paramsOf, type RunFilters } from './run-filters';
import { RunsEmpty } from './runs-empty';
import { RunsList } from './runs-list';

/** The runs of the workspace, or of one workflow. */
@Component({
  selector: 'mr-runs-page',
  imports: [
    Button,
    Checkbox,
    Duration,
    EmptyState,
    Icon,
    IconButton,
    Notice,
    PageHeader,
    RelativeTime,
    RouterLink,
    RunFilterBar,
    RunsEmpty,
    StatusBadge,
    Table,
    TableCell,
    Toggle,
    Tooltip,
    WhenVisible,
  ],
  templateUrl: './runs-page.html',
  styleUrl: './runs-page.scss',
  host: { '[class.inside]': 'workflowId() !== undefined' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunsPage {
  /** From the address, below a workflow. */
  readonly workflowId = input<string>();
  private readonly runs = inject(ApiRuns);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dialogs = inject(Dialogs);
  private readonly menus = inject(Menus);
  private readonly announcer = inject(Announcer);
  private readonly connection = inject(Connection);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly list = new RunsList(this.runs);
  protected readonly isTailing = computed(() => this.query().get('live') !== 'off');
  /** As one text, so that another param of the address does not read the list again. */
  private readonly filterText = computed(() => JSON.stringify(filtersOf(this.query())));
  protected readonly filters = computed<RunFilters>(() => {
    const asked = JSON.parse(this.filterText()) as RunFilters;
    const workflowId = this.workflowId();
    return workflowId === undefined ? asked : { ...asked, workflowId };
  });
  protected readonly isFiltered = computed(
    () => countFilters(this.filters()) > (this.workflowId() === undefined ? 0 : 1),
  );
  protected readonly totalText = computed(() => {
    const total = this.list.total();
    if (total === null) return undefined;
    return total > 10_000 ? 'More than 10,000 runs' : formatCount(total, 'run');
  });
  protected readonly isBusy = signal(false);
  protected readonly bulkProblem = signal<string | null>(null);
  protected readonly modeLooks = MODE_LOOKS;
  protected readonly statusName = statusNameOf;
  protected readonly rowKey = (row: RunRow): string => row.id;
  protected readonly testId = (row: RunRow): string => `run-row-${row.id}`;
  protected readonly columns = computed<readonly TableColumn[]>(() => [
    { id: 'pick', label: 'Select', width: '40px', hideLabel: true },
    { id: 'status', label: 'Status', width: '132px' },
    { id: 'workflow', label: this.workflowId() === undefined ? 'Workflow' : 'Version and error' },
    { id: 'mode', label: 'Trigger', width: '118px' },
    { id: 'started', label: 'Started', width: '104px' },
    { id: 'duration', label: 'Duration', width: '96px', align: 'end' },
    { id: 'retries', label: 'Retries', width: '80px', align: 'end' },
    { id: 'more', label: 'Actions', width: '64px', hideLabel: true },
  ]);
  protected readonly cancellable = computed(() => this.list.selectedRows().filter(({ status }) => !isOver(status)));
  protected readonly deletable = computed(() => this.list.selectedRows().filter(({ status }) => isOver(status)));

  constructor() {
    effect(() => {
      const filters = this.filters();
      untracked(() => void this.list.open(filters));
    });
    effect(() => {
      const workflowId = this.workflowId();
      if (this.isTailing()) untracked(() => this.list.follow(workflowId));
      else this.list.unfollow();
    });
    effect(() => {
      // What happened while nobody was connected is not repeated: read it.
      if (this.connection.reconnects() > 0) untracked(() => void this.list.refresh());
    });
    inject(DestroyRef).onDestroy(() => this.list.dispose());
  }

  protected filter(filters: RunFilters): void {
    const { workflowId, ...rest } = filters;
    const own = this.workflowId() === undefined && workflowId !== undefined ? { workflowId } : {};
    this.address(paramsOf({ ...rest, ...own }));
  }

  protected clearFilters(): void {
    this.filter(NO_FILTERS);
  }

  protected setTailing(on: boolean): void {
    this.address({ live: on ? null : 'off' });
    if (on) void this.list.refresh();
  }

  protected anchorOf(event: Event): HTMLElement {
    return event.currentTarget as HTMLElement;
  }

  protected open(row: RunRow): void {
    void this.router.navigate(['/runs', row.id]);
  }

  protected showMenu(row: RunRow, at: HTMLElement | { readonly x: number; readonly y: number }): void {
    const over = isOver(row.status);
    this.menus.open(
      [
        { label: 'Open', icon: 'arrow-up-right', run: () => this.open(row) },
        ...(row.workflowId === null
          ? []
          : [
              {
                label: 'Open the workflow',
                icon: 'workflow' as const,
                run: () => void this.router.navigate(['/workflows', row.workflowId]),
              },
            ]),
        { label: 'Copy run id', icon: 'copy', run: () => void navigator.clipboard?.writeText(row.id) },
        ...(over ? [{ label: 'Run again', icon: 'rotate-cw' as const, run: () => void this.rerun([row]) }] : []),
        'divider',
        over
          ? { label: 'Delete…', icon: 'trash-2', danger: true, run: () => void this.remove([row]) }
          : { label: 'Cancel', icon: 'circle-stop', danger: true, run: () => void this.cancel([row]) },
      ],
      { at, label: 'Actions of the run' },
    );
  }

  protected async rerun(rows: readonly RunRow[]): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await this.act('started again', () => this.runs.rerun(ids, 'SAME'));
    void this.list.refresh();
  }

  protected async cancel(rows: readonly RunRow[]): Promise<void> {
    await this.act('cancelled', () => this.runs.cancel(rows.map(({ id }) => id)));
  }

  protected async remove(rows: readonly RunRow[]): Promise<void> {
    const what = formatCount(rows.length, 'run');
    const isSure = await this.dialogs.confirm({
      heading: `Delete ${what}?`,
      text: 'Their logs and data go with them. This cannot be taken back.',
      action: `Delete ${what}`,
      danger: true,
    });
    if (!isSure) return;
    await this.act('deleted', async () => {
      const outcome = await this.runs.purge(rows.map(({ id }) => id));
      this.list.drop(outcome.done);
      return outcome;
    });
  }

  private async act(done: string, work: () => Promise<BulkOutcome>): Promise<void> {
    this.isBusy.set(true);
    const outcome = await work().catch((thrown: unknown) => ({
      done: [],
      failed: [{ id: '', message: apiErrorOf(thrown).message }],
    }));
    this.isBusy.set(false);
    this.list.clearSelection();
    const [first] = outcome.failed;
    const failures = first && `${formatCount(outcome.failed.length, 'run')} not ${done}: ${first.message}`;
    this.bulkProblem.set(failures ?? null);
    this.announcer.say(failures ?? `${formatCount(outcome.done.length, 'run')} ${done}`);
  }

  private address(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
