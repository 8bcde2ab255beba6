import { computed, signal } from '@angular/core';
import { apiErrorOf, type ApiError } from '@millrace/web-api';
import type { Observable, Subscription } from 'rxjs';
import type { ApprovalPage } from '../api/approval-api';
import { belongs, type ApprovalListKind, type ApprovalRow, withApproval } from '../model/approval-row';

/** Where the list reads from. */
export interface ApprovalSource {
  /** @throws ApiError */
  page(
    request: { readonly kind: ApprovalListKind; readonly search: string; readonly after: string | null },
    signal: AbortSignal,
  ): Promise<ApprovalPage>;
  changes(): Observable<ApprovalRow>;
}

/** One list of the inbox: pages, live changes and what is ticked. */
export class ApprovalList {
  readonly #source: ApprovalSource;
  readonly #rows = signal<readonly ApprovalRow[]>([]);
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #error = signal<ApiError | null>(null);
  readonly #cursor = signal<string | null>(null);
  readonly #isLoadingMore = signal(false);
  readonly #ticked = signal<ReadonlySet<string>>(new Set());
  #kind: ApprovalListKind = 'mine';
  #search = '';
  #reading: AbortController | undefined;
  #tail: Subscription | undefined;
  readonly rows = this.#rows.asReadonly();
  readonly status = this.#status.asReadonly();
  readonly error = this.#error.asReadonly();
  readonly isLoadingMore = this.#isLoadingMore.asReadonly();
  readonly hasMore = computed(() => this.#cursor() !== null);
  readonly ticked = this.#ticked.asReadonly();
  readonly tickedRows = computed(() => this.#rows().filter(({ id }) => this.#ticked().has(id)));

  constructor(source: ApprovalSource) {
    this.#source = source;
  }

  /** Shows another list. What is on its way for the one before is dropped. */
  async open(kind: ApprovalListKind, search: string): Promise<void> {
    [this.#kind, this.#search] = [kind, search];
    this.#rows.set([]);
    this.#ticked.set(new Set());
    this.#status.set('loading');
    await this.refresh();
  }

  /** Reads the first page again and keeps what is shown until it is there. */
  async refresh(): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    try {
      const page = await this.#read(null, reading.signal);
      if (reading.signal.aborted) return;
      this.#rows.set(page.rows);
      this.#cursor.set(page.nextCursor);
      this.#error.set(null);
      this.#status.set('ready');
      this.#keepTicked();
    } catch (thrown) {
      if (reading.signal.aborted) return;
      this.#error.set(apiErrorOf(thrown));
      this.#status.set('failed');
    }
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const [cursor, reading] = [this.#cursor(), this.#reading];
    if (cursor === null || reading === undefined || this.#isLoadingMore()) return;
    this.#isLoadingMore.set(true);
    try {
      const page = await this.#read(cursor, reading.signal);
      if (reading.signal.aborted) return;
      const known = new Set(this.#rows().map(({ id }) => id));
      this.#rows.update((rows) => [...rows, ...page.rows.filter(({ id }) => !known.has(id))]);
      this.#cursor.set(page.nextCursor);
      this.#error.set(null);
    } catch (thrown) {
      if (!reading.signal.aborted) this.#error.set(apiErrorOf(thrown));
    } finally {
      this.#isLoadingMore.set(false);
    }
  }

  /** Follows changes of the workspace; `heard` is told each of them. */
  follow(heard: (row: ApprovalRow) => void): void {
    this.#tail?.unsubscribe();
    this.#tail = this.#source.changes().subscribe({
      next: (row) => {
        this.take(row);
        heard(row);
      },
      error: () => this.#tail?.unsubscribe(),
    });
  }

  /** Shows an approval as it is now; takes it out when it does not belong here any more. */
  take(row: ApprovalRow): void {
    const isThere = this.#rows().some(({ id }) => id === row.id);
    // What was searched for is known to the server only.
    if (!isThere && this.#search !== '') return;
    this.#rows.update((rows) => withApproval(rows, row, this.#kind));
    if (!belongs(row, this.#kind)) this.#keepTicked();
  }

  /** Ticks one, or no more. */
  tick(id: string): void {
    const next = new Set(this.#ticked());
    if (!next.delete(id)) next.add(id);
    this.#ticked.set(next);
  }

  /** Ticks nothing. */
  clearTicked(): void {
    this.#ticked.set(new Set());
  }

  /** Id of the one below or above; the first when none is chosen. */
  beside(id: string | undefined, step: 1 | -1): string | undefined {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.id === id);
    if (at < 0) return rows[0]?.id;
    return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id;
  }

  /** Ends everything. */
  dispose(): void {
    this.#tail?.unsubscribe();
    this.#reading?.abort();
  }

  #read(after: string | null, signal: AbortSignal): Promise<ApprovalPage> {
    return this.#source.page({ kind: this.#kind, search: this.#search, after }, signal);
  }

  #keepTicked(): void {
    const there = new Set(this.#rows().map(({ id }) => id));
    this.#ticked.update((ticked) => new Set([...ticked].filter((id) => there.has(id))));
  }
}
