import type { ExecutionGraph, GraphNode } from './graph';
import type { ExecutionState } from './state';

/** An edge within the scope: where it leads, and the source port that makes it live. */
export interface ScopeEdge {
  readonly target: number;
  readonly port: string;
}

/**
 * The part of a graph that a run knows of: what its trigger can reach, or the chosen nodes of a partial run. Nodes are
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

/** Of whole runs by trigger; of partial ones by their list, which every state of one run shares. */
interface KnownScopes {
  readonly byTrigger: Map<string, RunScope>;
  readonly byList: WeakMap<readonly string[], RunScope>;
}

const scopes = new WeakMap<ExecutionGraph, KnownScopes>();

/** The scope of a run, made once; undefined before its start and when the graph has none of its nodes. */
export function scopeOf(
  graph: ExecutionGraph,
  { triggerNodeId, only }: Pick<ExecutionState, 'triggerNodeId' | 'only'>,
): RunScope | undefined {
  if (triggerNodeId === undefined) return undefined;
  const known = knownOf(graph);
  const found = only === undefined ? known.byTrigger.get(triggerNodeId) : known.byList.get(only);
  if (found !== undefined) return found;
  const members = only === undefined ? reachableFrom(graph, triggerNodeId) : new Set(only);
  const scope = build(graph, members);
  if (scope.nodes.length === 0) return undefined;
  if (only === undefined) known.byTrigger.set(triggerNodeId, scope);
  else known.byList.set(only, scope);
  return scope;
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
