import { Queue, SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { executionRunQueue } from '../leases/execution-run.queue';
import { WORK_CHANNEL } from '../log/event-notices';
import { OutsideEvents } from '../log/outside-events';
import type { Lane } from './lane-of';
import { retryDeadlock } from './retry-deadlock';
import {
  ADMIT,
  ENTER_LANES,
  FORGET_LANES,
  LANES_OF,
  LANES_WITH_ROOM,
  LOCK_LANES,
  OLDEST_OF_LANE,
  QUEUE_AGAIN,
  QUEUE_NEW,
  STILL_QUEUED,
} from './lane-statements';

/** A run that was just written, and the lane that it enters. */
export interface LaneEntry {
  readonly executionId: string;
  readonly lane: Lane;
}

const SKIPPED = 'As many runs as the workflow allows at a time were already going on.';
const REPLACED = 'A newer run took its place: the workflow allows no more at a time.';

/**
 * Runs of workflows that allow only so many at a time. A slot is a row: a run that is not over and is marked as holding one,
 * whichever process works on it. Whoever counts holds the lock of the lane. A run that waits gives its slot back, so that runs
 * that wait for each other cannot fill all slots; it queues again, ahead of those not begun, when its wait is over.
 */
@Injectable()
export class RunLanes {
  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly outside: OutsideEvents,
  ) {}

  /** Lets new runs queue, does what their lanes want of those over the limit, and begins what may begin. In a transaction. */
  async enter(client: SqlClient, entries: readonly LaneEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const lanes = [...new Map(entries.map(({ lane }) => [lane.lane, lane])).values()];
    await client.query(ENTER_LANES, [
      lanes.map(({ lane }) => lane),
      lanes.map(({ workspaceId }) => workspaceId),
      lanes.map(({ workflowId }) => workflowId),
      lanes.map(({ key }) => key),
      lanes.map(({ max }) => max),
    ]);
    await client.query(QUEUE_NEW, [
      entries.map(({ executionId }) => executionId),
      entries.map(({ lane }) => lane.lane),
    ]);
    for (const { lane, workspaceId, onLimit } of lanes)
      if (onLimit === 'cancel-previous') await this.replaceOldest(client, lane, workspaceId);
    await this.admit(
      client,
      lanes.map(({ lane }) => lane),
    );
    await this.skip(
      client,
      entries.filter(({ lane }) => lane.onLimit === 'skip'),
    );
  }

  /** Runs of these lanes gave slots back: the next ones begin. */
  async free(lanes: readonly string[]): Promise<void> {
    if (lanes.length === 0) return;
    await this.within(async (client) => {
      await client.query(LOCK_LANES, [lanes]);
      await this.admit(client, lanes);
    });
  }

  /** Runs whose wait is over queue for a slot. Those that need none are left alone. */
  async queueAgain(executionIds: readonly string[]): Promise<void> {
    if (executionIds.length === 0) return;
    await this.within(async (client) => {
      const { rows } = await client.query<{ lane: string }>(LANES_OF, [executionIds]);
      const lanes = rows.map(({ lane }) => lane);
      if (lanes.length === 0) return;
      await client.query(LOCK_LANES, [lanes]);
      await client.query(QUEUE_AGAIN, [executionIds]);
      await this.admit(client, lanes);
    });
  }

  /** Finds slots that a process which died left unused. */
  async sweep(): Promise<void> {
    const { rows } = await this.pool.query<{ lane: string }>(LANES_WITH_ROOM);
    await this.free(rows.map(({ lane }) => lane));
  }

  /** Forgets lanes without runs. */
  async forgetOld(): Promise<void> {
    await this.pool.query(FORGET_LANES);
  }

  private within(change: (client: SqlClient) => Promise<void>): Promise<void> {
    return retryDeadlock(() => this.pool.tx(change));
  }

  private async admit(client: SqlClient, lanes: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ id: string; priority: number }>(ADMIT, [lanes]);
    if (rows.length === 0) return;
    const jobs = rows.map(({ id, priority }) => ({ data: { executionId: id }, priority }));
    await this.queue.sendMany(executionRunQueue, jobs, { client });
    await client.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
  }

  private async skip(client: SqlClient, entries: readonly LaneEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const workspaces = new Map(entries.map(({ executionId, lane }) => [executionId, lane.workspaceId]));
    const { rows } = await client.query<{ id: string }>(STILL_QUEUED, [[...workspaces.keys()]]);
    for (const { id } of rows) await this.end(client, id, workspaces.get(id) ?? '', SKIPPED);
  }

  private async replaceOldest(client: SqlClient, lane: string, workspaceId: string): Promise<void> {
    const { rows } = await client.query<{ id: string }>(OLDEST_OF_LANE, [lane]);
    for (const { id } of rows) await this.end(client, id, workspaceId, REPLACED);
  }

  /** Asks a run to end, as a person would: its log says why. */
  private async end(client: SqlClient, executionId: string, workspaceId: string, reason: string): Promise<void> {
    const run = await this.outside.lock(client, executionId, workspaceId);
    await this.outside.add(client, run, [{ type: 'workflow.cancel_requested', reason }]);
  }
}
