import type { Actor } from '@millrace/server-identity';
import { ExecutionControl } from '@millrace/server-executions';
import { DomainError, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

/** Runs of tests and dry runs that are kept of one workflow, and those deleted at one go. */
const MOST_KEPT = 500;
const AT_ONCE = 100;

/** Runs that only pretended are kept for a short while: a day after the newest 500 of their workflow. */
@Injectable()
export class ForgetTestExecutions {
  constructor(
    private readonly pool: SqlPool,
    private readonly control: ExecutionControl,
  ) {}

  /** Deletes some of those that are too many, with each new one. Index: execution_test. */
  async forget(actor: Actor, workflowId: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM (SELECT id, finished_at FROM execution WHERE workflow_id = $1 AND workspace_id = $2 AND mode = 'test'
         ORDER BY id DESC OFFSET ${MOST_KEPT} LIMIT ${AT_ONCE}) AS old WHERE finished_at < now() - interval '1 day'`,
      [workflowId, actor.workspaceId],
    );
    for (const { id } of rows) {
      try {
        await this.control.purge(actor, id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }
}
