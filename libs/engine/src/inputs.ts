import type { WorkflowEdge } from '@millrace/workflow-model';
import type { ExecutionEventBody, ValueRef } from './event';
import { isAtWork } from './evolve-node';
import { isLive } from './frontier';
import type { ExecutionGraph } from './graph';
import { nodesOf } from './nodes-of';
import type { ExecutionState } from './state';

/** A live incoming edge and the value on it. */
export interface LiveInput {
  readonly edge: WorkflowEdge;
  readonly ref: ValueRef;
}

/** What came in through the live edges of a node, in document order of the edges. */
export function liveInputs(graph: ExecutionGraph, state: ExecutionState, nodeId: string): LiveInput[] {
  const inputs: LiveInput[] = [];
  for (const edge of graph.nodes.get(nodeId)?.incoming ?? []) {
    const source = state.nodes.get(edge.source);
    if (source === undefined || !isLive(source, edge.sourceHandle)) continue;
    inputs.push({ edge, ref: source.ports[edge.sourceHandle] as ValueRef });
  }
  return inputs;
}

/**
 * `node.interrupted` for every node recorded as at work, in turns too. A worker that takes over a run records these first;
 * `isHandedOver` when the worker before did not die.
 */
export function interruptions(state: ExecutionState, isHandedOver = false): ExecutionEventBody[] {
  return nodesOf(state)
    .filter(({ node }) => isAtWork(node))
    .map(({ nodeId, path, node }) => ({
      type: 'node.interrupted',
      nodeId,
      attempt: node.attempts,
      ...(isHandedOver && { handedOver: true as const }),
      ...(path && { path }),
    }));
}
