import { fold, initialState } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { executionEnded, executionNotByHand, nodeNotSleeping } from '../executions.errors';
import { isTerminal } from '../log/append';
import { OutsideEvents } from '../log/outside-events';
import { readEvents } from '../log/read-events';

/** Index: execution_pkey. */
const MODE = 'SELECT mode FROM execution WHERE id = $1';

/** Ends the wait of a node before its time, for people who try a workflow out. */
@Injectable()
export class SkipWait {
  constructor(
    private readonly pool: SqlPool,
    private readonly outside: OutsideEvents,
  ) {}

  /**
   * Wakes a node that waits for a time, as if the time had come.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED`, `EXECUTION_NOT_BY_HAND`, `NODE_NOT_SLEEPING` (409)
   */
  async skip(actor: Actor, executionId: string, nodeId: string): Promise<void> {
    await this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, actor.workspaceId);
      if (isTerminal(run.status)) throw executionEnded(executionId, run.status);
      const { rows } = await client.query<{ mode: string }>(MODE, [executionId]);
      if (rows[0]?.mode !== 'manual') throw executionNotByHand(executionId);
      const state = fold(initialState(), await readEvents(client, executionId, 0));
      const node = state.nodes.get(nodeId);
      if (node?.status !== 'waiting' || node.wait?.kind !== 'timer') throw nodeNotSleeping(nodeId);
      await client.query('DELETE FROM wait WHERE execution_id = $1 AND node_id = $2', [executionId, nodeId]);
      await this.outside.add(client, run, [{ type: 'node.woken', nodeId, wake: { kind: 'timer' } }]);
    });
  }
}
