import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { ExecutionRow, ExecutionSummary } from '../history/execution-row';
import { EXECUTION_COLUMNS, summaryOf } from '../history/execution-row';

/** Runs that are shown of a family. */
const MOST = 100;

/** Which run came from which. */
@Injectable()
export class ExecutionFamily {
  constructor(private readonly pool: SqlPool) {}

  /** The runs that reuse results of this one or repeat it, oldest first; at most 100. */
  async forksOf(actor: Actor, executionId: string): Promise<ExecutionSummary[]> {
    // Index: execution_by_source.
    const { rows } = await this.pool.query<ExecutionRow>(
      `SELECT ${EXECUTION_COLUMNS} FROM execution e
       WHERE e.source_id = $1 AND e.workspace_id = $2 ORDER BY e.id LIMIT ${MOST}`,
      [executionId, actor.workspaceId],
    );
    return rows.map(summaryOf);
  }
}
