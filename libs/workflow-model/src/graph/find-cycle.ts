import type { GraphDocument } from './graph-document';
import { outgoingEdges } from './outgoing-edges';
import { topologicalOrder } from './topological-order';

/**
 * One cycle as the ids along it, in the direction of the edges, beginning with the node that stands first in the
 * document (which is not repeated at the end). Undefined when there is none. A node that points at itself is a cycle of one.
 */
export function findCycle(document: GraphDocument): readonly string[] | undefined {
  const ordered = new Set(topologicalOrder(document));
  const left = document.nodes.filter((node) => !ordered.has(node.id));
  if (left.length === 0) return undefined;
  return fromFirstInDocument(walkBack(document, left), left);
}

/** Every node that Kahn leaves over has a parent that is left over too: following parents must meet itself. */
function walkBack(document: GraphDocument, left: readonly { readonly id: string }[]): string[] {
  const leftIds = new Set(left.map((node) => node.id));
  const parentOf = new Map<string, string>();
  for (const edges of outgoingEdges(document).values()) {
    for (const edge of edges) {
      if (leftIds.has(edge.source) && !parentOf.has(edge.target)) parentOf.set(edge.target, edge.source);
    }
  }
  const seenAt = new Map<string, number>();
  const trail: string[] = [];
  let id = left[0]?.id;
  while (id !== undefined && !seenAt.has(id)) {
    seenAt.set(id, trail.length);
    trail.push(id);
    id = parentOf.get(id);
  }
  return trail.slice(id === undefined ? 0 : seenAt.get(id)).reverse();
}

function fromFirstInDocument(cycle: string[], nodes: readonly { readonly id: string }[]): string[] {
  const members = new Set(cycle);
  const first = nodes.find((node) => members.has(node.id))?.id ?? '';
  const start = Math.max(cycle.indexOf(first), 0);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
