import { systemActor, WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import { DomainError, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ExecutionControl } from './execution-control';

const AT_ONCE = 500;

/** What belongs to a run and does not name the workspace. */
const OF_RUNS = ['execution_event', 'payload', 'early_signal', 'idempotency_key'] as const;
const OF_WORKSPACE = [
  'wait',
  'execution_star',
  'saved_run_view',
  'key_value',
  'published_event',
  'recent_event',
  'execution',
  'concurrency_lane',
  'run_failure',
  'workflow_pause',
  'run_defaults',
] as const;

/** Runs of a workspace that is deleted: those that are open are ended first, so that workers let go of them. */
@Injectable()
export class ForgetExecutions implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'executions';
  readonly order = 20;

  constructor(
    private readonly pool: SqlPool,
    private readonly control: ExecutionControl,
    /** Absent where nobody signs in. */
    @Optional() private readonly forgetters?: WorkspaceForgetters,
  ) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  /** Index: execution_open. A run that is asked to end stays open until a worker looks, so each is asked once. */
  async prepare(workspaceId: string): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (let count = AT_ONCE; count === AT_ONCE;) {
      const { rows } = await this.pool.query<{ id: string }>(
        `SELECT id FROM execution WHERE workspace_id = $1 AND finished_at IS NULL AND id > $2 ORDER BY id LIMIT ${AT_ONCE}`,
        [workspaceId, after],
      );
      for (const { id } of rows) await this.end(workspaceId, id);
      count = rows.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    // Those under way in a worker wait for this, and then find no run to write for.
    await client.query('SELECT 1 FROM execution WHERE workspace_id = $1 FOR UPDATE', [workspaceId]);
    for (const table of OF_RUNS) {
      await client.query(
        `DELETE FROM ${table} WHERE execution_id IN (SELECT id FROM execution WHERE workspace_id = $1)`,
        [workspaceId],
      );
    }
    for (const table of OF_WORKSPACE) {
      await client.query(`DELETE FROM ${table} WHERE workspace_id = $1`, [workspaceId]);
    }
  }

  private async end(workspaceId: string, executionId: string): Promise<void> {
    try {
      await this.control.terminate(systemActor(workspaceId), executionId, 'the workspace is deleted');
    } catch (error) {
      // It ended by itself.
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
    }
  }
}
