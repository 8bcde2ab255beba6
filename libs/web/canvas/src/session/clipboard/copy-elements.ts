import type { DocumentIndex } from '../document/document-index';
import { withBodies } from '../operations/frames';
import type { Elements } from '../operations/operation';
import type { Pins } from '../pins/pinned-data';
import type { ClipboardContent } from './clipboard-format';

/** The selected part of a workflow: nodes with the edges between them, notes, whole groups and pins. Undefined for nothing. */
export function copyElements(index: DocumentIndex, elements: Elements, pins: Pins): ClipboardContent | undefined {
  const { nodes, edges, notes, groups } = index.document;
  const members = groups.filter((group) => elements.groupIds?.includes(group.id)).flatMap((group) => group.nodeIds);
  const chosen = [...(elements.nodeIds ?? []), ...members].filter((id) => index.nodeById.has(id));
  const nodeIds = withBodies(index, chosen);
  const noteIds = new Set(elements.noteIds);
  const stickies = notes.filter((note) => noteIds.has(note.id));
  if (nodeIds.size + stickies.length === 0) return undefined;
  return {
    nodes: nodes.filter((node) => nodeIds.has(node.id)),
    edges: edges.filter((edge) => nodeIds.has(edge.source) && nodeIds.has(edge.target)),
    stickies,
    groups: groups.filter((group) => group.nodeIds.length > 0 && group.nodeIds.every((id) => nodeIds.has(id))),
    pins: Object.fromEntries(Object.entries(pins).filter(([id]) => nodeIds.has(id))),
  };
}
