import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { apiErrorOf, Permissions } from '@millrace/web-api';
import {
  Announcer,
  Button,
  Dialogs,
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
  Table,
  TableCell,
  Toasts,
  Tooltip,
  type FilterOption,
  type MenuEntry,
  type TableColumn,
} from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { ApiSchedules, type ScheduleRow } from './api-schedules';
import { backfillText, OUTCOMES, stateOf, whenOf } from './schedule-words';

/** What is shown is asked for again that often: nothing tells of schedules that fire. */
const REFRESH_MS = 15_000;

/** What starts by the clock in the workspace: when next, when last, paused, fired by hand, made up for. */
@Component({
  selector: 'mr-schedules-page',
  imports: [
    Button,
    EmptyState,
    FilterBar,
    FilterChoice,
    Icon,
    IconButton,
    Notice,
    PageHeader,
    RelativeTime,
    RouterLink,
    SearchField,
    Table,
    TableCell,
    Tooltip,
  ],
  templateUrl: './schedules-page.html',
  styleUrl: './schedules-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchedulesPage {
  readonly #api = inject(ApiSchedules);
  readonly #permissions = inject(Permissions);
  readonly #dialogs = inject(Dialogs);
  readonly #menus = inject(Menus);
  readonly #toasts = inject(Toasts);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  readonly #isNarrow = toSignal(inject(BreakpointObserver).observe('(max-width: 1180px)'));
  protected readonly list = resource({ loader: ({ abortSignal }) => this.#api.list(abortSignal) });
  readonly #known = signal<readonly ScheduleRow[]>([]);
  protected readonly text = signal('');
  protected readonly states = signal<readonly string[]>([]);
  protected readonly problem = signal<{ readonly heading: string; readonly text: string } | undefined>(undefined);
  protected readonly rows = computed(() => (this.list.hasValue() ? this.list.value() : this.#known()));
  protected readonly shown = computed(() => {
    const words = this.text().toLowerCase().split(/\s+/).filter(Boolean);
    return this.rows().filter((row) => {
      if (this.states().length > 0 && !this.states().includes(stateOf(row).text)) return false;
      const hay = `${row.label} ${row.workflow?.name ?? ''} ${whenOf(row)} ${stateOf(row).text}`.toLowerCase();
      return words.every((word) => hay.includes(word));
    });
  });
  protected readonly isFiltered = computed(() => this.text() !== '' || this.states().length > 0);
  protected readonly stateOptions = computed((): readonly FilterOption[] => {
    const found = new Map<string, FilterOption & { readonly count: number }>();
    for (const { text, icon } of this.rows().map(stateOf))
      found.set(text, { value: text, label: text, icon, count: (found.get(text)?.count ?? 0) + 1 });
    return [...found.values()];
  });
  protected readonly isLoading = computed(() => this.list.isLoading() && this.rows().length === 0);
  protected readonly error = computed(() => {
    const error = this.list.error();
    return error && this.rows().length === 0 ? apiErrorOf(error).message : undefined;
  });
  protected readonly isEmpty = computed(() => this.list.hasValue() && this.rows().length === 0);
  protected readonly countText = computed(() =>
    this.rows().length > 0 ? formatCount(this.rows().length, 'schedule') : '',
  );
  protected readonly columns = computed((): readonly TableColumn[] => [
    { id: 'name', label: 'Schedule' },
    { id: 'when', label: 'When', width: this.#isNarrow()?.matches ? '200px' : '260px' },
    { id: 'state', label: 'State', width: '130px' },
    { id: 'next', label: 'Next', width: '120px' },
    { id: 'last', label: 'Last', width: '130px' },
    ...(this.#isNarrow()?.matches ? [] : [{ id: 'missed', label: 'Missed', width: '90px', align: 'end' } as const]),
    { id: 'menu', label: 'Actions', width: '60px', hideLabel: true },
  ]);
  protected readonly whenOf = whenOf;
  protected readonly stateOf = stateOf;
  protected readonly outcomes = OUTCOMES;
  protected readonly keyOf = ({ id }: ScheduleRow): string => id;

  constructor() {
    const timer = setInterval(() => this.refresh(), REFRESH_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected refresh(): void {
    if (this.list.hasValue()) this.#known.set(this.list.value());
    this.list.reload();
  }

  protected clear(): void {
    this.text.set('');
    this.states.set([]);
  }

  protected backfillOf({ backfills }: ScheduleRow): string | undefined {
    const running = backfills.find(({ status }) => status === 'RUNNING');
    return running && `Making up: ${backfillText(running)}`;
  }

  protected async show(row: ScheduleRow): Promise<void> {
    const { ScheduleDialog } = await import('./schedule-dialog');
    await firstValueFrom(this.#dialogs.open(ScheduleDialog, { data: row }).closed, { defaultValue: undefined });
    this.refresh();
  }

  protected showMenu({ row, at }: { row: ScheduleRow; at: HTMLElement | { x: number; y: number } }): void {
    this.#menus.open(this.#menuOf(row), { at, label: `Actions for ${row.label}` });
  }

  protected showMenuBeside({ currentTarget }: Event, row: ScheduleRow): void {
    this.showMenu({ row, at: currentTarget as HTMLElement });
  }

  #menuOf(row: ScheduleRow): readonly MenuEntry[] {
    const start = this.#permissions.has('execution:start') ? {} : { disabled: true, hint: 'not with your role' };
    const control = this.#permissions.has('execution:control') ? {} : { disabled: true, hint: 'not with your role' };
    const workflowId = row.workflow?.id ?? '';
    return [
      { label: 'Show', icon: 'list', run: () => void this.show(row) },
      { label: 'Fire now', icon: 'zap', ...start, run: () => void this.#fire(row) },
      row.pausedAt === null
        ? { label: 'Pause…', icon: 'circle-pause', ...control, run: () => void this.#pause(row) }
        : { label: 'Resume', icon: 'play', ...control, run: () => void this.#resume(row) },
      { label: 'Make up for past runs…', icon: 'history', ...start, run: () => void this.#backfill(row) },
      'divider',
      {
        label: 'Open the workflow',
        icon: 'workflow',
        run: () => void this.#router.navigate(['/workflows', workflowId]),
      },
      {
        label: 'Its runs',
        icon: 'activity',
        run: () => void this.#router.navigate(['/workflows', workflowId, 'runs']),
      },
    ];
  }

  async #fire(row: ScheduleRow): Promise<void> {
    await this.#try(`“${row.label}” was not fired`, async () => {
      const id = await this.#api.fire(row.id);
      const open = { label: 'Open', run: () => void this.#router.navigate(['/runs', id]) };
      this.#toasts.show(`“${row.label}” started a run`, { action: open });
    });
  }

  async #pause(row: ScheduleRow): Promise<void> {
    const reason = await this.#dialogs.prompt({
      heading: `Pause “${row.label}”`,
      label: 'Why',
      help: 'Everybody sees it here. What falls into the pause is not made up for by itself.',
      placeholder: 'The shop is closed until Monday',
      action: 'Pause',
    });
    if (reason === undefined) return;
    await this.#try(`“${row.label}” was not paused`, () => this.#api.pause(row.id, reason));
    this.#announcer.say(`${row.label} paused`);
  }

  async #resume(row: ScheduleRow): Promise<void> {
    await this.#try(`“${row.label}” was not resumed`, () => this.#api.resume(row.id));
    this.#announcer.say(`${row.label} resumed`);
  }

  async #backfill(row: ScheduleRow): Promise<void> {
    const { BackfillDialog } = await import('./backfill-dialog');
    const { closed } = this.#dialogs.open<boolean>(BackfillDialog, { data: row });
    if (await firstValueFrom(closed, { defaultValue: false })) {
      this.#toasts.show(`Making up for past runs of “${row.label}”`);
      this.refresh();
    }
  }

  async #try(heading: string, work: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
      this.refresh();
    } catch (error) {
      this.problem.set({ heading, text: apiErrorOf(error).message });
    }
  }
}
