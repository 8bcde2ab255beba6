import type { NodeTraits, WorkflowDocument, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import type { ExecutionGraph, GraphNode } from './graph';
import { SortedList, ascending } from './sorted-list';

/** A document that cannot be run; validation reports the same before publishing. */
export class GraphError extends Error {
  readonly code:
    'GRAPH_CYCLE' | 'GRAPH_DANGLING_EDGE' | 'GRAPH_DUPLICATE_NODE' | 'GRAPH_CROSSING_EDGE' | 'GRAPH_PARENT';
  readonly nodeIds: readonly string[];

  constructor(code: GraphError['code'], message: string, nodeIds: readonly string[]) {
    super(message);
    this.name = 'GraphError';
    this.code = code;
    this.nodeIds = nodeIds;
  }
}

/** The parts of a document that a run depends on. */
export type GraphDocument = Pick<WorkflowDocument, 'nodes' | 'edges' | 'settings'>;

interface Wiring {
  readonly incoming: ReadonlyMap<string, WorkflowEdge[]>;
  readonly outgoing: ReadonlyMap<string, WorkflowEdge[]>;
}

/**
 * Makes a document ready for `decide`. Do it once per version: the graph also carries what runs of it share. Nodes with a
 * `parent` make up the body of that node; a node with `forEach` is its own body, run once for each item.
 * @throws GraphError for a cycle, an edge to nowhere or out of a loop, a parent that is missing or inside its own body, or
 * two nodes with one id
 */
export function compileGraph(document: GraphDocument, traitsOf: (node: WorkflowNode) => NodeTraits): ExecutionGraph {
  const wiring = wire(document);
  const bodies = bodiesOf(document);
  const compile = (nodes: readonly WorkflowNode[]): ExecutionGraph => {
    const sorted = sortTopologically(nodes, wiring);
    const compiled = sorted.map((node, order) => compileNode(node, order));
    return { nodes: new Map(compiled.map((node) => [node.id, node])), order: compiled.map(({ id }) => id) };
  };
  const compileNode = (node: WorkflowNode, order: number): GraphNode => {
    const children = bodies.get(node.id);
    const { forEach, ...settings } = node.settings;
    const base = { id: node.id, enabled: node.enabled, traits: traitsOf(node), settings, order };
    const inside = children && { body: compile(children) };
    const wires = { incoming: wiring.incoming.get(node.id) ?? [], outgoing: wiring.outgoing.get(node.id) ?? [] };
    return forEach === undefined ? { ...base, ...wires, ...inside } : forEachItem({ ...base, ...wires, ...inside });
  };
  const graph = compile(bodies.get(undefined) ?? []);
  return { ...graph, timeoutMs: document.settings.timeoutMs };
}

/**
 * A node that runs once per item: outside what asks for the turns and keeps what the node's settings say of failures,
 * inside the node itself, which is tried again by itself and whose failure is the turn's.
 */
function forEachItem(node: GraphNode): GraphNode {
  const { onError, join, retry: _retry, timeoutMs: _timeoutMs, ...others } = node.settings;
  const { alwaysOutput: _alwaysOutput, ...ofItem } = node.settings;
  const inside: GraphNode = {
    ...node,
    enabled: true,
    order: 0,
    incoming: [],
    outgoing: [],
    settings: { ...ofItem, onError: 'stop' },
  };
  return {
    ...node,
    traits: { ...node.traits, suspends: false },
    settings: { ...others, onError, ...(join && { join }) },
    body: { nodes: new Map([[node.id, inside]]), order: [node.id] },
  };
}

/** The nodes by the node whose body they are in. */
function bodiesOf({ nodes }: GraphDocument): ReadonlyMap<string | undefined, WorkflowNode[]> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const bodies = new Map<string | undefined, WorkflowNode[]>();
  for (const node of nodes) {
    mustReachTop(node, parents);
    const body = bodies.get(node.parent);
    if (body === undefined) bodies.set(node.parent, [node]);
    else body.push(node);
  }
  return bodies;
}

function mustReachTop({ id }: WorkflowNode, parents: ReadonlyMap<string, string | undefined>): void {
  const seen = new Set([id]);
  for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) {
    const message = seen.has(parent)
      ? `The node "${id}" lies inside its own body. Move it out.`
      : `The node "${id}" is in the body of "${parent}", which does not exist. Move it out.`;
    if (seen.has(parent) || !parents.has(parent)) throw new GraphError('GRAPH_PARENT', message, [id]);
    seen.add(parent);
  }
}

function wire(document: GraphDocument): Wiring {
  const incoming = new Map<string, WorkflowEdge[]>();
  const outgoing = new Map<string, WorkflowEdge[]>();
  for (const { id } of document.nodes) {
    if (incoming.has(id))
      throw new GraphError('GRAPH_DUPLICATE_NODE', `Two nodes have the id "${id}". Give one another id.`, [id]);
    incoming.set(id, []);
    outgoing.set(id, []);
  }
  const parents = new Map(document.nodes.map(({ id, parent }) => [id, parent]));
  for (const edge of document.edges) {
    const from = outgoing.get(edge.source);
    const to = incoming.get(edge.target);
    if (from === undefined || to === undefined)
      throw danglingEdge(edge, from === undefined ? edge.source : edge.target);
    if (parents.get(edge.source) !== parents.get(edge.target)) throw crossingEdge(edge);
    from.push(edge);
    to.push(edge);
  }
  return { incoming, outgoing };
}

function danglingEdge(edge: WorkflowEdge, missing: string): GraphError {
  const message = `The edge "${edge.id}" joins "${edge.source}" to "${edge.target}", but there is no node "${missing}". Remove the edge.`;
  return new GraphError('GRAPH_DANGLING_EDGE', message, [edge.source, edge.target]);
}

function crossingEdge({ id, source, target }: WorkflowEdge): GraphError {
  const message = `The edge "${id}" leads from "${source}" to "${target}" across the border of a loop. Connect the loop instead.`;
  return new GraphError('GRAPH_CROSSING_EDGE', message, [source, target]);
}

/** Kahn's order; among nodes that could come next, the first in the document does. */
function sortTopologically(nodes: readonly WorkflowNode[], wiring: Wiring): WorkflowNode[] {
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  const missing = nodes.map((node) => wiring.incoming.get(node.id)?.length ?? 0);
  const next = new SortedList<number>(ascending);
  for (const [place, count] of missing.entries()) if (count === 0) next.add(place);
  const sorted: WorkflowNode[] = [];
  for (let place = next.shift(); place !== undefined; place = next.shift()) {
    const node = nodes[place] as WorkflowNode;
    sorted.push(node);
    for (const edge of wiring.outgoing.get(node.id) ?? []) {
      const target = places.get(edge.target) as number;
      missing[target] = (missing[target] as number) - 1;
      if (missing[target] === 0) next.add(target);
    }
  }
  if (sorted.length < nodes.length) throw cycle(nodes, sorted, wiring);
  return sorted;
}

/** What Kahn left over lies on cycles or behind them; nodes that lead to no other leftover are only behind. */
function cycle(nodes: readonly WorkflowNode[], sorted: readonly WorkflowNode[], wiring: Wiring): GraphError {
  const onCycle = new Set(nodes.map((node) => node.id));
  for (const node of sorted) onCycle.delete(node.id);
  const remaining = new Map([...onCycle].map((id) => [id, leadingInto(onCycle, wiring.outgoing.get(id))]));
  const ends = [...onCycle].filter((id) => remaining.get(id) === 0);
  for (const id of ends) {
    onCycle.delete(id);
    for (const { source } of wiring.incoming.get(id) ?? []) {
      if (!onCycle.has(source)) continue;
      const count = (remaining.get(source) as number) - 1;
      remaining.set(source, count);
      if (count === 0) ends.push(source);
    }
  }
  const ids = [...onCycle];
  return new GraphError(
    'GRAPH_CYCLE',
    `These nodes lead back to themselves: ${ids.join(', ')}. Remove an edge between them.`,
    ids,
  );
}

function leadingInto(ids: ReadonlySet<string>, edges: readonly WorkflowEdge[] = []): number {
  return edges.filter((edge) => ids.has(edge.target)).length;
}
