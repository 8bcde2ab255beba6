import { Bell, Config, DomainError, Logger, SqlPool, publicUrlOf } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { STARTED_BY_RUN } from '../children/run-ancestors';
import { StartExecutions } from '../start/start-executions';
import { ErrorWorkflows } from './error-workflow';
import { FAILED_RUNS, errorReport } from './failed-run';
import type { FailedRun } from './failed-run';

/** Rung when a workflow is to be switched off. */
export const PAUSE_CHANNEL = 'millrace_pause';

const MOST_AT_ONCE = 100;
/** Times that consequences are tried which fail for another reason than the database being away. */
const MOST_TRIES = 20;

/** Index: run_failure_pkey; the table holds only what was not dealt with yet. */
const DUE = `
  SELECT execution_id AS id FROM run_failure WHERE retry_at <= clock_timestamp() ORDER BY execution_id LIMIT ${MOST_AT_ONCE}`;

/** Whether this many runs in a row failed since the workflow was last switched on. Index: execution_by_workflow. */
const STREAK = `
  SELECT count(*) = $2 AND bool_and(status = 'failed') AS reached FROM (
    SELECT e.status FROM execution e
    WHERE e.workflow_id = $1 AND e.finished_at IS NOT NULL AND e.status <> 'cancelled'
      AND e.mode NOT IN ('manual', 'test') AND e.partial_mode IS NULL
      AND e.created_at > coalesce((SELECT p.ended_at FROM workflow_pause p WHERE p.workflow_id = $1), '-infinity')
    ORDER BY e.id DESC LIMIT $2
  ) newest`;

/** Indexes: workflow_pkey, workflow_pause_pkey. */
const PAUSE = `
  INSERT INTO workflow_pause AS p (workflow_id, workspace_id, failures, execution_id)
  SELECT id, workspace_id, $2, $3 FROM workflow WHERE id = $1 AND enabled AND deleted_at IS NULL
  ON CONFLICT (workflow_id) DO UPDATE SET failures = excluded.failures, execution_id = excluded.execution_id,
    paused_at = now(), applied_at = NULL, ended_at = NULL
    WHERE p.ended_at IS NOT NULL`;

/**
 * Draws the consequences of failed runs: starts the error workflow, and has workflows switched off that fail again and again.
 * A failure is noted with the run's end, and its note goes in the transaction that draws them: each is drawn exactly once.
 */
@Injectable()
export class RunFailures {
  private readonly publicUrl: string;

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly versions: WorkflowVersions,
    private readonly starts: StartExecutions,
    private readonly errors: ErrorWorkflows,
    private readonly logger: Logger,
    config: Config,
  ) {
    this.publicUrl = publicUrlOf(config);
  }

  /** Deals with what is noted. Any number of processes may do so. Answers how many notes there were. */
  async settle(): Promise<number> {
    const { rows } = await this.pool.query<{ id: string }>(DUE);
    for (const { id } of rows) await this.one(id);
    return rows.length;
  }

  private async one(executionId: string): Promise<void> {
    try {
      await this.pool.tx((client) => this.follow(client, executionId));
    } catch (error) {
      if (error instanceof DomainError && error.fault === 'transient') throw error;
      await this.putOff(executionId, error);
    }
  }

  private async follow(client: SqlClient, executionId: string): Promise<void> {
    const { rowCount } = await client.query(
      'SELECT 1 FROM run_failure WHERE execution_id = $1 FOR UPDATE SKIP LOCKED',
      [executionId],
    );
    if (rowCount === 0) return;
    const { rows } = await client.query<FailedRun>(`${FAILED_RUNS} WHERE f.execution_id = $1`, [executionId]);
    const run = rows[0];
    if (run) await this.drawConsequences(client, run);
    await client.query('DELETE FROM run_failure WHERE execution_id = $1', [executionId]);
  }

  private async drawConsequences(client: SqlClient, run: FailedRun): Promise<void> {
    const document = await this.versions.load(run.versionId, client);
    await this.tell(client, run, document);
    const { pauseAfterFailures } = document.settings;
    if (pauseAfterFailures !== undefined) await this.pause(client, run, pauseAfterFailures);
  }

  /**
   * A run that was itself started by a failure tells nobody, and no error workflow is told of what came of its own runs, so
   * that failures cannot run in a circle.
   */
  private async tell(client: SqlClient, run: FailedRun, document: WorkflowDocument): Promise<void> {
    if (this.errors.isErrorTrigger(document, run.triggerNodeId)) return;
    const { workspaceId } = run;
    const named = await this.errors.namedFor(document, workspaceId, client);
    if (named === null) return;
    const about = { executionId: run.id, workflowId: run.workflowId, errorWorkflowId: named };
    if (await this.errors.ledTo(named, run.id, client)) {
      this.logger.warn(
        about,
        'the error workflow led to this failed run itself: it is not told, or it would go on for ever',
      );
      return;
    }
    const target = await this.errors.find(workspaceId, named, client);
    if (!target) {
      this.logger.warn(
        about,
        'the error workflow is gone, off, or has no error trigger: nobody is told of a failed run',
      );
      return;
    }
    const trigger = await errorReport(client, run, { document, publicUrl: this.publicUrl });
    try {
      await this.starts.start({
        ...target,
        workspaceId,
        trigger,
        mode: 'event',
        startedBy: `${STARTED_BY_RUN}${run.id}`,
        client,
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      this.logger.error({ ...about, error }, 'the error workflow could not be started');
    }
  }

  private async pause(client: SqlClient, run: FailedRun, limit: number): Promise<void> {
    const { rows } = await client.query<{ reached: boolean | null }>(STREAK, [run.workflowId, limit]);
    if (rows[0]?.reached !== true) return;
    const { rowCount } = await client.query(PAUSE, [run.workflowId, limit, run.id]);
    if (rowCount > 0) await this.bell.ring(PAUSE_CHANNEL, run.workflowId, client);
  }

  private async putOff(executionId: string, error: unknown): Promise<void> {
    const { rows } = await this.pool.query<{ tries: number }>(
      `UPDATE run_failure SET tries = tries + 1,
         retry_at = clock_timestamp() + least(interval '5 minutes', interval '1 second' * power(2, least(tries, 10)))
       WHERE execution_id = $1 RETURNING tries`,
      [executionId],
    );
    this.logger.error({ error, executionId }, 'what follows from a failed run could not be done; it is tried again');
    if ((rows[0]?.tries ?? 0) < MOST_TRIES) return;
    await this.pool.query('DELETE FROM run_failure WHERE execution_id = $1', [executionId]);
  }
}
