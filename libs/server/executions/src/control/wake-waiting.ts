import { fold, initialState, matchSignal, nodeKey, parseNodeKey } from '@millrace/engine';
import type { SignalMatch } from '@millrace/engine';
import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { OutsideEvents } from '../log/outside-events';
import type { LockedExecution } from '../log/outside-events';
import { readEvents } from '../log/read-events';

/** What ends a wait, and where. */
export interface WaitAnswer {
  /** The node as one word, see `nodeKey`. */
  readonly nodeKey: string;
  /** Name of the event as the run's history shows it. */
  readonly name: string;
  readonly payload: Json;
  readonly from?: string;
}

/** Ends waits for events of runs that the caller has locked. */
@Injectable()
export class WakeWaiting {
  constructor(private readonly outside: OutsideEvents) {}

  /** Locks a run until the transaction ends. @throws DomainError `EXECUTION_NOT_FOUND` */
  lock(client: SqlClient, executionId: string, workspaceId: string): Promise<LockedExecution> {
    return this.outside.lock(client, executionId, workspaceId);
  }

  /** Wakes one node with an answer. False when it waits no longer, or the run is about to end. */
  async answer(client: SqlClient, run: LockedExecution, { nodeKey: key, ...signal }: WaitAnswer): Promise<boolean> {
    const state = fold(initialState(), await readEvents(client, run.executionId, 0));
    const matches = matchSignal(state, { ...signal, ...parseNodeKey(key) });
    await this.wake(client, run, matches);
    return matches.length > 0;
  }

  /** Wakes every node of the matches. */
  async wake(client: SqlClient, run: LockedExecution, matches: readonly SignalMatch[]): Promise<void> {
    if (matches.length === 0) return;
    await client.query('DELETE FROM wait WHERE execution_id = $1 AND node_id = ANY($2::text[])', [
      run.executionId,
      matches.map(nodeKey),
    ]);
    await this.outside.add(
      client,
      run,
      matches.map(({ event }) => event),
    );
  }
}
