import type { GraphDocument } from './graph-document';
import { outgoingEdges } from './outgoing-edges';
import { spread } from './spread';

/** Ids that can be reached along edges from `startIds`, those included. Ids that are no nodes are left out. */
export function reachableNodes(document: GraphDocument, startIds: Iterable<string>): ReadonlySet<string> {
  const outgoing = outgoingEdges(document);
  const known = [...startIds].filter((id) => outgoing.has(id));
  return spread(known, (id) => (outgoing.get(id) ?? []).map((edge) => edge.target));
}
