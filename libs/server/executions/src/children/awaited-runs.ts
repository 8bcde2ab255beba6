import { systemActor } from '@millrace/server-identity';
import { DomainError, SqlPool } from '@millrace/server-platform';
import { WORKFLOW_END } from '@millrace/workflow-model';
import type { Json, WorkflowEnd } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ExecutionControl } from '../control/execution-control';
import { SignalExecution } from '../control/signal-execution';
import { ExecutionFeed } from '../feed/execution-feed';
import { FinishedExecutions } from '../history/finished-executions';
import { StartExecutions } from '../start/start-executions';
import type { StartRequest, StartedExecution } from '../start/start-request';

/** How long this process looks out for the end of a run that it started; later ends are found in the table. */
const LOOK_OUT_MS = 60_000;
/** Runs that this process looks out for at once. */
const MOST_WATCHED = 1_000;
/** Runs that one round brings home. */
const MOST_AT_ONCE = 200;

/** A run whose end, or the end of whose parent, has to be told. */
interface Due {
  readonly child_id: string;
  readonly parent_id: string;
  /** Null when both were purged. */
  readonly workspace_id: string | null;
  readonly child_ended: boolean;
}

/**
 * Runs that are over, and runs whose parents are; what was purged is over. Index: awaited_run_pkey; the table holds only
 * what is waited for.
 */
const DUE = `
  SELECT a.child_id, a.parent_id, coalesce(c.workspace_id, p.workspace_id) AS workspace_id,
    (c.id IS NULL OR c.finished_at IS NOT NULL) AS child_ended
  FROM awaited_run a LEFT JOIN execution c ON c.id = a.child_id LEFT JOIN execution p ON p.id = a.parent_id
  WHERE (c.id IS NULL OR c.finished_at IS NOT NULL OR ((p.id IS NULL OR p.finished_at IS NOT NULL) AND NOT a.is_cancelled))
    AND ($1::uuid IS NULL OR a.child_id = $1)
  ORDER BY a.child_id LIMIT ${MOST_AT_ONCE}`;

/** Runs that other runs wait for. A row says who waits; the end comes to the parent as an event, exactly once. */
@Injectable()
export class AwaitedRuns implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private watched = 0;

  constructor(
    private readonly pool: SqlPool,
    private readonly starts: StartExecutions,
    private readonly signals: SignalExecution,
    private readonly control: ExecutionControl,
    private readonly finished: FinishedExecutions,
    private readonly feed: ExecutionFeed,
  ) {}

  /**
   * Starts a run that the parent will wait for. Run and row are one transaction; the same idempotency key leads to the same
   * run again.
   * @throws DomainError as starting does
   */
  async start(parentId: string, request: StartRequest): Promise<StartedExecution> {
    const started = await this.pool.tx(async (client) => {
      const answer = await this.starts.start({ ...request, client });
      await client.query(
        'INSERT INTO awaited_run (child_id, parent_id) VALUES ($1, $2) ON CONFLICT (child_id) DO NOTHING',
        [answer.executionId, parentId],
      );
      return answer;
    });
    this.lookOut(started.executionId);
    return started;
  }

  /** Tells parents of ends, and cancels runs whose parents are over. Answers how many it dealt with; safe to repeat. */
  async settle(childId?: string): Promise<number> {
    const { rows } = await this.pool.query<Due>(DUE, [childId ?? null]);
    for (const due of rows) await (due.child_ended ? this.bringHome(due) : this.giveUp(due));
    return rows.length;
  }

  /** Nest calls it while the database is still there. */
  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async bringHome({ child_id: childId, parent_id: parentId, workspace_id: workspaceId }: Due): Promise<void> {
    try {
      const payload = (await this.endOf(childId)) as unknown as Json;
      const signal = { executionId: parentId, name: WORKFLOW_END + childId, payload };
      if (workspaceId !== null) await this.signals.tellEnd({ workspaceId, ...signal });
    } catch (error) {
      // The parent is over or purged: nobody waits any more.
      if (!(error instanceof DomainError) || error.fault === 'transient') throw error;
    }
    await this.pool.query('DELETE FROM awaited_run WHERE child_id = $1', [childId]);
  }

  private async giveUp({ child_id: childId, workspace_id: workspaceId }: Due): Promise<void> {
    await this.pool.query('UPDATE awaited_run SET is_cancelled = true WHERE child_id = $1', [childId]);
    if (workspaceId === null) return;
    try {
      await this.control.cancel(systemActor(workspaceId), childId, 'The run that waited for it is over.');
    } catch (error) {
      // It ended by itself in the meantime.
      if (!(error instanceof DomainError) || error.fault === 'transient') throw error;
    }
  }

  private async endOf(executionId: string): Promise<WorkflowEnd> {
    const found = await this.finished.end(executionId);
    const { status = 'cancelled', output = null, error } = found ?? {};
    return {
      executionId,
      status: status as WorkflowEnd['status'],
      output,
      ...(error ? { error: { code: error.code, message: error.message } } : {}),
    };
  }

  /** Most runs are short: their end is told at once, without waiting for the next round. */
  private lookOut(childId: string): void {
    if (this.watched >= MOST_WATCHED) return;
    this.watched += 1;
    this.feed
      .finished(childId, { timeoutMs: LOOK_OUT_MS, signal: this.stopping.signal })
      .then(() => (this.stopping.signal.aborted ? 0 : this.settle(childId)))
      // The next round finds it.
      .catch(() => undefined)
      .finally(() => (this.watched -= 1));
  }
}
