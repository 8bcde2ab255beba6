import type { World } from '../world/world';
import { pause } from './senders';

/** What had not ended when time was up. */
export interface Unrest {
  readonly id: string;
  readonly status: string;
  readonly workflow_id: string | null;
}

/** Switches the schedules off, so that no new runs begin. */
export async function stopSchedules(world: World): Promise<void> {
  await world.pool.query('UPDATE schedule SET live = false');
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
