import { computed, signal } from '@angular/core';
import { apiErrorOf, type ApiError } from '@millrace/web-api';
import type { Observable, Subscription } from 'rxjs';
import type { RunRow } from '../shared/run-row';
import { fits, NO_FILTERS, type RunFilters } from './run-filters';
import { withChanges, withPage } from './run-rows';

/** A page of runs. */
export interface RunPage {
  readonly rows: readonly RunRow[];
  /** Runs on all pages together; above 10,000 not counted further. */
  readonly totalCount: number;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** Where the list reads from. */
export interface RunSource {
  /** @throws ApiError */
  page(filters: RunFilters, after: string | null, signal: AbortSignal): Promise<RunPage>;
  /** Runs of the workspace, or of one workflow, each time one changes. */
  changes(workflowId: string | undefined): Observable<RunRow>;
}

/** The server takes a subscription in this time after its socket stands, in milliseconds. */
const SETTLE_MS = 300;
/** Changes wait so long before they are shown together: a thousand runs a second must not draw a thousand times. */
const GATHER_MS = 250;
/** More than this at once: the list is read again instead. */
const FLOOD = 400;

/** The list of runs: pages, live changes and what is selected. */
export class RunsList {
  readonly #source: RunSource;
  readonly #now: () => number;
  readonly #rows = signal<readonly RunRow[]>([]);
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #isLoadingMore = signal(false);
  readonly #error = signal<ApiError | null>(null);
  readonly #cursor = signal<string | null>(null);
  readonly #total = signal<number | null>(null);
  readonly #selected = signal<ReadonlySet<string>>(new Set());
  readonly #meansAll = signal(false);
  readonly #isPaused = signal(false);
  readonly #held = signal<readonly RunRow[]>([]);
  readonly #filters = signal<RunFilters>(NO_FILTERS);
  #reading: AbortController | undefined;
  #tail: Subscription | undefined;
  #gathered: RunRow[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  readonly rows = this.#rows.asReadonly();
  readonly status = this.#status.asReadonly();
  readonly error = this.#error.asReadonly();
  readonly isLoadingMore = this.#isLoadingMore.asReadonly();
  readonly hasMore = computed(() => this.#cursor() !== null);
  /** Of all pages, when they were read; null before. */
  readonly total = this.#total.asReadonly();
  readonly isPaused = this.#isPaused.asReadonly();
  /** New runs that fit and are not shown while the list is paused. */
  readonly heldCount = computed(() => this.#unseen().size);
  readonly filters = this.#filters.asReadonly();
  readonly selected = this.#selected.asReadonly();
  /** Whether all runs that fit are meant, those too that are not shown. */
  readonly meansAll = this.#meansAll.asReadonly();
  readonly selectedRows = computed(() => this.#rows().filter(({ id }) => this.#selected().has(id)));

  constructor(source: RunSource, now: () => number = Date.now) {
    this.#source = source;
    this.#now = now;
  }

  /** Shows what fits other filters. What is on its way for others is dropped. */
  async open(filters: RunFilters): Promise<void> {
    this.#filters.set(filters);
    this.clearSelection();
    this.#rows.set([]);
    this.#status.set('loading');
    await this.refresh();
  }

  /** Reads the first page again and keeps what is shown until it is there. */
  async refresh(): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.#isLoadingMore.set(false);
    try {
      const page = await this.#source.page(this.#filters(), null, reading.signal);
      if (reading.signal.aborted) return;
      this.#rows.set(page.rows);
      this.#cursor.set(page.nextCursor);
      this.#total.set(page.totalCount);
      this.#held.set([]);
      this.#keepSelected(page.rows);
      this.#error.set(null);
      this.#status.set('ready');
    } catch (thrown) {
      if (reading.signal.aborted) return;
      this.#error.set(apiErrorOf(thrown));
      this.#status.set('failed');
    }
  }

  /** Refreshes as soon as what is followed is followed for sure. */
  refreshSoon(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => void this.refresh(), SETTLE_MS);
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const cursor = this.#cursor();
    const reading = this.#reading;
    if (cursor === null || reading === undefined || this.#isLoadingMore()) return;
    this.#isLoadingMore.set(true);
    try {
      const page = await this.#source.page(this.#filters(), cursor, reading.signal);
      if (reading.signal.aborted) return;
      this.#rows.update((rows) => withPage(rows, page.rows));
      this.#cursor.set(page.nextCursor);
      this.#error.set(null);
    } catch (thrown) {
      if (!reading.signal.aborted) this.#error.set(apiErrorOf(thrown));
    } finally {
      if (!reading.signal.aborted) this.#isLoadingMore.set(false);
    }
  }

  /** Follows changes of the workspace, or of one workflow; ends what was followed before. */
  follow(workflowId?: string): void {
    this.unfollow();
    this.#tail = this.#source.changes(workflowId).subscribe({
      next: (row) => this.#gather(row),
      error: () => this.unfollow(),
    });
  }

  /** Changes wait from now on instead of moving what one reads. */
  pause(): void {
    this.#isPaused.set(true);
  }

  /** Shows what has waited, and what comes from now on. */
  resume(): void {
    const held = this.#held();
    this.#isPaused.set(false);
    this.#held.set([]);
    if (held.length >= FLOOD) void this.refresh();
    else this.#take(held);
  }

  /** Follows no more. */
  unfollow(): void {
    this.#tail?.unsubscribe();
    this.#tail = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gathered = [];
  }

  /** Selects a run, or no more. */
  toggle(id: string): void {
    this.#meansAll.set(false);
    const next = new Set(this.#selected());
    if (!next.delete(id)) next.add(id);
    this.#selected.set(next);
  }

  /** Selects everything that is shown; nothing when it was. */
  toggleAll(): void {
    this.#meansAll.set(false);
    const ids = this.#rows().map(({ id }) => id);
    this.#selected.set(new Set(ids.length === this.#selected().size ? [] : ids));
  }

  /** Means all runs that fit, also those that are not shown. */
  selectMatching(): void {
    this.#selected.set(new Set(this.#rows().map(({ id }) => id)));
    this.#meansAll.set(true);
  }

  /** Selects nothing. */
  clearSelection(): void {
    this.#meansAll.set(false);
    this.#selected.set(new Set());
  }

  /** Shows a run with a star, or without. */
  mark(id: string, starred: boolean): void {
    this.#rows.update((rows) => rows.map((row) => (row.id === id ? { ...row, starred } : row)));
  }

  /** Takes deleted runs out. */
  drop(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#rows.update((rows) => rows.filter(({ id }) => !gone.has(id)));
    this.#keepSelected(this.#rows());
  }

  /** Ends everything. */
  dispose(): void {
    clearTimeout(this.#refreshing);
    this.unfollow();
    this.#reading?.abort();
  }

  #gather(row: RunRow): void {
    this.#gathered.push(row);
    this.#timer ??= setTimeout(() => this.#show(), GATHER_MS);
  }

  #show(): void {
    const changes = this.#gathered;
    this.#gathered = [];
    this.#timer = undefined;
    if (this.#isPaused()) return this.#held.update((held) => [...held, ...changes].slice(-FLOOD));
    if (changes.length > FLOOD) return void this.refresh();
    this.#take(changes);
  }

  #take(changes: readonly RunRow[]): void {
    const context = { filters: this.#filters(), nowMs: this.#now() };
    this.#rows.update((rows) => withChanges(rows, changes, context));
  }

  #unseen(): ReadonlySet<string> {
    const shown = new Set(this.#rows().map(({ id }) => id));
    const fitting = this.#held().filter((row) => !shown.has(row.id) && fits(row, this.#filters(), this.#now()));
    return new Set(fitting.map(({ id }) => id));
  }

  #keepSelected(rows: readonly RunRow[]): void {
    const there = new Set(rows.map(({ id }) => id));
    this.#selected.update((selected) => new Set([...selected].filter((id) => there.has(id))));
  }
}
