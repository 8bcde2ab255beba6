import type { Edit, Position, WorkflowNote } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { together } from './connect';
import { contains, nodeBox, noteBox, snapped } from './geometry';
import { type Elements, type OperationContext, type Outcome, refuse } from './operation';

/** A new place of one element. */
export interface Placing {
  readonly id: string;
  readonly position: Position;
}

/** New places of nodes and notes after a drag. */
export interface Moves {
  readonly nodes?: readonly Placing[];
  readonly notes?: readonly Placing[];
}

type MoveContext = Pick<OperationContext, 'index'>;

/** Puts nodes and notes at new places on the grid. Notes take along the nodes and notes that lie in them, unless told not to. */
export function move({ index }: MoveContext, moves: Moves): Outcome {
  const { nodes, notes } = withCarried(index, moves);
  const edits = [...nodeMoves(index, nodes), ...noteMoves(index, notes)];
  if (edits.length === 0) return refuse('NOTHING_CHANGED', 'Everything is where it was.');
  const count = nodes.size + notes.size;
  return together(count === 1 ? 'Move' : `Move ${count} elements`, edits);
}

/** Moves elements by a distance. */
export function nudge(context: MoveContext, elements: Elements, by: Position): Outcome {
  const { index } = context;
  const moved = (place: Position): Position => ({ x: place.x + by.x, y: place.y + by.y });
  const nodes = (elements.nodeIds ?? []).flatMap((id) => {
    const node = index.node(id);
    return node === undefined ? [] : [{ id, position: moved(node.position) }];
  });
  const wanted = new Set(elements.noteIds);
  const notes = index.document.notes
    .filter((note) => wanted.has(note.id))
    .map((note) => ({ id: note.id, position: moved(note.position) }));
  return move(context, { nodes, notes });
}

interface Places {
  readonly nodes: ReadonlyMap<string, Position>;
  readonly notes: ReadonlyMap<string, Position>;
}

function withCarried(index: DocumentIndex, moves: Moves): Places {
  const nodes = new Map((moves.nodes ?? []).map(({ id, position }) => [id, snapped(position)]));
  const notes = new Map((moves.notes ?? []).map(({ id, position }) => [id, snapped(position)]));
  for (const note of index.document.notes) {
    const target = (moves.notes ?? []).some(({ id }) => id === note.id) ? notes.get(note.id) : undefined;
    if (target === undefined || note.carry === false) continue;
    carry(index, note, { target, nodes, notes });
  }
  return { nodes, notes };
}

/** Adds what lies in a note, unless it has a new place of its own. */
function carry(
  index: DocumentIndex,
  note: WorkflowNote,
  { target, nodes, notes }: { target: Position; nodes: Map<string, Position>; notes: Map<string, Position> },
): void {
  const dx = target.x - note.position.x;
  const dy = target.y - note.position.y;
  const along = (place: Position): Position => ({ x: place.x + dx, y: place.y + dy });
  const box = noteBox(note);
  for (const node of index.document.nodes) {
    if (!nodes.has(node.id) && contains(box, nodeBox(node))) nodes.set(node.id, along(node.position));
  }
  for (const other of index.document.notes) {
    if (other !== note && !notes.has(other.id) && contains(box, noteBox(other)))
      notes.set(other.id, along(other.position));
  }
}

function nodeMoves(index: DocumentIndex, places: ReadonlyMap<string, Position>): Edit[] {
  const moves = [...places].flatMap(([nodeId, position]) => {
    const before = index.node(nodeId)?.position;
    return before === undefined || isSame(before, position) ? [] : [{ nodeId, position }];
  });
  return moves.length === 0 ? [] : [{ kind: 'moveNodes', moves }];
}

function noteMoves(index: DocumentIndex, places: ReadonlyMap<string, Position>): Edit[] {
  return index.document.notes.flatMap((note): Edit[] => {
    const position = places.get(note.id);
    if (position === undefined || isSame(note.position, position)) return [];
    return [{ kind: 'updateNote', note: { ...note, position } }];
  });
}

function isSame(one: Position, other: Position): boolean {
  return one.x === other.x && one.y === other.y;
}
