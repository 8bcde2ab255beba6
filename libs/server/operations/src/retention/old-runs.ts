import { deleteRuns } from '@millrace/server-executions';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { RetentionPlan } from './retention-plans';

/** Runs that one transaction deletes at most. */
export const BATCH = 200;
/** Runs whose size is measured with one statement. */
const MEASURED = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Which runs of a workflow have reached a limit: ids rise with time. */
interface Cutoff {
  /** Runs up to this one are too many, or take too much; null for none. */
  readonly upTo: string | null;
  /** Days after which a finished run goes; null for no such limit. */
  readonly days: number | null;
}

/** $1 workspace, $2 workflow, null for runs without one. Index: execution_by_workflow, or execution_by_workspace. */
const OF_WORKFLOW = `e.workspace_id = $1 and e.workflow_id is not distinct from $2::uuid
  and (($2::uuid is null) or e.workflow_id = $2::uuid)`;

/*
 * $3 the newest id that is too many, $4 days, $5 after which id. Kept are runs that somebody starred, that another run waits
 * for, and whose results an open run began with.
 */
const GONE = `${OF_WORKFLOW} and e.finished_at is not null and e.id > $5
  and (e.id <= $3::uuid or e.finished_at < now() - $4::int * interval '1 day')
  and not exists (select 1 from execution_star s where s.execution_id = e.id)
  and not exists (select 1 from awaited_run a where a.child_id = e.id)
  and e.id not in (select o.source_id from execution o
    where o.workspace_id = $1 and o.finished_at is null and o.source_id is not null)`;

/** What limits in numbers and bytes are about: runs that only pretended push out none that really was. */
const COUNTS = `e.finished_at is not null and e.mode <> 'test'`;

/** Finds and deletes runs that have reached a limit, some at a time. */
@Injectable()
export class OldRuns {
  constructor(private readonly pool: SqlPool) {}

  /** Deletes some of the oldest. Answers how many, and after which run to go on; null when there is nothing more. */
  async deleteSome(
    plan: RetentionPlan,
    cutoff: Cutoff,
    after: string = FIRST,
  ): Promise<{ readonly count: number; readonly next: string | null }> {
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select e.id from execution e where ${GONE} order by e.id limit ${BATCH} for update of e skip locked`,
        [...parametersOf(plan, cutoff), after],
      );
      const ids = rows.map(({ id }) => id);
      await deleteRuns(client, ids);
      await client.query('delete from run_size where execution_id = any($1::uuid[])', [ids]);
      return { count: ids.length, next: ids.length === BATCH ? (ids.at(-1) ?? null) : null };
    });
  }

  /** How many would go now; counted up to `most`. */
  async count(plan: RetentionPlan, cutoff: Cutoff, most: number): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from execution e where ${GONE} limit $6) as gone`,
      [...parametersOf(plan, cutoff), FIRST, most],
    );
    return rows[0]?.n ?? 0;
  }

  /** Where the limits are reached just now. With a limit in bytes, runs are measured first that were not before. */
  async cutoff(plan: RetentionPlan): Promise<Cutoff> {
    const { runs, bytes, days } = plan.limits;
    if (bytes !== undefined) await this.measure(plan);
    const ends = [
      runs === undefined ? null : await this.beyondRuns(plan, runs),
      bytes === undefined ? null : await this.beyondBytes(plan, bytes),
    ];
    const upTo = ends.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);
    return { upTo, days: days ?? null };
  }

  private async beyondRuns({ workspaceId, workflowId }: RetentionPlan, runs: number): Promise<string | null> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select e.id from execution e where ${OF_WORKFLOW} and ${COUNTS} order by e.id desc offset $3 limit 1`,
      [workspaceId, workflowId, runs],
    );
    return rows[0]?.id ?? null;
  }

  private async beyondBytes({ workspaceId, workflowId }: RetentionPlan, bytes: number): Promise<string | null> {
    // Index: run_size_by_workflow.
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from (
         select execution_id as id, sum(bytes) over (order by execution_id desc) as total
           from run_size where workspace_id = $1 and workflow_id is not distinct from $2::uuid
       ) as sizes where total > $3 order by id desc limit 1`,
      [workspaceId, workflowId, bytes],
    );
    return rows[0]?.id ?? null;
  }

  private async measure({ workspaceId, workflowId }: RetentionPlan): Promise<void> {
    for (let count = MEASURED; count === MEASURED;) {
      const { rowCount } = await this.pool.query(
        `insert into run_size (execution_id, workspace_id, workflow_id, bytes)
         select e.id, $1, $2::uuid, ${bytesOf('e.id')} from execution e
          where ${OF_WORKFLOW} and ${COUNTS}
            and not exists (select 1 from run_size s where s.execution_id = e.id)
          order by e.id limit ${MEASURED}
         on conflict (execution_id) do nothing`,
        [workspaceId, workflowId],
      );
      count = rowCount;
    }
  }
}

/** What a run takes with its events and values, as they are stored. Indexes: execution_event_pkey, payload_by_execution. */
export function bytesOf(id: string): string {
  return `(500 + coalesce((select sum(pg_column_size(v.*)) from execution_event v where v.execution_id = ${id}), 0)
    + coalesce((select sum(pg_column_size(p.*)) from payload p where p.execution_id = ${id}), 0))`;
}

/** Nothing is up to null. */
function parametersOf({ workspaceId, workflowId }: RetentionPlan, { upTo, days }: Cutoff): unknown[] {
  return [workspaceId, workflowId, upTo, days];
}
