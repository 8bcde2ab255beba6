import type { ExecutionGraph, GraphNode } from './graph';
import type { ExecutionState } from './state';

/** An edge within the scope: where it leads, and the source port that makes it live. */
export interface ScopeEdge {
  readonly target: number;
  readonly port: string;
}

/**
 * The part of a graph that a run knows of: what its trigger can reach, the chosen nodes of a partial run, or in a turn the
 * whole body. Nodes are
 * numbered in the graph's order. Edges from outside do not count; a join fed by two triggers waits only for the one that
 * fired.
 */
export interface RunScope {
  readonly nodes: readonly GraphNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Numbers of the nodes that no edge of the scope leads into: the run begins with them. */
  readonly roots: readonly number[];
  readonly outgoing: readonly (readonly ScopeEdge[])[];
  /** How many edges lead into each node. */
  readonly incoming: readonly number[];
}

/** Of whole runs by trigger; of partial ones by their list, which every state of one run shares, and of bodies by their order. */
interface KnownScopes {
  readonly byTrigger: Map<string, RunScope>;
  readonly byList: WeakMap<readonly string[], RunScope>;
}

const scopes = new WeakMap<ExecutionGraph, KnownScopes>();

/** The scope of a run or turn, made once; undefined before its start and when the graph has none of its nodes. */
export function scopeOf(
  graph: ExecutionGraph,
  { triggerNodeId, only, turn }: Pick<ExecutionState, 'triggerNodeId' | 'only' | 'turn'>,
): RunScope | undefined {
  if (turn !== undefined) return scopeOfList(graph, graph.order);
  if (triggerNodeId === undefined) return undefined;
  if (only !== undefined) return scopeOfList(graph, only);
  const { byTrigger } = knownOf(graph);
  const scope = byTrigger.get(triggerNodeId) ?? build(graph, reachableFrom(graph, triggerNodeId));
  byTrigger.set(triggerNodeId, scope);
  return scope.nodes.length === 0 ? undefined : scope;
}

/** Ids of the nodes that take part in a run, in order; none when the graph has none of them. */
export function scopeIds(graph: ExecutionGraph, run: Pick<ExecutionState, 'triggerNodeId' | 'only'>): string[] {
  return scopeOf(graph, run)?.nodes.map(({ id }) => id) ?? [];
}

function scopeOfList(graph: ExecutionGraph, list: readonly string[]): RunScope | undefined {
  const { byList } = knownOf(graph);
  const scope = byList.get(list) ?? build(graph, new Set(list));
  byList.set(list, scope);
  return scope.nodes.length === 0 ? undefined : scope;
}

function knownOf(graph: ExecutionGraph): KnownScopes {
  const known = scopes.get(graph) ?? { byTrigger: new Map(), byList: new WeakMap() };
  scopes.set(graph, known);
  return known;
}

function build(graph: ExecutionGraph, members: ReadonlySet<string>): RunScope {
  const nodes: GraphNode[] = [];
  for (const id of graph.order) if (members.has(id)) nodes.push(graph.nodes.get(id) as GraphNode);
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const incoming = nodes.map(() => 0);
  const outgoing = nodes.map((node) => node.outgoing.flatMap((edge) => scopeEdge(indexOf, edge)));
  for (const edge of outgoing.flat()) incoming[edge.target] = (incoming[edge.target] as number) + 1;
  const roots = [...nodes.keys()].filter((index) => incoming[index] === 0);
  return { nodes, indexOf, roots, outgoing, incoming };
}

function scopeEdge(indexOf: ReadonlyMap<string, number>, edge: GraphNode['outgoing'][number]): ScopeEdge[] {
  const target = indexOf.get(edge.target);
  return target === undefined ? [] : [{ target, port: edge.sourceHandle }];
}

function reachableFrom(graph: ExecutionGraph, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const edge of graph.nodes.get(id)?.outgoing ?? []) reached.add(edge.target);
  }
  return reached;
}
