import type { GraphDocument } from './graph-document';
import { outgoingEdges } from './outgoing-edges';
import { spread } from './spread';

/** Ids of the nodes behind a node, however far; the node itself only when it lies on a cycle. Empty for an unknown id. */
export function descendantsOf(document: GraphDocument, nodeId: string): ReadonlySet<string> {
  const outgoing = outgoingEdges(document);
  const targets = (id: string): string[] => (outgoing.get(id) ?? []).map((edge) => edge.target);
  return spread(targets(nodeId), targets);
}
