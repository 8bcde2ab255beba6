import type { WorkflowEdge } from '../document';
import type { GraphDocument } from './graph-document';
import { groupEdges } from './group-edges';

/**
 * The edges that leave each node, in document order. Every node of the document is a key, also without an edge; edges
 * with an end that does not exist are left out.
 */
export function outgoingEdges(document: GraphDocument): ReadonlyMap<string, readonly WorkflowEdge[]> {
  return groupEdges(document, 'source');
}
