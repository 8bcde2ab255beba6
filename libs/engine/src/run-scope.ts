import type { ExecutionGraph, GraphNode } from './graph';

/** An edge within the scope: where it leads, and the source port that makes it live. */
export interface ScopeEdge {
  readonly target: number;
  readonly port: string;
}

/**
 * The part of a graph that one trigger can reach: the only nodes a run started there knows of. Nodes are numbered in
 * the graph's order. Edges from outside do not count; a join fed by two triggers waits only for the one that fired.
 */
export interface RunScope {
  readonly nodes: readonly GraphNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Number of the trigger. */
  readonly root: number;
  readonly outgoing: readonly (readonly ScopeEdge[])[];
  /** How many edges lead into each node. */
  readonly incoming: readonly number[];
}

const scopes = new WeakMap<ExecutionGraph, Map<string, RunScope>>();

/** The scope of a trigger, made once per graph; undefined when the graph has no such node. */
export function runScopeOf(graph: ExecutionGraph, triggerNodeId: string): RunScope | undefined {
  let byTrigger = scopes.get(graph);
  if (byTrigger === undefined) scopes.set(graph, (byTrigger = new Map<string, RunScope>()));
  const known = byTrigger.get(triggerNodeId);
  if (known !== undefined || !graph.nodes.has(triggerNodeId)) return known;
  const scope = build(graph, triggerNodeId);
  byTrigger.set(triggerNodeId, scope);
  return scope;
}

function build(graph: ExecutionGraph, triggerNodeId: string): RunScope {
  const reached = reachableFrom(graph, triggerNodeId);
  const nodes: GraphNode[] = [];
  for (const id of graph.order) if (reached.has(id)) nodes.push(graph.nodes.get(id) as GraphNode);
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const incoming = nodes.map(() => 0);
  const outgoing = nodes.map((node) =>
    node.outgoing.map((edge) => ({ target: indexOf.get(edge.target) as number, port: edge.sourceHandle })),
  );
  for (const edge of outgoing.flat()) incoming[edge.target] = (incoming[edge.target] as number) + 1;
  return { nodes, indexOf, root: indexOf.get(triggerNodeId) as number, outgoing, incoming };
}

function reachableFrom(graph: ExecutionGraph, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const edge of graph.nodes.get(id)?.outgoing ?? []) reached.add(edge.target);
  }
  return reached;
}
