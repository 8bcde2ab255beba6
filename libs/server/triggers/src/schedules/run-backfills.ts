import { StartExecutions } from '@millrace/server-executions';
import { DomainError, Logger, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

interface DueBackfill {
  readonly id: string;
  readonly scheduleId: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly createdBy: string;
  /** The next ones. */
  readonly instants: readonly Date[];
  readonly left: number;
  /** Runs that may begin now. */
  readonly room: number;
  readonly now: Date;
}

/** Instants that one transaction deals with. */
const BATCH = 100;

/** Indexes: schedule_backfill_running, schedule_fire_backfill, execution_pkey, schedule_pkey, workflow_pkey. */
const TAKE = `
  select b.id, b.schedule_id as "scheduleId", b.workspace_id as "workspaceId", s.workflow_id as "workflowId",
    s.node_id as "nodeId", s.version_id as "versionId", b.created_by as "createdBy",
    b.instants[b.position + 1 : b.position + ${BATCH}] as instants, cardinality(b.instants) - b.position as left,
    b.at_once - busy.count as room, clock_timestamp() as now
  from schedule_backfill b join schedule s on s.id = b.schedule_id
    join workflow w on w.id = s.workflow_id and w.deleted_at is null,
    lateral (select count(*)::int as count from schedule_fire f join execution e on e.id = f.execution_id
      where f.backfill_id = b.id and e.finished_at is null) busy
  where b.status = 'running' and busy.count < b.at_once
  order by b.created_at limit 1 for update of b skip locked`;

/** Nothing when the instant has had its run: then it gets no second one. Index: schedule_fire_pkey. */
const CLAIM = `
  insert into schedule_fire as f (schedule_id, scheduled_for, outcome, backfill_id) values ($1, $2, 'fired', $3)
  on conflict (schedule_id, scheduled_for) do update set outcome = 'fired', backfill_id = excluded.backfill_id
    where f.execution_id is null and f.outcome in ('missed', 'overlapped', 'failed')`;

/** Starts the runs that backfills still owe: as many at a time as they allow, behind everything else that is to be done. */
@Injectable()
export class RunBackfills {
  constructor(
    private readonly pool: SqlPool,
    private readonly executions: StartExecutions,
    private readonly logger: Logger,
  ) {}

  /** Starts what may begin now. Any number of processes may look. Answers how many runs began. */
  async look(): Promise<number> {
    let total = 0;
    for (let started: number | null = 0; started !== null; total += started ?? 0)
      started = await this.pool.tx((client) => this.#one(client));
    return total;
  }

  /** Null when there is nothing to do. */
  async #one(client: SqlClient): Promise<number | null> {
    const { rows } = await client.query<DueBackfill>(TAKE);
    const due = rows[0];
    if (!due) return null;
    let [started, skipped, failed] = [0, 0, 0];
    for (const instant of due.instants) {
      if (started >= due.room) break;
      const outcome = await this.#begin(client, due, instant);
      if (outcome === 'started') started += 1;
      else if (outcome === 'skipped') skipped += 1;
      else failed += 1;
    }
    const done = started + skipped + failed;
    await client.query(
      `update schedule_backfill set position = position + $2, started = started + $3, skipped = skipped + $4,
         status = case when $5 then 'completed' else status end, ended_at = case when $5 then now() end where id = $1`,
      [due.id, done, started, skipped, done >= due.left],
    );
    return started;
  }

  async #begin(client: SqlClient, due: DueBackfill, instant: Date): Promise<'started' | 'skipped' | 'failed'> {
    const { id, scheduleId, workspaceId, workflowId, versionId, nodeId: triggerNodeId, createdBy, now } = due;
    const { rowCount } = await client.query(CLAIM, [scheduleId, instant, id]);
    if (rowCount === 0) return 'skipped';
    const times = { scheduledFor: instant.toISOString(), firedAt: now.toISOString() };
    const set = (change: string, value: string): Promise<unknown> =>
      client.query(`update schedule_fire set ${change} = $3 where schedule_id = $1 and scheduled_for = $2`, [
        scheduleId,
        instant,
        value,
      ]);
    try {
      const { executionId } = await this.executions.start({
        ...{ workspaceId, workflowId, versionId, triggerNodeId, mode: 'schedule', priority: 'low', client },
        trigger: { ...times, scheduleId, isBackfill: true },
        startedBy: createdBy,
      });
      await set('execution_id', executionId);
      return 'started';
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      // Trying again cannot help: the trigger is gone.
      this.logger.error({ error, scheduleId, scheduledFor: instant }, 'a backfill could not start its run');
      await set('outcome', 'failed');
      return 'failed';
    }
  }
}
