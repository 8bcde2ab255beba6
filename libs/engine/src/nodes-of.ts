import { turnPath } from './turn-path';
import type { ExecutionState, NodeState } from './state';

/** A node of a run, and the turn it belongs to. */
export interface NodeAt {
  readonly nodeId: string;
  /** Absent outside of loops. */
  readonly path?: string;
  readonly node: NodeState;
}

/** Every node that something happened to and that may still matter: those of turns that are over are left out. */
export function nodesOf(state: ExecutionState, within?: string): NodeAt[] {
  const found: NodeAt[] = [];
  for (const [nodeId, node] of state.nodes) {
    found.push(within === undefined ? { nodeId, node } : { nodeId, path: within, node });
    for (const turn of node.loop?.active ?? []) {
      const inner = node.loop?.turns.get(String(turn));
      if (inner !== undefined) found.push(...nodesOf(inner, turnPath(nodeId, turn, within)));
    }
  }
  return found;
}
