/** A node as far as its place in loops matters. */
export interface NodeInLoop {
  readonly id: string;
  readonly parent?: string;
}

/** Ids from the loop that the node lies in to the outermost one; ends early at a parent that is missing or its own. */
export function loopsAround(nodes: ReadonlyMap<string, NodeInLoop>, nodeId: string): readonly string[] {
  const around: string[] = [];
  const seen = new Set([nodeId]);
  for (let id = nodes.get(nodeId)?.parent; id !== undefined && nodes.has(id) && !seen.has(id);) {
    around.push(id);
    seen.add(id);
    id = nodes.get(id)?.parent;
  }
  return around;
}

/** The nodes in the body of a loop, those in loops within it too, in document order. */
export function nodesInside<N extends NodeInLoop>(nodes: readonly N[], loopId: string): readonly N[] {
  const inside = new Set([loopId]);
  // Children may stand before their parents in the document.
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const { id, parent } of nodes) if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  return nodes.filter(({ id }) => id !== loopId && inside.has(id));
}
