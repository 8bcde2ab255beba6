import type { WorkflowEdge } from '../document';
import type { GraphDocument } from './graph-document';

/** Edges by one of their ends, in document order; dangling edges are left out. */
export function groupEdges(
  document: GraphDocument,
  end: 'source' | 'target',
): ReadonlyMap<string, readonly WorkflowEdge[]> {
  const groups = new Map<string, WorkflowEdge[]>(document.nodes.map((node) => [node.id, []]));
  for (const edge of document.edges) {
    if (groups.has(edge.source) && groups.has(edge.target)) groups.get(edge[end])?.push(edge);
  }
  return groups;
}
