import { ExecutionControl, deleteRuns } from '@millrace/server-executions';
import type { Actor } from '@millrace/server-identity';
import { DomainError, Logger, SqlPool } from '@millrace/server-platform';
import { TestedDocuments } from '@millrace/server-workflows';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { readAll } from '../tests/portable-tests';
import { noTests } from '../workflow-tests.errors';
import { FinishedRuns } from './finished-run';
import { OneTest } from './one-test';
import type { TestResult, TestRun } from './test-run';
import type { Verdict } from './test-run-store';

/** A workflow with its tests, as they stand in files. */
export interface FileTestRequest {
  /** Our own or the exchange form. */
  readonly workflow: unknown;
  readonly tests: readonly unknown[];
}

/** What came of a test that is kept nowhere. */
export type FileTestResult = Omit<TestResult, 'runId' | 'testId' | 'isCurrent' | 'executionId'>;

/** What came of tests that are kept nowhere. */
export interface FileTestRun extends Pick<
  TestRun,
  'status' | 'total' | 'passed' | 'failed' | 'startedAt' | 'finishedAt'
> {
  readonly workflowName: string;
  readonly results: readonly FileTestResult[];
}

interface OpenTest {
  readonly name: string;
  readonly spec: WorkflowTestSpec;
  readonly startedAt: Date;
  readonly begunAt: number;
}

interface EndedTest {
  readonly result: FileTestResult;
  /** Null when it could not begin. */
  readonly executionId: string | null;
}

/** How long a run may take to obey once its test is given up. */
const TO_OBEY_MS = 20_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Those of tests whose process died; nobody waits for them any more. Index: execution_test. */
const LEFT_OVER = `
  SELECT id FROM execution WHERE mode = 'test' AND workflow_id IS NULL
    AND finished_at < clock_timestamp() - interval '1 hour'
  ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED`;

/** Index: execution_pkey. */
const OVER = 'SELECT id FROM execution WHERE id = ANY($1::uuid[]) AND finished_at IS NOT NULL FOR UPDATE';

/** Runs tests of a workflow that is only in a file. When it answers, nothing is left of the workflow, its tests and their runs. */
@Injectable()
export class FileTests implements OnModuleInit, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: SqlPool,
    private readonly logger: Logger,
    private readonly documents: TestedDocuments,
    private readonly one: OneTest,
    private readonly finished: FinishedRuns,
    private readonly control: ExecutionControl,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweepQuietly(), SWEEP_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Answers when all are over, or given up after that time.
   * @throws DomainError `TEST_INVALID`, `TEST_TOO_LARGE`, `TOO_MANY_TESTS`, `NO_TESTS`; WorkflowInvalidError when the workflow cannot run
   */
  async run(actor: Actor, request: FileTestRequest, timeoutMs: number): Promise<FileTestRun> {
    const tests = readAll(request.tests);
    if (tests.length === 0) throw noTests();
    const { versionId, document } = await this.documents.keep(actor, request.workflow);
    const startedAt = new Date();
    let ended: readonly EndedTest[] = [];
    try {
      ended = await Promise.all(tests.map((test) => this.perform(actor, versionId, test, timeoutMs)));
    } finally {
      await this.forget(versionId, ended);
    }
    const results = ended.map(({ result }) => result);
    const passed = results.filter(({ status }) => status === 'passed').length;
    const status = passed === results.length ? 'passed' : 'failed';
    const counts = { total: results.length, passed, failed: results.length - passed };
    return { workflowName: document.name, status, ...counts, results, startedAt, finishedAt: new Date() };
  }

  /** Deletes what is left of tests whose process died. Any number of processes may do so. */
  async sweep(): Promise<void> {
    for (let count = 200; count === 200;) {
      count = await this.pool.tx(async (client) => {
        const { rows } = await client.query<{ id: string }>(LEFT_OVER);
        const ids = rows.map(({ id }) => id);
        await deleteRuns(client, ids);
        return ids.length;
      });
    }
    await this.documents.forgetOld();
  }

  private async sweepQuietly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.warn({ error }, 'what is left of tests of files could not be deleted; it is tried again');
    }
  }

  private async perform(
    actor: Actor,
    versionId: string,
    { name, spec }: { readonly name: string; readonly spec: WorkflowTestSpec },
    timeoutMs: number,
  ): Promise<EndedTest> {
    const test = { name, spec, startedAt: new Date(), begunAt: performance.now() };
    const { executionId, error } = await this.one.begin(actor, { spec, versionId, workflowId: null });
    if (executionId === null) return { executionId, result: resultOf(test, { ...BROKEN, error }) };
    const isOver = await this.finished.end(executionId, timeoutMs);
    const verdict = isOver ? await this.one.judge(executionId, { versionId, spec }) : TOO_LONG;
    if (!isOver) await this.giveUp(actor, executionId);
    return { executionId, result: resultOf(test, verdict) };
  }

  private async giveUp(actor: Actor, executionId: string): Promise<void> {
    try {
      await this.control.terminate(actor, executionId, 'Its test took too long.');
      await this.finished.end(executionId, TO_OBEY_MS);
    } catch (error) {
      // It ended at this moment.
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** A run that does not end is left to the sweep, with its document. */
  private async forget(versionId: string, ended: readonly EndedTest[]): Promise<void> {
    const ids = ended.flatMap(({ executionId }) => executionId ?? []);
    await this.pool.tx(async (client) => {
      const { rows } = await client.query<{ id: string }>(OVER, [ids]);
      await deleteRuns(
        client,
        rows.map(({ id }) => id),
      );
      if (ended.length > 0 && rows.length === ids.length) await this.documents.forget(versionId, client);
    });
  }
}

function resultOf({ name, startedAt, begunAt }: OpenTest, verdict: Verdict): FileTestResult {
  const durationMs = Math.round(performance.now() - begunAt);
  return { name, ...verdict, durationMs, startedAt, finishedAt: new Date() };
}

const BROKEN: Verdict = { status: 'error', assertions: [], elapsedMs: null, error: null };
const TOO_LONG: Verdict = {
  ...BROKEN,
  error: {
    code: 'TEST_TOO_LONG',
    message: 'The run of the test did not end in time. Allow more, or run it in the editor to see where it stands.',
  },
};
