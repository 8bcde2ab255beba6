import type { NodeTraits, WorkflowDocument, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import type { ExecutionGraph, GraphNode } from './graph';
import { SortedList, ascending } from './sorted-list';

/** A document that cannot be run; validation reports the same before publishing. */
export class GraphError extends Error {
  readonly code: 'GRAPH_CYCLE' | 'GRAPH_DANGLING_EDGE' | 'GRAPH_DUPLICATE_NODE';
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
 * Makes a document ready for `decide`. Do it once per version: the graph also carries what runs of it share.
 * @throws GraphError for a cycle, an edge to nowhere or two nodes with one id
 */
export function compileGraph(document: GraphDocument, traitsOf: (node: WorkflowNode) => NodeTraits): ExecutionGraph {
  const wiring = wire(document);
  const sorted = sortTopologically(document.nodes, wiring);
  const nodes = new Map<string, GraphNode>();
  for (const [order, node] of sorted.entries()) {
    nodes.set(node.id, {
      id: node.id,
      enabled: node.enabled,
      traits: traitsOf(node),
      settings: node.settings,
      order,
      incoming: wiring.incoming.get(node.id) ?? [],
      outgoing: wiring.outgoing.get(node.id) ?? [],
    });
  }
  return { nodes, order: sorted.map((node) => node.id), timeoutMs: document.settings.timeoutMs };
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
  for (const edge of document.edges) {
    const from = outgoing.get(edge.source);
    const to = incoming.get(edge.target);
    if (from === undefined || to === undefined)
      throw danglingEdge(edge, from === undefined ? edge.source : edge.target);
    from.push(edge);
    to.push(edge);
  }
  return { incoming, outgoing };
}

function danglingEdge(edge: WorkflowEdge, missing: string): GraphError {
  const message = `The edge "${edge.id}" joins "${edge.source}" to "${edge.target}", but there is no node "${missing}". Remove the edge.`;
  return new GraphError('GRAPH_DANGLING_EDGE', message, [edge.source, edge.target]);
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
