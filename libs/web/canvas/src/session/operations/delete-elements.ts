import type { Edit, WorkflowEdge } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { addEdge, nameOf, together } from './connect';
import { withBodies } from './frames';
import type { Elements, OperationContext, Outcome } from './operation';
import { refuse } from './operation';

/** `auto` joins the neighbours of what had one way in and one way out; `always` joins all with all; `never` leaves holes. */
export type Bridge = 'auto' | 'always' | 'never';

/** Removes elements; the neighbours of removed nodes are joined as `bridge` says. */
export function deleteElements(context: OperationContext, elements: Elements, bridge: Bridge = 'auto'): Outcome {
  const { index } = context;
  const nodeIds = (elements.nodeIds ?? []).filter((id) => index.nodeById.has(id));
  const edgeIds = (elements.edgeIds ?? []).filter((id) => index.edgeById.has(id));
  // What lies inside a loop that goes, goes with it.
  const gone = withBodies(index, nodeIds);
  const tops = nodeIds.filter((id) => !index.loopsAround(id).some((loop) => gone.has(loop)));
  const bridges = bridge === 'never' ? [] : bridgesOver(context, tops, { edgeIds, bridge });
  const edits: Edit[] = [
    ...edgeIds.map((edgeId): Edit => ({ kind: 'removeEdge', edgeId })),
    ...tops.map((nodeId): Edit => ({ kind: 'removeNode', nodeId })),
    ...(elements.noteIds ?? []).map((noteId): Edit => ({ kind: 'removeNote', noteId })),
    ...groupEdits(index, elements.groupIds ?? [], gone),
    ...bridges,
  ];
  if (edits.length === 0) return refuse('NOTHING_SELECTED', 'Select what is to be deleted.');
  return together(labelOf(index, elements, tops), edits, {});
}

function labelOf(index: DocumentIndex, elements: Elements, nodeIds: readonly string[]): string {
  const [only] = nodeIds;
  const node = nodeIds.length === 1 && only !== undefined ? index.node(only) : undefined;
  const others = (elements.noteIds?.length ?? 0) + (elements.groupIds?.length ?? 0);
  if (node !== undefined && others === 0) return `Delete ${nameOf(node)}`;
  if (nodeIds.length + others === 0) return 'Delete connection';
  if (nodeIds.length === 0 && elements.noteIds?.length === 1 && others === 1) return 'Delete note';
  return `Delete ${nodeIds.length + others} elements`;
}

/** Groups that are deleted, and those of which nothing is left. */
function groupEdits(index: DocumentIndex, groupIds: readonly string[], gone: ReadonlySet<string>): Edit[] {
  const wanted = new Set(groupIds);
  return index.document.groups
    .filter((group) => wanted.has(group.id) || (gone.size > 0 && group.nodeIds.every((id) => gone.has(id))))
    .map((group): Edit => ({ kind: 'removeGroup', groupId: group.id }));
}

/** What is cut besides, and how generously neighbours are joined. */
export interface Bridging {
  readonly edgeIds: readonly string[];
  readonly bridge: 'auto' | 'always';
}

/** Edges from what led into each connected part of the removed nodes to what came out of it. */
export function bridgesOver({ index, newId }: OperationContext, nodeIds: readonly string[], how: Bridging): Edit[] {
  const gone = new Set(nodeIds);
  const cut = new Set(how.edgeIds);
  const present = new Set<string>();
  const keyOf = (from: WorkflowEdge, to: WorkflowEdge): string =>
    JSON.stringify([from.source, from.sourceHandle, to.target, to.targetHandle]);
  for (const edge of index.document.edges) if (!cut.has(edge.id)) present.add(keyOf(edge, edge));
  return partsOf(index, gone).flatMap((part) => {
    const { incoming, outgoing } = ends(index, part, gone);
    const into = incoming.filter((edge) => !cut.has(edge.id));
    const out = outgoing.filter((edge) => !cut.has(edge.id));
    if (how.bridge === 'auto' && (into.length !== 1 || out.length !== 1 || !isChain(index, part))) return [];
    return into.flatMap((from) =>
      out.flatMap((to): Edit[] => {
        if (from.source === to.target || present.has(keyOf(from, to))) return [];
        present.add(keyOf(from, to));
        const start = { nodeId: from.source, port: from.sourceHandle };
        return [addEdge(newId(), start, { nodeId: to.target, port: to.targetHandle })];
      }),
    );
  });
}

/** Removed nodes that hang together. */
function partsOf(index: DocumentIndex, gone: ReadonlySet<string>): string[][] {
  const seen = new Set<string>();
  return [...gone].flatMap((start) => {
    if (seen.has(start)) return [];
    const part = new Set([start]);
    for (const id of part) {
      const neighbours = [
        ...index.outgoing(id).map((edge) => edge.target),
        ...index.incoming(id).map((edge) => edge.source),
      ];
      for (const neighbour of neighbours) if (gone.has(neighbour)) part.add(neighbour);
    }
    for (const id of part) seen.add(id);
    return [[...part]];
  });
}

function ends(index: DocumentIndex, part: readonly string[], gone: ReadonlySet<string>) {
  return {
    incoming: part.flatMap((id) => index.incoming(id).filter((edge) => !gone.has(edge.source))),
    outgoing: part.flatMap((id) => index.outgoing(id).filter((edge) => !gone.has(edge.target))),
  };
}

/** Whether what comes in at the start of a part is what goes out at its end. */
function isChain(index: DocumentIndex, part: readonly string[]): boolean {
  const inside = new Set(part);
  return part.every(
    (id) =>
      index.incoming(id).filter((edge) => inside.has(edge.source)).length <= 1 &&
      index.outgoing(id).filter((edge) => inside.has(edge.target)).length <= 1,
  );
}
