import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { ExecutionHistory } from '../history/execution-history';

/** Runs that somebody wants to find again. A star belongs to the run: everybody of the workspace sees it. */
@Injectable()
export class ExecutionStars {
  constructor(
    private readonly pool: SqlPool,
    private readonly history: ExecutionHistory,
  ) {}

  /** Stars a run, or takes its star away; doing it twice changes nothing. @throws DomainError `EXECUTION_NOT_FOUND` */
  async set(actor: Actor, executionId: string, isStarred: boolean): Promise<void> {
    await this.history.summary(actor, executionId);
    if (!isStarred) {
      await this.pool.query('DELETE FROM execution_star WHERE execution_id = $1', [executionId]);
      return;
    }
    // Reads the run anew: a star must not outlive a run that is being deleted.
    await this.pool.query(
      `INSERT INTO execution_star (execution_id, workspace_id, starred_by)
       SELECT id, workspace_id, $2 FROM execution WHERE id = $1 FOR SHARE
       ON CONFLICT (execution_id) DO NOTHING`,
      [executionId, actor.userId],
    );
  }

  /** Whether each run has a star, in the order of the ids. */
  async of(executionIds: readonly string[]): Promise<boolean[]> {
    // Index: execution_star_pkey.
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT execution_id AS id FROM execution_star WHERE execution_id = ANY($1::uuid[])',
      [executionIds],
    );
    const starred = new Set(rows.map(({ id }) => id));
    return executionIds.map((id) => starred.has(id));
  }
}
