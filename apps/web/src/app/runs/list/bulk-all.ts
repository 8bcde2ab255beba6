import { signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { BulkOutcome } from '../shared/api-runs';
import type { RunRow } from '../shared/run-row';
import type { RunFilters } from './run-filters';

/** What is done, in words: "Retried". */
export interface BulkJob {
  readonly done: string;
  /** Why it makes no sense for a run, which is passed over then; undefined when it does. */
  readonly unfit: (row: RunRow) => string | undefined;
  readonly act: (ids: readonly string[]) => Promise<BulkOutcome>;
}

/** Runs with which nothing was done, and why. */
export interface BulkReason {
  readonly message: string;
  readonly ids: readonly string[];
}

/** How far a job over many runs has come. */
export interface BulkReport {
  readonly done: string;
  /** Runs to go through; undefined while unknown. */
  readonly total: number | undefined;
  readonly seen: number;
  readonly changed: number;
  /** What the server refused, by why, the most frequent first. */
  readonly refused: readonly BulkReason[];
  /** What was passed over, in the same way. */
  readonly passed: readonly BulkReason[];
  /** Why it ended early. */
  readonly broken?: string;
  readonly isRunning: boolean;
}

/** Pages of runs that fit filters. */
export type RunPages = (
  filters: RunFilters,
  after: string | null,
  signal: AbortSignal,
) => Promise<{ readonly rows: readonly RunRow[]; readonly nextCursor: string | null }>;

/** Does something with all runs that fit filters, page by page, and can be stopped between two. Runs that begin meanwhile are left out. */
export class BulkAll {
  readonly #pages: RunPages;
  readonly #report = signal<BulkReport | undefined>(undefined);
  #stop: AbortController | undefined;
  /** Of the job that goes on, or of the last one. */
  readonly report = this.#report.asReadonly();

  constructor(pages: RunPages) {
    this.#pages = pages;
  }

  /** Goes through all that fit. `total` is for show. */
  async over(filters: RunFilters, total: number | undefined, job: BulkJob): Promise<void> {
    const stop = this.#begin(job, total);
    try {
      for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
        const page = await this.#pages(filters, after, stop.signal);
        if (stop.signal.aborted) break;
        await this.#take(page.rows, job);
        if (stop.signal.aborted) break;
        after = page.nextCursor;
      }
    } catch (thrown) {
      if (!stop.signal.aborted) this.#update((report) => ({ ...report, broken: apiErrorOf(thrown).message }));
    } finally {
      this.#update((report) => ({ ...report, isRunning: false }));
    }
  }

  /** Goes through these. */
  async these(rows: readonly RunRow[], job: BulkJob): Promise<void> {
    this.#begin(job, rows.length);
    try {
      await this.#take(rows, job);
    } catch (thrown) {
      this.#update((report) => ({ ...report, broken: apiErrorOf(thrown).message }));
    } finally {
      this.#update((report) => ({ ...report, isRunning: false }));
    }
  }

  /** Begins no further page. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Forgets the report. */
  dismiss(): void {
    this.stop();
    this.#report.set(undefined);
  }

  #begin({ done }: BulkJob, total: number | undefined): AbortController {
    this.#stop?.abort();
    this.#report.set({ done, total, seen: 0, changed: 0, refused: [], passed: [], isRunning: true });
    return (this.#stop = new AbortController());
  }

  async #take(rows: readonly RunRow[], { unfit, act }: BulkJob): Promise<void> {
    const told = rows.map((row) => ({ id: row.id, message: unfit(row) }));
    const ids = told.flatMap(({ id, message }) => (message === undefined ? [id] : []));
    const passed = told.flatMap(({ id, message }) => (message === undefined ? [] : [{ id, message }]));
    const outcome = ids.length === 0 ? { done: [], failed: [] } : await act(ids);
    this.#update((report) => ({
      ...report,
      seen: report.seen + rows.length,
      changed: report.changed + outcome.done.length,
      refused: withReasons(report.refused, outcome.failed),
      passed: withReasons(report.passed, passed),
    }));
  }

  #update(change: (report: BulkReport) => BulkReport): void {
    this.#report.update((report) => report && change(report));
  }
}

/** The same reason about other runs counts as one: ids in messages are left out of the comparison. */
function withReasons(known: readonly BulkReason[], more: BulkOutcome['failed']): readonly BulkReason[] {
  const byReason = new Map(known.map((one) => [one.message, one]));
  for (const { id, message } of more) {
    const reason = message
      .split(' ')
      .filter((word) => word !== id)
      .join(' ');
    byReason.set(reason, { message: reason, ids: [...(byReason.get(reason)?.ids ?? []), id] });
  }
  return [...byReason.values()].sort((a, b) => b.ids.length - a.ids.length);
}
