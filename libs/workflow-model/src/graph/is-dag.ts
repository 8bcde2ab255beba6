import type { GraphDocument } from './graph-document';
import { topologicalOrder } from './topological-order';

/** Whether the document has no cycle. */
export function isDag(document: GraphDocument): boolean {
  return topologicalOrder(document).length === new Set(document.nodes.map((node) => node.id)).size;
}
