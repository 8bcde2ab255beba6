import { fold, initialState, type ExecutionState, type ValueRef } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { conflict, invalid, SqlPool } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { executionEnded, executionNotByHand, executionNotPaused } from '../executions.errors';
import { isTerminal } from '../log/append';
import { OutsideEvents } from '../log/outside-events';
import { readEvents } from '../log/read-events';
import { INLINE_BYTES, storeValue } from '../log/value-ref';

/** What somebody writes in place of what a completed node gave on one of its live ports. */
export interface OutputEdit {
  readonly nodeId: string;
  readonly port: string;
  readonly value: Json;
}

/** How a paused run is to go on. */
export interface StepRequest {
  /** The only nodes that begin before the run is paused again; all when absent, none when empty. */
  readonly nodeIds?: readonly string[];
  readonly edits?: readonly OutputEdit[];
}

/** Index: execution_pkey. */
const MODE = 'SELECT mode FROM execution WHERE id = $1';

/** Goes on with a paused run by hand: node by node, and with other values than the ones that were worked out. */
@Injectable()
export class StepRun {
  constructor(
    private readonly pool: SqlPool,
    private readonly outside: OutsideEvents,
  ) {}

  /**
   * What is edited is in the log, with who did it: everything that comes after sees the new values.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED`, `EXECUTION_NOT_BY_HAND`, `EXECUTION_NOT_PAUSED`,
   * `NODE_NOT_READY` (409), `EDIT_NOT_POSSIBLE` (409), `EDIT_TOO_LARGE` (400)
   */
  async go(actor: Actor, executionId: string, { nodeIds, edits = [] }: StepRequest): Promise<void> {
    await this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, actor.workspaceId);
      if (isTerminal(run.status)) throw executionEnded(executionId, run.status);
      const { rows } = await client.query<{ mode: string }>(MODE, [executionId]);
      if (rows[0]?.mode !== 'manual') throw executionNotByHand(executionId);
      const state = fold(initialState(), await readEvents(client, executionId, 0));
      if (!state.paused) throw executionNotPaused(executionId, run.status);
      for (const nodeId of nodeIds ?? []) requireReady(state, nodeId);
      const written = editsOf(state, edits);
      const event = {
        type: 'workflow.resumed' as const,
        by: actor.userId,
        ...(nodeIds && { step: nodeIds }),
        ...(edits.length > 0 && { edits: written }),
      };
      await this.outside.add(client, run, [event], 'running');
    });
  }
}

/** A run that somebody paused does not say where it stands: a step of nothing tells. */
function requireReady(state: ExecutionState, nodeId: string): void {
  if (state.pausedAt?.includes(nodeId)) return;
  throw conflict('NODE_NOT_READY', `The run is not paused before node "${nodeId}". Step to where it is paused first.`);
}

function editsOf(state: ExecutionState, edits: readonly OutputEdit[]): Record<string, Record<string, ValueRef>> {
  const found: Record<string, Record<string, ValueRef>> = {};
  for (const { nodeId, port, value } of edits) {
    const node = state.nodes.get(nodeId);
    if (node?.status !== 'completed' || !Object.hasOwn(node.ports, port)) {
      const message = `Node "${nodeId}" gave nothing on its port "${port}" in this run: there is nothing to edit.`;
      throw conflict('EDIT_NOT_POSSIBLE', message);
    }
    const stored = storeValue(value);
    if (stored.payload) {
      const message = `The edited output of node "${nodeId}" is larger than ${INLINE_BYTES / 1024} KiB. Write a smaller one.`;
      throw invalid('EDIT_TOO_LARGE', message);
    }
    (found[nodeId] ??= {})[port] = stored.ref;
  }
  return found;
}
