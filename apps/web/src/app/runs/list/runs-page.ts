import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Connection, Permissions } from '@millrace/web-api';
import {
  Button,
  Checkbox,
  Duration,
  EmptyState,
  formatCount,
  formatNumber,
  Icon,
  IconButton,
  Menus,
  Notice,
  PageHeader,
  RelativeTime,
  StatusBadge,
  Table,
  TableCell,
  TableHead,
  Tooltip,
} from '@millrace/web-ui';
import { ApiRuns } from '../shared/api-runs';
import { limitWords, placeWords } from '../shared/queue-words';
import type { RunRow } from '../shared/run-row';
import { MODE_LOOKS, statusNameOf } from '../shared/run-words';
import { dollarWords, usageHint } from '../shared/usage-words';
import { WhenVisible } from '../shared/when-visible';
import { BulkBar } from './bulk-bar';
import { BulkReportView } from './bulk-report';
import { BulkRuns } from './bulk-runs';
import { RunFilterBar } from './run-filter-bar';
import { countFilters, filtersOf, NO_FILTERS, paramsOf, type RunFilters } from './run-filters';
import { runColumns } from './run-columns';
import { runMenu, type RunMenuActions, type RunRights } from './run-menu';
import { RunsEmpty } from './runs-empty';
import { RunsList } from './runs-list';
import { RunsToday } from './runs-today';
import { RunViewBar, type ChosenView } from './views/view-bar';

/** The runs of the workspace, or of one workflow. */
@Component({
  selector: 'mr-runs-page',
  imports: [
    BulkBar,
    BulkReportView,
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
    RunsToday,
    RunViewBar,
    StatusBadge,
    Table,
    TableCell,
    TableHead,
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
  private readonly menus = inject(Menus);
  private readonly injector = inject(Injector);
  private readonly connection = inject(Connection);
  private readonly permissions = inject(Permissions);
  private readonly rights = computed((): RunRights => ({
    mayControl: this.permissions.has('execution:control'),
    mayPurge: this.permissions.has('execution:purge'),
    mayWrite: this.permissions.has('workflow:write'),
  }));
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly list = new RunsList(this.runs);
  protected readonly isTailing = computed(() => this.query().get('live') !== 'off');
  protected readonly named = computed(() => this.query().get('view'));
  /** As one text, so that another param of the address does not read the list again. */
  private readonly filterText = computed(() => JSON.stringify(filtersOf(this.query())));
  /** What the address asks for, apart from the workflow whose page it is. */
  protected readonly asked = computed(() => JSON.parse(this.filterText()) as RunFilters);
  protected readonly filters = computed<RunFilters>(() => {
    const workflowId = this.workflowId();
    return workflowId === undefined ? this.asked() : { ...this.asked(), workflowId };
  });
  protected readonly isFiltered = computed(() => countFilters(this.asked()) > 0);
  protected readonly totalText = computed(() => {
    const total = this.list.total();
    if (total === null) return undefined;
    return total > 10_000 ? 'More than 10,000 runs' : formatCount(total, 'run');
  });
  protected readonly furtherText = computed(() => {
    const total = this.list.total() ?? 0;
    return `${formatNumber(this.list.rows().length)} of ${total > 10_000 ? 'more than 10,000' : formatNumber(total)}`;
  });
  protected readonly bulk = new BulkRuns(this.list);
  private readonly menuActions: RunMenuActions = {
    open: (row) => this.open(row),
    openWorkflow: ({ workflowId }) => void this.router.navigate(['/workflows', workflowId]),
    copyId: ({ id }) => void navigator.clipboard?.writeText(id),
    star: (row) => void this.bulk.star(row),
    rerun: (row) => void this.bulk.rerun([row]),
    download: (row) => void this.bulk.download([row]),
    cancel: (row) => void this.bulk.cancel([row]),
    remove: (row) => void this.bulk.remove([row]),
    saveAsTest: (row) => void this.saveAsTest(row),
  };
  protected readonly modeLooks = MODE_LOOKS;
  protected readonly statusName = statusNameOf;
  protected readonly limitWords = limitWords;
  protected readonly placeWords = placeWords;
  protected readonly rowKey = (row: RunRow): string => row.id;
  protected readonly testId = (row: RunRow): string => `run-row-${row.id}`;
  private readonly askedModels = computed(() => this.list.rows().some(({ usage }) => usage));
  protected readonly columns = runColumns(this.workflowId, this.askedModels);
  protected readonly number = formatNumber;
  protected readonly dollars = dollarWords;
  protected readonly usageHint = usageHint;
  protected readonly picked = computed<'none' | 'some' | 'all'>(() => {
    const size = this.list.selected().size;
    if (size === 0) return 'none';
    return size === this.list.rows().length ? 'all' : 'some';
  });
  /** Runs that began while the list was looked at: the figures of the day are read anew then. */
  protected readonly news = computed(() => this.list.rows()[0]?.id ?? '');

  constructor() {
    effect(() => {
      const filters = this.filters();
      untracked(() => void this.list.open(filters));
    });
    effect(() => {
      const workflowId = this.workflowId();
      untracked(() => this.list.follow(workflowId));
    });
    effect(() => {
      const isTailing = this.isTailing();
      untracked(() => (isTailing ? this.list.resume() : this.list.pause()));
    });
    effect(() => {
      // What happened while nobody was connected is not repeated: read it.
      if (this.connection.reconnects() > 0) untracked(() => void this.list.refresh());
    });
    const openings = untracked(this.connection.openings);
    effect(() => {
      // Nor is what happened before the first socket stood.
      if (this.connection.openings() > openings) untracked(() => this.list.refreshSoon());
    });
    inject(DestroyRef).onDestroy(() => this.list.dispose());
  }

  protected filter(filters: RunFilters): void {
    this.address(paramsOf(this.withoutWorkflow(filters)));
  }

  protected clearFilters(): void {
    this.address({ ...paramsOf(NO_FILTERS), view: null });
  }

  protected openView({ id, filters }: ChosenView): void {
    this.address({ ...paramsOf(this.withoutWorkflow(filters)), view: id }, false);
  }

  protected showFailedSince(day: string): void {
    this.address({ ...paramsOf({ ...NO_FILTERS, statuses: ['FAILED'], from: day }), view: null }, false);
  }

  protected setTailing(on: boolean): void {
    this.address({ live: on ? null : 'off' });
  }

  protected anchorOf(event: Event): HTMLElement {
    return event.currentTarget as HTMLElement;
  }

  protected open(row: RunRow): void {
    void this.router.navigate(['/runs', row.id]);
  }

  protected showMenu(row: RunRow, at: HTMLElement | { readonly x: number; readonly y: number }): void {
    this.menus.open(runMenu(row, this.menuActions, this.rights()), { at, label: 'Actions of the run' });
  }

  private async saveAsTest({ id: executionId, workflowId }: RunRow): Promise<void> {
    if (workflowId === null) return;
    const { SaveAsTest } = await import('../../tests/save/save-as-test');
    await this.injector.get(SaveAsTest).open({ executionId, workflowId });
  }

  /** The workflow whose page it is stands in the path already. */
  private withoutWorkflow({ workflowId, ...rest }: RunFilters): RunFilters {
    return this.workflowId() === undefined && workflowId !== undefined ? { ...rest, workflowId } : rest;
  }

  private address(queryParams: Readonly<Record<string, string | null>>, replaceUrl = true): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }
}
