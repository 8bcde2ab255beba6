import TinyQueue from 'tinyqueue';
import type { GraphDocument } from './graph-document';
import { incomingEdges } from './incoming-edges';
import { outgoingEdges } from './outgoing-edges';

/**
 * Ids so that every node comes after all its parents (Kahn); among nodes that could come next, the one that stands
 * earlier in the document. Nodes on a cycle or behind one are left out: compare lengths or ask `findCycle`.
 */
export function topologicalOrder(document: GraphDocument): readonly string[] {
  const place = new Map(document.nodes.map((node, index) => [node.id, index]));
  const outgoing = outgoingEdges(document);
  const open = new Map([...incomingEdges(document)].map(([id, edges]) => [id, edges.length]));
  const ready = new TinyQueue(
    [...open].filter(([, count]) => count === 0).map(([id]) => id),
    (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
  const order: string[] = [];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    for (const edge of outgoing.get(id) ?? []) {
      const left = (open.get(edge.target) ?? 0) - 1;
      open.set(edge.target, left);
      if (left === 0) ready.push(edge.target);
    }
  }
  return order;
}
