import { scopeIds } from '@millrace/engine';
import type { ExecutionState, NodeState } from '@millrace/engine';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { viewGraph } from '../history/run-view';
import { sameNodes } from '../partial/same-node';

/** Why a waiting run cannot go on with another version. */
export interface MigrationObstacle {
  readonly nodeId: string | null;
  /**
   * | reason            | meaning                                                                    |
   * | ----------------- | -------------------------------------------------------------------------- |
   * | `trigger-gone`    | the version does not begin where the run began                             |
   * | `waits-elsewhere` | a node that waits, or a loop that goes on, is gone or is another one       |
   * | `done-changed`    | a node that is done is another one now: what it gave would no longer hold  |
   * | `partial`         | it runs only a part of its own version                                     |
   */
  readonly reason: 'trigger-gone' | 'waits-elsewhere' | 'done-changed' | 'partial';
}

/**
 * What stands in the way of going on with another version: none when the run may. Nodes that are done must be as they were,
 * or gone; those that wait must be there and as they were. A node between two tries may have been mended.
 */
export function migrationObstacles(
  state: ExecutionState,
  from: WorkflowDocument,
  to: WorkflowDocument,
): readonly MigrationObstacle[] {
  if (state.only !== undefined) return [{ nodeId: null, reason: 'partial' }];
  const { triggerNodeId = '' } = state;
  const trigger = to.nodes.find(({ id }) => id === triggerNodeId);
  if (trigger?.enabled !== true) return [{ nodeId: triggerNodeId, reason: 'trigger-gone' }];
  const there = new Set(to.nodes.map(({ id }) => id));
  const reached = new Set(scopeIds(viewGraph(to), { triggerNodeId }));
  const isSame = sameNodes(from, to);
  const obstacles: MigrationObstacle[] = [];
  for (const [nodeId, node] of state.nodes) {
    const isDone = isSettled(node);
    if (isDone && there.has(nodeId) && !isSame(nodeId)) obstacles.push({ nodeId, reason: 'done-changed' });
    if (isDone) continue;
    const isMendable = node.retryAtMs !== undefined && node.loop === undefined;
    if (!reached.has(nodeId) || !(isSame(nodeId) || isMendable)) obstacles.push({ nodeId, reason: 'waits-elsewhere' });
  }
  return obstacles;
}

function isSettled({ status }: NodeState): boolean {
  return status === 'completed' || status === 'failed' || status === 'skipped' || status === 'cancelled';
}
