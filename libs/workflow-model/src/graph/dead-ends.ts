import type { GraphDocument } from './graph-document';
import { outgoingEdges } from './outgoing-edges';

/** Ids of the nodes that no edge leaves, in document order: where paths end. */
export function deadEnds(document: GraphDocument): readonly string[] {
  return [...outgoingEdges(document)].filter(([, edges]) => edges.length === 0).map(([id]) => id);
}
