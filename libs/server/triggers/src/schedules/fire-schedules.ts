import { StartExecutions } from '@millrace/server-executions';
import { Announcements, DomainError, Logger, SqlPool, type SqlClient } from '@millrace/server-platform';
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
  readonly nextRunAt: Date;
  readonly now: Date;
}

type Outcome = 'fired' | 'missed' | 'overlapped' | 'queued';
type Take = (client: SqlClient, taken: (row: ScheduleRow) => void) => Promise<number | null>;

/** Schedules that one process handles at the same time. */
const LANES = 4;
/** Missed instants that are told one by one. */
const MOST_TOLD = 100;

const COLUMNS = `s.id, s.workspace_id as "workspaceId", s.workflow_id as "workflowId", s.node_id as "nodeId",
  s.version_id as "versionId", s.spec, s.misfire, s.overlap, s.next_run_at as "nextRunAt", clock_timestamp() as now`;
const IS_AWAKE = 's.live and s.paused_at is null and (s.retry_at is null or s.retry_at <= clock_timestamp())';

/**
 * Starts the runs that schedules owe. Any number of processes may look at once: each instant starts at most one run.
 * A schedule that cannot be handled is put off and keeps what it owes; it never stands in the way of the others.
 */
@Injectable()
export class FireSchedules {
  constructor(
    private readonly pool: SqlPool,
    private readonly executions: StartExecutions,
    private readonly logger: Logger,
    private readonly announcements: Announcements,
  ) {}

  /** Handles every schedule that is due by the database's clock, and runs that an earlier one kept waiting. Answers how many runs began. */
  async look(): Promise<number> {
    const started = await Promise.all(Array.from({ length: LANES }, () => this.#lane()));
    return started.reduce((sum, count) => sum + count, 0);
  }

  async #lane(): Promise<number> {
    let started = 0;
    for (const take of [this.#due, this.#queued]) {
      for (let found: number | null = 0; found !== null; started += found ?? 0)
        found = await this.#one(take.bind(this));
    }
    return started;
  }

  /** One schedule in one transaction: its runs, what is recorded of its instants, and when to look again. Null when none is left. */
  async #one(take: Take): Promise<number | null> {
    let row: ScheduleRow | undefined;
    try {
      return await this.pool.tx((client) => take(client, (taken) => (row = taken)));
    } catch (error) {
      // That the database is away is not the fault of this schedule: the next look finds it as it was.
      if (!row || isDatabaseAway(error)) throw error;
      await this.#putOff(row, error);
      return 0;
    }
  }

  /** Waits longer from failure to failure, five minutes at most. Others may have met the same failure at the same time. */
  async #putOff(row: ScheduleRow, error: unknown): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update schedule set failures = failures + 1, last_error = $2,
         retry_at = clock_timestamp() + least(interval '5 minutes', interval '1 second' * power(2, least(failures, 10)))
       where id = $1 and (retry_at is null or retry_at <= clock_timestamp())`,
      [row.id, String((error as Error).message).slice(0, 1_000)],
    );
    if (rowCount === 0) return;
    this.logger.error(
      { error, scheduleId: row.id, workflowId: row.workflowId },
      'a schedule failed; it is tried again',
    );
  }

  async #due(client: SqlClient, taken: (row: ScheduleRow) => void): Promise<number | null> {
    // Index: schedule_due
    const { rows } = await client.query<ScheduleRow>(
      `select ${COLUMNS} from schedule s where ${IS_AWAKE} and s.next_run_at <= clock_timestamp()
        order by s.next_run_at limit 1 for update skip locked`,
    );
    const row = rows[0];
    if (!row) return null;
    taken(row);
    const plan = planFires(row.spec, row.nextRunAt.getTime(), row.now.getTime(), row.misfire);
    await this.#record(client, row, { instants: plan.skip, outcome: 'missed' });
    await this.#tellMissed(client, row, plan.skip);
    let started = 0;
    for (const instant of plan.fire) started += await this.#fire(client, row, instant);
    await client.query(
      'update schedule set next_run_at = $2, retry_at = null, failures = 0, last_error = null where id = $1',
      [row.id, plan.nextMs === null ? null : new Date(plan.nextMs).toISOString()],
    );
    return started;
  }

  async #tellMissed(client: SqlClient, row: ScheduleRow, missed: readonly number[]): Promise<void> {
    if (missed.length === 0) return;
    const { workspaceId, workflowId, id: subjectId, nodeId } = row;
    const instants = missed.slice(0, MOST_TOLD).map((instant) => new Date(instant).toISOString());
    const data = { nodeId, count: missed.length, instants };
    await this.announcements.make(client, [{ type: 'schedule.missed', workspaceId, workflowId, subjectId, data }]);
  }

  /** A run that was put off because the one before it still ran, and now may begin. */
  async #queued(client: SqlClient, taken: (row: ScheduleRow) => void): Promise<number | null> {
    // Index: schedule_fire_queued
    const { rows } = await client.query<ScheduleRow & { scheduledFor: Date }>(
      `select ${COLUMNS}, f.scheduled_for as "scheduledFor"
         from schedule_fire f join schedule s on s.id = f.schedule_id
        where f.outcome = 'queued' and ${IS_AWAKE} and not ${isBusy('s.id')} limit 1 for update of f, s skip locked`,
    );
    const row = rows[0];
    if (!row) return null;
    taken(row);
    await client.query(`update schedule_fire set outcome = 'fired' where schedule_id = $1 and scheduled_for = $2`, [
      row.id,
      row.scheduledFor,
    ]);
    return this.#begin(client, row, row.scheduledFor.getTime());
  }

  async #fire(client: SqlClient, row: ScheduleRow, instant: number): Promise<number> {
    const outcome = row.overlap === 'allow' ? 'fired' : await this.#outcomeOf(client, row);
    const claimed = await this.#record(client, row, { instants: [instant], outcome });
    return outcome === 'fired' && claimed > 0 ? this.#begin(client, row, instant) : 0;
  }

  async #outcomeOf(client: SqlClient, { id, overlap }: ScheduleRow): Promise<Outcome> {
    const { rows } = await client.query<{ busy: boolean; queued: boolean }>(
      `select ${isBusy('$1')} as busy,
              exists (select 1 from schedule_fire where schedule_id = $1 and outcome = 'queued') as queued`,
      [id],
    );
    const { busy, queued } = rows[0]!;
    if (!busy && !queued) return 'fired';
    return overlap === 'queue-one' && !queued ? 'queued' : 'overlapped';
  }

  async #begin(client: SqlClient, row: ScheduleRow, instant: number): Promise<number> {
    const scheduledFor = new Date(instant);
    const set = (change: string, value: string): Promise<unknown> =>
      client.query(`update schedule_fire set ${change} = $3 where schedule_id = $1 and scheduled_for = $2`, [
        row.id,
        scheduledFor,
        value,
      ]);
    try {
      const { executionId } = await this.executions.start({
        workspaceId: row.workspaceId,
        workflowId: row.workflowId,
        versionId: row.versionId,
        triggerNodeId: row.nodeId,
        trigger: {
          ...{ scheduledFor: scheduledFor.toISOString(), firedAt: row.now.toISOString() },
          ...{ scheduleId: row.id, isBackfill: false },
        },
        mode: 'schedule',
        client,
      });
      await set('execution_id', executionId);
      return 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      // Trying again cannot help: the version or its trigger is gone.
      this.logger.error({ error, scheduleId: row.id, scheduledFor }, 'a schedule could not start its run');
      await set('outcome', 'failed');
      return 0;
    }
  }

  /** How many of the instants had not been recorded before. */
  async #record(
    client: SqlClient,
    row: ScheduleRow,
    what: { instants: readonly number[]; outcome: Outcome },
  ): Promise<number> {
    if (what.instants.length === 0) return 0;
    const { rowCount } = await client.query(
      `insert into schedule_fire (schedule_id, scheduled_for, outcome)
       select $1, instant, $3 from unnest($2::timestamptz[]) as instant on conflict do nothing`,
      [row.id, what.instants.map((instant) => new Date(instant)), what.outcome],
    );
    return rowCount;
  }
}

function isDatabaseAway(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'DATABASE_UNAVAILABLE';
}

/** Whether one of the latest runs that this schedule started has not ended. Indexes: schedule_fire_run, execution_pkey. */
function isBusy(scheduleId: string): string {
  return `exists (select 1 from execution e where e.finished_at is null and e.id in
    (select g.execution_id from schedule_fire g where g.schedule_id = ${scheduleId} and g.execution_id is not null
      order by g.scheduled_for desc limit 50))`;
}
