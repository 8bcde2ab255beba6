import { ExecutionHistory, isTerminal } from '@millrace/server-executions';
import type { Actor } from '@millrace/server-identity';
import { Bell, Logger, SqlPool, newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { StoredTests, type StoredTest } from '../tests/stored-tests';
import { noTests, testNotFound } from '../workflow-tests.errors';
import { AcceptResults, type AcceptRequest } from './accept-results';
import { FinishedRuns } from './finished-run';
import { ForgetTestExecutions } from './forget-test-executions';
import { OneTest } from './one-test';
import type { TestResult, TestRun } from './test-run';
import { TestRunStore, type PendingResult, type Verdict } from './test-run-store';
import { VersionUnderTest } from './version-under-test';

/** Rings with the id of a run of tests whose results changed. */
export const TEST_RUN_CHANNEL = 'millrace_test_run';
/** How long a test may really take. Its waits take no time. */
const LONGEST_TEST_MS = 600_000;

/** Which tests to run, of which version. */
export interface TestRunRequest {
  readonly workflowId: string;
  /** All when absent. */
  readonly testIds?: readonly string[] | undefined;
  /** Tests by name, instead of by id. */
  readonly testNames?: readonly string[] | undefined;
  /** `draft` when absent, `published` or a number. */
  readonly version?: string | undefined;
}

/** What runs of tests are done with. */
@Injectable()
export class TestRunWork {
  constructor(
    readonly versions: VersionUnderTest,
    readonly one: OneTest,
    readonly finished: FinishedRuns,
    readonly history: ExecutionHistory,
    readonly forgetting: ForgetTestExecutions,
  ) {}
}

/** Runs of tests. */
@Injectable()
export class TestRuns {
  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly tests: StoredTests,
    private readonly store: TestRunStore,
    private readonly work: TestRunWork,
    private readonly accepting: AcceptResults,
  ) {}

  /** Begins tests and judges them in the background. @throws DomainError `NOT_FOUND`, `TEST_NOT_FOUND`, `NO_TESTS`; WorkflowInvalidError when the version cannot run */
  async start(actor: Actor, request: TestRunRequest): Promise<TestRun> {
    const chosen = await this.chosen(actor, request);
    const { workflowId, version = 'draft' } = request;
    const versionId = await this.work.versions.idOf(actor, workflowId, version);
    await this.work.forgetting.forget(actor, workflowId);
    const id = newId();
    await this.pool.tx(async (client) => {
      await this.store.insert(client, actor, { id, workflowId, versionId, version });
      for (const test of chosen) {
        const { id: testId, name, spec, hash } = test;
        const begun = await this.work.one.begin(actor, { spec, workflowId, versionId }, client);
        await this.store.insertResult(client, actor, id, { testId, name, spec, hash, ...begun });
      }
    });
    await this.store.closeIfDone(id);
    for (const result of await this.store.pending(id)) void this.follow(result);
    return this.store.get(actor, id);
  }

  /** @throws DomainError `TEST_RUN_NOT_FOUND` */
  async get(actor: Actor, id: string): Promise<TestRun> {
    const run = await this.store.get(actor, id);
    if (run.status !== 'running') return run;
    // Whoever followed it may be gone.
    const settled = await Promise.all((await this.store.pending(id)).map((result) => this.settleIfOver(actor, result)));
    return settled.some(Boolean) ? this.store.get(actor, id) : run;
  }

  /** Resolves when the run is over, or with what there is after that time. @throws DomainError `TEST_RUN_NOT_FOUND` */
  async finished(actor: Actor, id: string, timeoutMs: number): Promise<TestRun> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const run = await this.get(actor, id);
      const leftMs = deadline - performance.now();
      if (run.status !== 'running' || leftMs <= 0) return run;
      const open = run.results.flatMap(({ status, executionId }) => (status === 'running' && executionId) || []);
      await Promise.all(open.map((executionId) => this.work.finished.end(executionId, leftMs)));
      await Promise.all((await this.store.pending(id)).map((result) => this.settleIfOver(actor, result)));
    }
  }

  /** The newest result of each test, by id. */
  async lastResults(actor: Actor, testIds: readonly string[]): Promise<Map<string, TestResult>> {
    const results = await this.store.newest(actor, testIds);
    return new Map(results.map((result) => [result.testId, result]));
  }

  /** @throws DomainError `TEST_NOT_FOUND`, `TEST_RUN_NOT_FOUND` */
  accept(actor: Actor, testId: string, wish: AcceptRequest): Promise<StoredTest> {
    return this.accepting.accept(actor, testId, wish);
  }

  private async chosen(actor: Actor, { workflowId, testIds, testNames }: TestRunRequest): Promise<StoredTest[]> {
    const all = await this.tests.list(actor, workflowId);
    if (all.length === 0) throw noTests();
    const [keys, keyOf] =
      testIds === undefined ? [testNames, (test: StoredTest) => test.name] : [testIds, (test: StoredTest) => test.id];
    return keys === undefined ? all : [...new Set(keys)].map((key) => found(all, keyOf, key));
  }

  private async follow(result: PendingResult): Promise<void> {
    try {
      const ended = await this.work.finished.end(result.executionId, LONGEST_TEST_MS);
      await this.settle(result, ended ? await this.work.one.judge(result.executionId, result) : TOO_LONG);
    } catch (error) {
      this.logger.warn({ error, runId: result.runId }, 'a test could not be judged; whoever asks next tries again');
    }
  }

  private async settleIfOver(actor: Actor, result: PendingResult): Promise<boolean> {
    const [summary] = await this.work.history.summaries(actor, [result.executionId]);
    if (summary === undefined) return this.settle(result, GONE);
    return isTerminal(summary.status)
      ? this.settle(result, await this.work.one.judge(result.executionId, result))
      : false;
  }

  private async settle(result: PendingResult, verdict: Verdict): Promise<boolean> {
    // Whoever sees how a test ended also sees the snapshots that were taken of it.
    const isFirst = await this.pool.tx(async (client) => {
      const settled = await this.store.settle(client, result, verdict);
      if (settled) await this.accepting.takeSnapshots(client, result, verdict.assertions);
      return settled;
    });
    await this.store.closeIfDone(result.runId);
    await this.bell.ring(TEST_RUN_CHANNEL, result.runId);
    return isFirst;
  }
}

function found(tests: readonly StoredTest[], keyOf: (test: StoredTest) => string, key: string): StoredTest {
  const test = tests.find((one) => keyOf(one) === key);
  if (test === undefined) throw testNotFound(key);
  return test;
}

const TOO_LONG: Verdict = {
  ...{ status: 'error', assertions: [], elapsedMs: null },
  error: { code: 'TEST_TOO_LONG', message: 'The run of the test did not end within ten minutes. Look at the run.' },
};
const GONE: Verdict = {
  ...{ status: 'error', assertions: [], elapsedMs: null },
  error: { code: 'TEST_RUN_GONE', message: 'The run of the test was deleted before it was judged. Run it again.' },
};
