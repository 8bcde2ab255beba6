import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Connection, GraphqlApi, Session } from '@millrace/web-api';
import { WorkflowTagsDocument, type WorkflowStatus } from '@millrace/web-api/graphql';
import {
  Button,
  EmptyState,
  FilterBar,
  FilterChoice,
  formatCount,
  Icon,
  IconButton,
  Menus,
  Notice,
  PageHeader,
  RelativeTime,
  SearchField,
  StatusBadge,
  Table,
  TableCell,
  Toggle,
  Tooltip,
  type FilterOption,
  type MenuEntry,
  type StatusName,
  type TableSort,
} from '@millrace/web-ui';
import { FirstStepsPanel } from '../first-steps/first-steps-panel';
import { AutoPauseNotice } from './auto-pause-notice';
import { DescribeWorkflow } from './describe-workflow';
import { DropFiles } from './drop-files';
import { FirstWorkflow } from './first-workflow';
import { ListChanges } from './list-changes';
import { listColumns } from './list-columns';
import { isFiltered, paramsOf, queryOf, type ListQuery } from './list-query';
import { LookAfterFailures } from './look-after-failures';
import { followRuns } from './run-news';
import { Seen } from './seen';
import { WorkflowActions } from './workflow-actions';
import { WorkflowList, type WorkflowItem } from './workflow-list';
import { workflowMenu, type WorkflowMenuActions } from './workflow-menu';
import { workflowStateOf } from './workflow-state';

const TYPING_PAUSE_MS = 200;
/** Workflows that are told of above the list. */
const MOST_NOTICES = 3;
const STATUS_OPTIONS: readonly (FilterOption & { readonly value: WorkflowStatus })[] = [
  { value: 'ENABLED', label: 'Live', icon: 'radio' },
  { value: 'DISABLED', label: 'Disabled', icon: 'power-off' },
  { value: 'DRAFT', label: 'Never published', icon: 'pencil-line' },
  { value: 'DELETED', label: 'Bin', icon: 'trash-2' },
];

/** Every workflow of the workspace: found, sorted, switched, copied, taken in and out. */
@Component({
  selector: 'mr-workflows-page',
  imports: [
    AutoPauseNotice,
    Button,
    DropFiles,
    EmptyState,
    FilterBar,
    FilterChoice,
    FirstStepsPanel,
    FirstWorkflow,
    Icon,
    IconButton,
    Notice,
    PageHeader,
    RelativeTime,
    RouterLink,
    SearchField,
    Seen,
    StatusBadge,
    Table,
    TableCell,
    Toggle,
    Tooltip,
  ],
  templateUrl: './workflows-page.html',
  styleUrl: './workflows-page.scss',
  host: { '(document:visibilitychange)': 'catchUp()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkflowsPage {
  private readonly api = inject(GraphqlApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly menus = inject(Menus);
  protected readonly actions = inject(WorkflowActions);
  protected readonly describing = inject(DescribeWorkflow);
  protected readonly mayWrite = inject(Session).mayWrite;
  protected readonly list = new WorkflowList(this.api);
  protected readonly changes = new ListChanges(this.list, () => void this.loadTags());
  protected readonly columns = listColumns();
  protected readonly statusOptions = STATUS_OPTIONS;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly query = computed(() => queryOf(this.params()));
  protected readonly filtered = computed(() => isFiltered(this.query()));
  protected readonly statusChoice = computed(() => [this.query().status].filter((one) => one !== null));
  protected readonly isInBin = computed(() => this.query().status === 'DELETED');
  protected readonly tags = signal<readonly { readonly tag: string; readonly workflowCount: number }[]>([]);
  protected readonly tagOptions = computed((): readonly FilterOption[] =>
    this.tags().map(({ tag, workflowCount }) => ({ value: tag, label: tag, count: workflowCount })),
  );
  protected readonly sort = computed<TableSort | null>(() => {
    const { sort, direction } = this.query();
    if (sort === 'CREATED') return null;
    return { column: sort.toLowerCase(), direction: direction === 'ASC' ? 'ascending' : 'descending' };
  });
  protected readonly isEmpty = computed(
    () => this.list.phase() === 'ready' && this.list.rows().length === 0 && !this.filtered(),
  );
  protected readonly countText = computed(() => {
    if (this.list.phase() !== 'ready') return '';
    return formatCount(this.list.total(), 'workflow');
  });
  /** Those that failed until they were switched off. */
  protected readonly paused = computed(() =>
    this.list
      .rows()
      .flatMap((row) => (row.autoPause && row.status === 'DISABLED' ? [{ row, pause: row.autoPause }] : [])),
  );
  protected readonly mostNotices = MOST_NOTICES;
  private typing: ReturnType<typeof setTimeout> | undefined;

  private readonly menuActions: WorkflowMenuActions = {
    open: (row) => this.actions.open(row.id),
    showRuns: ({ id }) => void this.router.navigate(['/workflows', id, 'runs']),
    duplicate: (row) => void this.changes.duplicate(row),
    setEnabled: (row, isEnabled) => void this.changes.setEnabled(row, isEnabled),
    export: (row, format) => void this.changes.export(row, format),
    delete: (row) => void this.changes.delete(row),
    restore: (row) => void this.changes.restore(row),
  };

  constructor() {
    effect(() => void this.list.show(this.query()));
    const { openings, reconnects } = inject(Connection);
    const opened = untracked(openings);
    effect(() => {
      // What happened before the first socket stood was not told.
      if (openings() > opened) untracked(() => void this.list.refresh());
    });
    effect(() => {
      if (reconnects() > 0) untracked(() => void this.list.refresh());
    });
    effect(() => {
      if (this.actions.importedCount() > 0) untracked(() => void this.list.refresh().then(() => this.loadTags()));
    });
    effect(() => {
      if (this.isEmpty() && this.mayWrite()) untracked(() => void this.describing.load());
    });
    const after = new LookAfterFailures((id) => void this.list.look(id));
    followRuns((runs) => {
      this.list.hear(runs);
      after.hear(runs);
    });
    inject(DestroyRef).onDestroy(() => after.dispose());
    void this.loadTags();
  }

  protected readonly keyOf = ({ id }: WorkflowItem): string => id;
  protected readonly stateOf = workflowStateOf;

  protected runStatus({ status }: { readonly status: string }): StatusName {
    return status.toLowerCase() as StatusName;
  }

  protected search(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.go({ search: text }, true), text === '' ? 0 : TYPING_PAUSE_MS);
  }

  protected chooseStatus([chosen]: readonly string[]): void {
    this.go({ status: STATUS_OPTIONS.find(({ value }) => value === chosen)?.value ?? null });
  }

  protected chooseTags(tags: readonly string[]): void {
    this.go({ tags });
  }

  protected sortBy(sort: TableSort | null): void {
    if (!sort) return;
    // The first press on a column of times shows the newest first.
    const isNew = this.sort()?.column !== sort.column;
    const isDescending = isNew ? sort.column === 'updated' : sort.direction === 'descending';
    this.go({ sort: sort.column === 'name' ? 'NAME' : 'UPDATED', direction: isDescending ? 'DESC' : 'ASC' });
  }

  protected clearFilters(): void {
    this.go({ search: '', tags: [], status: null });
  }

  protected menuOf(row: WorkflowItem): readonly MenuEntry[] {
    return workflowMenu(row, this.menuActions, this.mayWrite());
  }

  protected showMenu({ row, at }: { row: WorkflowItem; at: HTMLElement | { x: number; y: number } }): void {
    this.menus.open(this.menuOf(row), { at, label: `Actions for ${row.name}` });
  }

  protected showMenuBeside({ currentTarget }: Event, row: WorkflowItem): void {
    this.showMenu({ row, at: currentTarget as HTMLElement });
  }

  protected openRow(row: WorkflowItem): void {
    if (row.status !== 'DELETED') this.actions.open(row.id);
  }

  /** What happened while nobody looked, such as a workflow that was switched off elsewhere. */
  protected catchUp(): void {
    if (document.visibilityState === 'visible' && this.list.phase() === 'ready') void this.list.refresh();
  }

  private async loadTags(): Promise<void> {
    // Without tags the list works as well; what ails the server is told by the list itself.
    const found = await this.api.query(WorkflowTagsDocument, {}).catch(() => null);
    if (found) this.tags.set(found.workflowTags);
  }

  private go(change: Partial<ListQuery>, replaceUrl = false): void {
    const queryParams = paramsOf({ ...this.query(), ...change });
    void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl });
  }
}
