import type { Edit, Position, WorkflowNote } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { together } from './connect';
import { type Frames, boxOf, framesOf, settled } from './frames';
import { contains, noteBox, snapped } from './geometry';
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

type MoveContext = Pick<OperationContext, 'index' | 'lookup'>;

/**
 * Puts nodes and notes at new places on the grid. Loops take along what is inside; notes take along the nodes and notes
 * that lie in them, unless told not to.
 */
export function move(context: MoveContext, moves: Moves): Outcome {
  const { index } = context;
  const frames = framesOf(context);
  const { nodes, notes } = withCarried(index, moves, frames);
  const edits = settled(context, [...nodeMoves(index, nodes), ...noteMoves(index, notes)]);
  if (edits.length === 0) return refuse('NOTHING_CHANGED', 'Everything is where it was.');
  const count = countMoved(index, nodes) + notes.size;
  return together(count === 1 ? 'Move' : `Move ${count} elements`, edits);
}

/** Moves elements by a distance. */
export function nudge(context: MoveContext, elements: Elements, by: Position): Outcome {
  const { index } = context;
  const frames = framesOf(context);
  const moved = (place: Position): Position => ({ x: place.x + by.x, y: place.y + by.y });
  const nodes = (elements.nodeIds ?? []).flatMap((id) => {
    const node = index.node(id);
    return node === undefined ? [] : [{ id, position: moved(boxOf(frames, node)) }];
  });
  const wanted = new Set(elements.noteIds);
  const notes = index.document.notes
    .filter((note) => wanted.has(note.id))
    .map((note) => ({ id: note.id, position: moved(note.position) }));
  return move(context, { nodes, notes });
}

interface Places {
  readonly nodes: Map<string, Position>;
  readonly notes: Map<string, Position>;
}

/** Everything inside a loop moves by as much as its frame, unless it has a new place of its own. */
function carryBody(
  index: DocumentIndex,
  loopId: string,
  { position, nodes, frames }: Pick<Places, 'nodes'> & { readonly position: Position; readonly frames: Frames },
): void {
  const frame = frames.get(loopId);
  if (frame === undefined) return;
  for (const id of index.insideOf(loopId)) {
    const place = index.node(id)?.position;
    if (place === undefined || nodes.has(id)) continue;
    nodes.set(id, { x: place.x + position.x - frame.x, y: place.y + position.y - frame.y });
  }
}

/** Nodes that moved of their own, not with a loop. */
function countMoved(index: DocumentIndex, nodes: ReadonlyMap<string, Position>): number {
  return [...nodes.keys()].filter((id) => !index.loopsAround(id).some((loop) => nodes.has(loop))).length;
}

function withCarried(index: DocumentIndex, moves: Moves, frames: Frames): Places {
  const nodes = new Map((moves.nodes ?? []).map(({ id, position }) => [id, snapped(position)]));
  const notes = new Map((moves.notes ?? []).map(({ id, position }) => [id, snapped(position)]));
  for (const note of index.document.notes) {
    const target = (moves.notes ?? []).some(({ id }) => id === note.id) ? notes.get(note.id) : undefined;
    if (target === undefined || note.carry === false) continue;
    carry(index, note, { target, nodes, notes, frames });
  }
  for (const [id, position] of [...nodes]) carryBody(index, id, { position, nodes, frames });
  return { nodes, notes };
}

/** Adds what lies in a note, unless it has a new place of its own. */
function carry(
  index: DocumentIndex,
  note: WorkflowNote,
  { target, nodes, notes, frames }: Places & { target: Position; frames: Frames },
): void {
  const dx = target.x - note.position.x;
  const dy = target.y - note.position.y;
  const along = (place: Position): Position => ({ x: place.x + dx, y: place.y + dy });
  const box = noteBox(note);
  for (const node of index.document.nodes) {
    if (!nodes.has(node.id) && contains(box, boxOf(frames, node))) nodes.set(node.id, along(node.position));
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
