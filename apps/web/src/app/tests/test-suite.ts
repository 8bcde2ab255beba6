import { computed, inject, Injectable, signal } from '@angular/core';
import { type ApiError, apiErrorOf } from '@millrace/web-api';
import { lastValueFrom, tap } from 'rxjs';
import { ApiTests, type TestRun, type TestSummary } from './api-tests';

/** How a test stands. `stale`: what is known is about another draft or an older form of the test. */
export type TestStanding = 'never' | 'running' | 'passed' | 'failed' | 'error' | 'stale';

/** How a test stands by what is known of it. */
export function standingOf({ id, lastResult }: TestSummary, running: ReadonlySet<string>): TestStanding {
  if (running.has(id) || lastResult?.status === 'RUNNING') return 'running';
  if (!lastResult) return 'never';
  if (lastResult.status === 'FAILED') return 'failed';
  if (lastResult.status === 'ERROR') return 'error';
  return lastResult.isCurrent ? 'passed' : 'stale';
}

/** The tests of one workflow: how each went the last time, and what runs just now. */
@Injectable({ providedIn: 'root' })
export class TestSuite {
  readonly #api = inject(ApiTests);
  readonly #workflowId = signal<string | undefined>(undefined);
  readonly #tests = signal<readonly TestSummary[]>([]);
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #error = signal<ApiError | undefined>(undefined);
  readonly #running = signal<ReadonlySet<string>>(new Set());
  readonly #ended = signal(0);
  readonly workflowId = this.#workflowId.asReadonly();
  readonly tests = this.#tests.asReadonly();
  readonly status = this.#status.asReadonly();
  /** Why the list could not be read, or the last run not be made. */
  readonly error = this.#error.asReadonly();
  /** Ids of the tests that run just now. */
  readonly running = this.#running.asReadonly();
  readonly isRunning = computed(() => this.#running().size > 0);
  /** Rises whenever results came in: what shows one reads it again. */
  readonly ended = this.#ended.asReadonly();
  /** How many stand how. */
  readonly counts = computed(() => {
    const counts = { total: 0, never: 0, running: 0, passed: 0, failed: 0, error: 0, stale: 0 };
    for (const test of this.#tests()) {
      counts.total += 1;
      counts[standingOf(test, this.#running())] += 1;
    }
    return counts;
  });
  /** Whether every test passed on the draft as it is. */
  readonly isGreen = computed(() => this.counts().total > 0 && this.counts().passed === this.counts().total);

  /** Shows the tests of a workflow; those of the same one are read again. */
  async open(workflowId: string): Promise<void> {
    if (this.#workflowId() !== workflowId) {
      this.#workflowId.set(workflowId);
      this.#tests.set([]);
      this.#running.set(new Set());
      this.#error.set(undefined);
      this.#status.set('loading');
    }
    await this.refresh();
  }

  /** Reads the list again. */
  async refresh(): Promise<void> {
    const workflowId = this.#workflowId();
    if (workflowId === undefined) return;
    try {
      const tests = await this.#api.list(workflowId);
      if (this.#workflowId() !== workflowId) return;
      this.#tests.set(tests);
      this.#status.set('ready');
      this.#ended.update((count) => count + 1);
    } catch (thrown) {
      if (this.#workflowId() !== workflowId) return;
      this.#error.set(apiErrorOf(thrown));
      this.#status.set(this.#tests().length > 0 ? 'ready' : 'failed');
    }
  }

  /** Runs tests on the saved draft, all when no ids are given; resolves when they are over. Undefined when it could not be done. */
  async run(ids?: readonly string[]): Promise<TestRun | undefined> {
    const workflowId = this.#workflowId();
    if (workflowId === undefined) return undefined;
    const chosen = ids ?? this.#tests().map(({ id }) => id);
    this.#error.set(undefined);
    this.#running.update((running) => new Set([...running, ...chosen]));
    try {
      const run = await this.#api.run(workflowId, ids);
      if (run === undefined) return undefined;
      const watched = this.#api.watch(run.id).pipe(tap((now) => this.#take(now)));
      return await lastValueFrom(watched, { defaultValue: run });
    } catch (thrown) {
      this.#error.set(apiErrorOf(thrown));
      return undefined;
    } finally {
      this.#running.update((running) => new Set([...running].filter((id) => !chosen.includes(id))));
      await this.refresh();
    }
  }

  dismissError(): void {
    this.#error.set(undefined);
  }

  /** Results as they come in. */
  #take({ results }: TestRun): void {
    const over = new Map(results.filter(({ status }) => status !== 'RUNNING').map((one) => [one.testId, one]));
    this.#running.update((running) => new Set([...running].filter((id) => !over.has(id))));
    this.#tests.update((tests) =>
      tests.map((test) => (over.has(test.id) ? { ...test, lastResult: over.get(test.id) ?? null } : test)),
    );
  }
}
