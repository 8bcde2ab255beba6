import type { Actor } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { testRunNotFound } from '../workflow-tests.errors';
import type { JudgedAssertion, TestResult, TestRun, TestStatus } from './test-run';

/** Runs of tests that are kept of one workflow. */
const MOST_RUNS = 50;

/** What is known of a result that is to be judged. */
export interface PendingResult {
  readonly runId: string;
  readonly testId: string;
  readonly versionId: string;
  readonly executionId: string;
  readonly spec: WorkflowTestSpec;
}

/** How a test ended. */
export interface Verdict {
  readonly status: Exclude<TestStatus, 'running'>;
  readonly assertions: readonly JudgedAssertion[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly elapsedMs: number | null;
}

/** A result as it begins. */
export interface NewResult {
  readonly testId: string;
  readonly name: string;
  readonly spec: WorkflowTestSpec;
  readonly hash: string;
  readonly executionId: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

interface RunRow extends Omit<TestRun, 'status' | 'results' | 'total' | 'passed' | 'failed'> {
  readonly hash: string;
}

const RUN_COLUMNS = `r.id, r.workflow_id AS "workflowId", r.version_id AS "versionId", r.version, r.hash,
  r.created_at AS "startedAt", r.finished_at AS "finishedAt"`;

/** `isCurrent`: neither the test nor the draft has changed since. */
const RESULT_COLUMNS = `x.run_id AS "runId", x.test_id AS "testId", x.name, x.status, x.execution_id AS "executionId",
  x.assertions, x.error, x.elapsed_ms::float8 AS "elapsedMs", x.duration_ms AS "durationMs", x.created_at AS "startedAt",
  x.finished_at AS "finishedAt", (t.hash = x.test_hash AND w.draft_hash = r.hash) AS "isCurrent"`;
const RESULT_TABLES = `workflow_test_result x JOIN workflow_test_run r ON r.id = x.run_id
  JOIN workflow_test t ON t.id = x.test_id LEFT JOIN workflow w ON w.id = r.workflow_id`;

/** The rows of runs of tests. */
@Injectable()
export class TestRunStore {
  constructor(private readonly pool: SqlPool) {}

  /** A run whose tests begin; older ones beyond the newest 50 go. */
  async insert(
    client: SqlClient,
    actor: Actor,
    run: { readonly id: string; readonly workflowId: string; readonly versionId: string; readonly version: string },
  ): Promise<void> {
    await client.query(
      `INSERT INTO workflow_test_run (id, workspace_id, workflow_id, version_id, version, hash, started_by)
       SELECT $1, $2, $3, id, $5, hash, $6 FROM workflow_version WHERE id = $4`,
      [run.id, actor.workspaceId, run.workflowId, run.versionId, run.version, actor.userId],
    );
    // Index: workflow_test_run_by_workflow.
    await client.query(
      `DELETE FROM workflow_test_run WHERE workflow_id = $1 AND finished_at IS NOT NULL AND id IN (
         SELECT id FROM workflow_test_run WHERE workflow_id = $1 ORDER BY id DESC OFFSET ${MOST_RUNS})`,
      [run.workflowId],
    );
  }

  /** A test of a run that begins, or could not. */
  async insertResult(client: SqlClient, actor: Actor, runId: string, result: NewResult): Promise<void> {
    const { testId, name, spec, hash, executionId, error } = result;
    await client.query(
      `INSERT INTO workflow_test_result (run_id, test_id, workspace_id, name, spec, test_hash, status, execution_id, error,
         finished_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $7 = 'running' THEN NULL ELSE clock_timestamp() END)`,
      [
        ...[runId, testId, actor.workspaceId, name, JSON.stringify(spec), hash],
        ...[error ? 'error' : 'running', executionId, error ? JSON.stringify(error) : null],
      ],
    );
  }

  /** Keeps a verdict, the first one; answers whether it was the first. `closeIfDone` comes after it. */
  async settle(
    client: SqlClient,
    { runId, testId }: Pick<PendingResult, 'runId' | 'testId'>,
    verdict: Verdict,
  ): Promise<boolean> {
    const { rowCount } = await client.query(
      `UPDATE workflow_test_result SET status = $3, assertions = $4, error = $5, elapsed_ms = $6,
         finished_at = clock_timestamp(),
         duration_ms = (extract(epoch FROM clock_timestamp() - created_at) * 1000)::int
       WHERE run_id = $1 AND test_id = $2 AND status = 'running'`,
      [
        ...[runId, testId, verdict.status, JSON.stringify(verdict.assertions)],
        ...[verdict.error ? JSON.stringify(verdict.error) : null, verdict.elapsedMs],
      ],
    );
    return rowCount > 0;
  }

  /** Ends a run whose tests are all over. Not in the transaction of one of them, which does not see the others. */
  async closeIfDone(runId: string): Promise<void> {
    await this.pool.query(
      `UPDATE workflow_test_run SET finished_at = clock_timestamp() WHERE id = $1 AND finished_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM workflow_test_result WHERE run_id = $1 AND status = 'running')`,
      [runId],
    );
  }

  /** @throws DomainError `TEST_RUN_NOT_FOUND` */
  async get({ workspaceId }: Actor, id: string): Promise<TestRun> {
    const { rows } = await this.pool.query<RunRow>(
      `SELECT ${RUN_COLUMNS} FROM workflow_test_run r WHERE r.id = $1 AND r.workspace_id = $2`,
      [isUuid(id) ? id : null, workspaceId],
    );
    const [row] = rows;
    if (row === undefined) throw testRunNotFound(id);
    const results = await this.pool.query<TestResult>(
      `SELECT ${RESULT_COLUMNS} FROM ${RESULT_TABLES} WHERE x.run_id = $1 ORDER BY lower(x.name), x.test_id`,
      [id],
    );
    return runOf(row, results.rows);
  }

  /** The newest result of each of these tests. Index: workflow_test_result_by_test. */
  async newest({ workspaceId }: Actor, testIds: readonly string[]): Promise<TestResult[]> {
    const { rows } = await this.pool.query<TestResult>(
      `SELECT DISTINCT ON (x.test_id) ${RESULT_COLUMNS} FROM ${RESULT_TABLES}
       WHERE x.test_id = ANY($1::uuid[]) AND x.workspace_id = $2 ORDER BY x.test_id, x.run_id DESC`,
      [testIds, workspaceId],
    );
    return rows;
  }

  /** Results that nobody has judged yet. */
  async pending(runId: string): Promise<PendingResult[]> {
    const { rows } = await this.pool.query<PendingResult>(
      `SELECT x.run_id AS "runId", x.test_id AS "testId", r.version_id AS "versionId", x.execution_id AS "executionId", x.spec
       FROM workflow_test_result x JOIN workflow_test_run r ON r.id = x.run_id
       WHERE x.run_id = $1 AND x.status = 'running' AND x.execution_id IS NOT NULL`,
      [runId],
    );
    return rows;
  }

  /** Tests of the workflow that passed on this content, as they are now. */
  async greenOn({ workspaceId }: Actor, workflowId: string, hash: string): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT DISTINCT t.id FROM workflow_test t
       JOIN workflow_test_result x ON x.test_id = t.id AND x.test_hash = t.hash AND x.status = 'passed'
       JOIN workflow_test_run r ON r.id = x.run_id AND r.hash = $3
       WHERE t.workflow_id = $1 AND t.workspace_id = $2`,
      [workflowId, workspaceId, hash],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What a test of a run was. @throws DomainError `TEST_RUN_NOT_FOUND` */
  async resultOf({ workspaceId }: Actor, runId: string, testId: string): Promise<{ assertions: JudgedAssertion[] }> {
    const { rows } = await this.pool.query<{ assertions: JudgedAssertion[] }>(
      `SELECT assertions FROM workflow_test_result WHERE run_id = $1 AND test_id = $2 AND workspace_id = $3`,
      [isUuid(runId) ? runId : null, isUuid(testId) ? testId : null, workspaceId],
    );
    if (rows[0] === undefined) throw testRunNotFound(runId);
    return rows[0];
  }
}

function runOf({ hash: _hash, ...row }: RunRow, results: readonly TestResult[]): TestRun {
  const count = (...wanted: TestStatus[]): number => results.filter(({ status }) => wanted.includes(status)).length;
  const [running, passed, failed] = [count('running'), count('passed'), count('failed', 'error')];
  const ended: TestStatus = failed > 0 ? 'failed' : 'passed';
  return { ...row, results, total: results.length, passed, failed, status: running > 0 ? 'running' : ended };
}
