import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { executionCondition, type ExecutionFilter } from './execution-filter';

/** Runs that are counted; more are told as one more than this. */
export const MOST_COUNTED = 10_000;

/** How many runs there are, and how often their nodes were tried again. */
@Injectable()
export class ExecutionCounts {
  constructor(private readonly pool: SqlPool) {}

  /** Up to 10,000 exactly; 10,001 stands for all that is more. */
  async of(actor: Actor, filter: ExecutionFilter): Promise<number> {
    const condition = executionCondition(actor.workspaceId, filter);
    if (condition === null) return 0;
    // Indexes: those of `executionCondition`.
    const { rows } = await this.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT 1 FROM execution e WHERE ${condition.sql} LIMIT ${MOST_COUNTED + 1}) AS counted`,
      [...condition.values],
    );
    return rows[0]?.count ?? 0;
  }

  /** Retries of all nodes of each run, in the order of the ids. */
  async retriesOf(executionIds: readonly string[]): Promise<number[]> {
    // Index: execution_event_retry.
    const { rows } = await this.pool.query<{ id: string; count: number }>(
      `SELECT execution_id AS id, count(*)::int AS count FROM execution_event
       WHERE execution_id = ANY($1::uuid[]) AND type = 'node.retrying' GROUP BY execution_id`,
      [executionIds],
    );
    const counts = new Map(rows.map(({ id, count }) => [id, count]));
    return executionIds.map((id) => counts.get(id) ?? 0);
  }
}
