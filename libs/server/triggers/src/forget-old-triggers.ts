import { RecentEvents } from '@millrace/server-executions';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

const KEPT = "interval '30 days'";
const BATCH = 10_000;

/** Deletes what schedules, events and test calls have left behind for thirty days; never what a run still depends on. */
@Injectable()
export class ForgetOldTriggers {
  constructor(
    private readonly pool: SqlPool,
    private readonly recent: RecentEvents,
  ) {}

  /** Answers how many rows went. Any number of processes may do it at once. */
  async run(): Promise<number> {
    await this.recent.forgetOld();
    return (await this.#emptied(OLD_FIRES)) + (await this.#emptied(OLD_CHAINS)) + (await this.#emptied(OLD_CAPTURES));
  }

  async #emptied(statement: string): Promise<number> {
    let total = 0;
    for (let count = BATCH; count === BATCH; total += count) count = (await this.pool.query(statement)).rowCount;
    return total;
  }
}

/** Indexes: schedule_fire_age, schedule_fire_pkey, execution_pkey. */
const OLD_FIRES = `
  delete from schedule_fire where (schedule_id, scheduled_for) in (
    select f.schedule_id, f.scheduled_for from schedule_fire f
     where f.created_at < now() - ${KEPT} and f.outcome <> 'queued'
       and not exists (select 1 from execution e where e.id = f.execution_id and e.finished_at is null)
     limit ${BATCH})`;

/** Indexes: event_chain_age, event_chain_pkey. */
const OLD_CHAINS = `
  delete from event_chain where execution_id in (
    select c.execution_id from event_chain c where c.created_at < now() - ${KEPT} limit ${BATCH})`;

/** Index: webhook_capture_age. */
const OLD_CAPTURES = `
  delete from webhook_capture where id in (
    select c.id from webhook_capture c where c.received_at < now() - ${KEPT} limit ${BATCH})`;
