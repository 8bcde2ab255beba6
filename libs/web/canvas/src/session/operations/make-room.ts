import type { Edit, Position } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { withBodies } from './frames';
import { GRID, NODE_WIDTH, ROOM_FOR_INSERT, STEP_X, contains, nodeBox, noteBox } from './geometry';

/**
 * Pixels that the second of two joined nodes has to move so that another card fits between them: none when they stand
 * {@link ROOM_FOR_INSERT} apart, else {@link STEP_X}, or more for cards that nearly touch.
 */
export function roomToMake(index: DocumentIndex, source: string, target: string): number {
  const from = index.node(source)?.position;
  const to = index.node(target)?.position;
  if (from === undefined || to === undefined) return 0;
  const gap = to.x - (from.x + NODE_WIDTH);
  if (Math.hypot(gap, to.y - from.y) >= ROOM_FOR_INSERT) return 0;
  return Math.max(STEP_X, Math.ceil((NODE_WIDTH + 2 * GRID - gap) / GRID) * GRID);
}

/**
 * Moves a node and all after it to the right; notes whose nodes all move go with them. Nodes left of `fromX`
 * (wires that go back) stay where they are.
 */
export function shiftDownstream(
  index: DocumentIndex,
  first: string,
  { fromX, by }: { readonly fromX: number; readonly by: number },
): Edit[] {
  const ids = [first, ...index.downstreamOf(first)];
  const moving = withBodies(
    index,
    ids.filter((id) => (index.node(id)?.position.x ?? -Infinity) >= fromX),
  );
  if (moving.size === 0) return [];
  const moves = [...moving].map((nodeId) => ({ nodeId, position: shifted(index.node(nodeId)?.position, by) }));
  return [{ kind: 'moveNodes', moves }, ...shiftNotes(index, moving, by)];
}

function shiftNotes(index: DocumentIndex, moving: ReadonlySet<string>, by: number): Edit[] {
  return index.document.notes.flatMap((note): Edit[] => {
    if (note.carry === false) return [];
    const inside = index.document.nodes.filter((node) => contains(noteBox(note), nodeBox(node)));
    if (inside.length === 0 || !inside.every((node) => moving.has(node.id))) return [];
    return [{ kind: 'updateNote', note: { ...note, position: shifted(note.position, by) } }];
  });
}

function shifted(position: Position | undefined, by: number): Position {
  return { x: (position?.x ?? 0) + by, y: position?.y ?? 0 };
}
