import type { GraphDocument } from './graph-document';
import { incomingEdges } from './incoming-edges';
import { spread } from './spread';

/** Ids of the nodes before a node, however far; the node itself only when it lies on a cycle. Empty for an unknown id. */
export function ancestorsOf(document: GraphDocument, nodeId: string): ReadonlySet<string> {
  const incoming = incomingEdges(document);
  const sources = (id: string): string[] => (incoming.get(id) ?? []).map((edge) => edge.source);
  return spread(sources(nodeId), sources);
}
