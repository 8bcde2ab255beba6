import { DomainError, Logger, SqlPool, type SqlClient } from '@millrace/server-platform';
import { StartExecutions } from '@millrace/server-executions';
import { Injectable } from '@nestjs/common';
import { planFires, type MisfirePolicy } from './plan-fires';
import type { ScheduleSpec } from './schedule-spec';

interface ScheduleRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly spec: ScheduleSpec;
  readonly misfire: MisfirePolicy;
  readonly overlap: 'allow' | 'skip' | 'queue-one';
  readonly nextRunAt: Date | null;
  readonly now: Date;
}

type Outcome = 'fired' | 'missed' | 'overlapped' | 'queued';

const COLUMNS = `id, workspace_id as "workspaceId", workflow_id as "workflowId", node_id as "nodeId", version_id as "versionId",
  spec, misfire, overlap, next_run_at as "nextRunAt", clock_timestamp() as now`;

/** Starts the runs that schedules owe. Any number of processes may look at once: each instant starts at most one run. */
@Injectable()
export class FireSchedules {
  constructor(
    private readonly pool: SqlPool,
    private readonly executions: StartExecutions,
    private readonly logger: Logger,
  ) {}

  /** Handles every schedule that is due by the database's clock, and runs that an earlier one kept waiting. Answers how many runs began. */
  async look(): Promise<number> {
    let started = 0;
    for (const next of [this.#due, this.#queued]) {
      for (let found: number | null = 0; found !== null; ) {
        found = await this.#one(next);
        started += found ?? 0;
      }
    }
    return started;
  }

  /** One schedule, in one transaction: its runs, what is recorded of its instants, and when to look again. Null when none is left. */
  #one(next: (client: SqlClient) => Promise<number | null>): Promise<number | null> {
    return this.pool.tx((client) => next.call(this, client));
  }

  async #due(client: SqlClient): Promise<number | null> {
    // Index: schedule_due
    const { rows } = await client.query<ScheduleRow>(
      `select ${COLUMNS} from schedule where live and next_run_at <= clock_timestamp() order by next_run_at limit 1 for update skip locked`,
    );
    const row = rows[0];
    if (!row?.nextRunAt) return null;
    const plan = planFires(row.spec, row.nextRunAt.getTime(), row.now.getTime(), row.misfire);
    await this.#record(client, row, { instants: plan.skip, outcome: 'missed' });
    let started = 0;
    for (const instant of plan.fire) started += await this.#fire(client, row, instant);
    await client.query('update schedule set next_run_at = $2 where id = $1', [row.id, plan.nextMs === null ? null : new Date(plan.nextMs)]);
    return started;
  }

  /** A run that was put off because the one before it still ran, and now may begin. */
  async #queued(client: SqlClient): Promise<number | null> {
    // Index: schedule_fire_queued
    const { rows } = await client.query<ScheduleRow & { scheduledFor: Date }>(
      `select ${COLUMNS.replace(/\bid,/, 's.id,')}, f.scheduled_for as "scheduledFor"
         from schedule_fire f join schedule s on s.id = f.schedule_id
        where f.outcome = 'queued' and s.live and not ${isBusy('s.id')} limit 1 for update of f, s skip locked`,
    );
    const row = rows[0];
    if (!row) return null;
    await client.query('delete from schedule_fire where schedule_id = $1 and scheduled_for = $2', [row.id, row.scheduledFor]);
    return this.#start(client, row, row.scheduledFor.getTime());
  }

  async #fire(client: SqlClient, row: ScheduleRow, instant: number): Promise<number> {
    if (row.overlap === 'allow') return this.#start(client, row, instant);
    const { rows } = await client.query<{ busy: boolean; queued: boolean }>(
      `select ${isBusy('$1')} as busy,
              exists (select 1 from schedule_fire where schedule_id = $1 and outcome = 'queued') as queued`,
      [row.id],
    );
    const { busy, queued } = rows[0]!;
    if (!busy) return this.#start(client, row, instant);
    const outcome = row.overlap === 'queue-one' && !queued ? 'queued' : 'overlapped';
    await this.#record(client, row, { instants: [instant], outcome });
    return 0;
  }

  async #start(client: SqlClient, row: ScheduleRow, instant: number): Promise<number> {
    const claimed = await this.#record(client, row, { instants: [instant], outcome: 'fired' });
    if (!claimed) return 0;
    const scheduledFor = new Date(instant).toISOString();
    try {
      const { executionId } = await this.executions.start({
        workspaceId: row.workspaceId,
        workflowId: row.workflowId,
        versionId: row.versionId,
        triggerNodeId: row.nodeId,
        trigger: { scheduledFor, firedAt: row.now.toISOString(), scheduleId: row.id },
        mode: 'schedule',
        client,
      });
      await client.query('update schedule_fire set execution_id = $3 where schedule_id = $1 and scheduled_for = $2', [
        row.id,
        new Date(instant),
        executionId,
      ]);
      return 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault === 'transient') throw error;
      this.logger.error({ error, scheduleId: row.id, scheduledFor }, 'a schedule could not start its run');
      return 0;
    }
  }

  /** How many of the instants had not been recorded before. */
  async #record(client: SqlClient, row: ScheduleRow, what: { instants: readonly number[]; outcome: Outcome }): Promise<number> {
    if (what.instants.length === 0) return 0;
    const { rowCount } = await client.query(
      `insert into schedule_fire (schedule_id, scheduled_for, outcome)
       select $1, instant, $3 from unnest($2::timestamptz[]) as instant on conflict do nothing`,
      [row.id, what.instants.map((instant) => new Date(instant)), what.outcome],
    );
    return rowCount;
  }
}

/** Whether one of the latest runs that this schedule started has not ended. Indexes: primary keys of both tables. */
function isBusy(scheduleId: string): string {
  return `exists (select 1 from execution e where e.finished_at is null and e.id in
    (select g.execution_id from schedule_fire g where g.schedule_id = ${scheduleId} order by g.scheduled_for desc limit 50))`;
}
