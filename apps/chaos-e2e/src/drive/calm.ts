import type { World } from '../world/world';
import { pause } from './senders';

/** How long schedules may take to catch up once the last fault is over. */
const CATCH_UP_MS = 60_000;

/** What had not ended when time was up. */
export interface Unrest {
  readonly id: string;
  readonly status: string;
  readonly workflow_id: string | null;
}

/** A schedule that was switched off. */
export interface StoppedSchedule {
  readonly id: string;
  readonly workflow_id: string;
  readonly stopped_ms: number;
}

/**
 * Switches the schedules off, so that no new runs begin: each at a moment when nothing of it is due, so that whatever fell
 * due before must have been dealt with. Those that do not catch up in time are switched off as they are, and found out.
 */
export async function stopSchedules({ pool }: World, timeoutMs = CATCH_UP_MS): Promise<StoppedSchedule[]> {
  const stopped: StoppedSchedule[] = [];
  for (const deadline = Date.now() + timeoutMs; ; await pause(250)) {
    const isLate = Date.now() > deadline;
    const { rows } = await pool.query<StoppedSchedule>(
      `WITH stopped AS (
         UPDATE schedule SET live = false WHERE live AND ($1 OR next_run_at > clock_timestamp())
         RETURNING id, workflow_id, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS stopped_ms)
       SELECT * FROM stopped`,
      [isLate],
    );
    stopped.push(...rows);
    const { rowCount: left } = await pool.query('SELECT 1 FROM schedule WHERE live');
    if (left === 0) return stopped;
  }
}

/** Waits until every run has ended; answers those that had not when time was up. */
export async function calm(world: World, timeoutMs: number): Promise<Unrest[]> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { rows } = await world.pool.query<Unrest>(
      'SELECT id, status, workflow_id FROM execution WHERE finished_at IS NULL ORDER BY id',
    );
    const { rows: events } = await world.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM published_event');
    if (rows.length === 0 && events[0]?.n === 0) return [];
    if (Date.now() > deadline) return rows;
    await pause(250);
  }
}
