import type { WorkflowEdge } from '@millrace/workflow-model';
import type { ExecutionGraph, GraphNode } from '../graph';
import type { ExecutionState, NodeState } from '../state';

/** Nodes that a trigger reaches, worked out as directly as can be. */
export function reachable(graph: ExecutionGraph, from: string): string[] {
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const edge of graph.nodes.get(id)?.outgoing ?? []) visit(edge.target);
  };
  visit(from);
  return graph.order.filter((id) => reached.has(id));
}

/** Nodes that take part in the run. */
export function participants(graph: ExecutionGraph, state: ExecutionState): string[] {
  const { only, triggerNodeId } = state;
  return only === undefined ? reachable(graph, triggerNodeId ?? '') : graph.order.filter((id) => only.includes(id));
}

/** Edges into the node from nodes that take part. */
export function edgesWithin(graph: ExecutionGraph, state: ExecutionState, id: string): WorkflowEdge[] {
  const inside = new Set(participants(graph, state));
  return (graph.nodes.get(id) as GraphNode).incoming.filter((edge) => inside.has(edge.source));
}

/** What the rules say of an untouched node, read off the whole state. The slow truth that `decide` is held against. */
export function verdictOn(graph: ExecutionGraph, state: ExecutionState, id: string): 'ready' | 'dead' | 'open' {
  const node = graph.nodes.get(id) as GraphNode;
  const edges = edgesWithin(graph, state, id);
  if (edges.length === 0) return 'ready';
  const settled = edges.filter((edge) => isSettled(state.nodes.get(edge.source)));
  const live = settled.filter((edge) => isLiveEdge(state, edge));
  const join = node.settings.join ?? node.traits.joins ?? 'all';
  if (live.length > 0 && (join === 'any' || settled.length === edges.length)) return 'ready';
  return settled.length === edges.length && live.length === 0 ? 'dead' : 'open';
}

/** Whether the edge carried a value. */
export function isLiveEdge(state: ExecutionState, edge: WorkflowEdge): boolean {
  const source = state.nodes.get(edge.source);
  return source?.status === 'completed' && Object.keys(source.ports).includes(edge.sourceHandle);
}

/** Whether nothing can happen to the node any more. */
export function isSettled(node: NodeState | undefined): boolean {
  return node !== undefined && ['completed', 'failed', 'skipped', 'cancelled'].includes(node.status);
}
