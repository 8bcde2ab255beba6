import type { Position, WorkflowNote } from '@millrace/workflow-model';
import { together } from './connect';
import { snapped } from './geometry';
import { type Operation, type OperationContext, type Outcome, refuse } from './operation';

/** Colour of a new note; the view knows what it looks like. */
const FIRST_COLOUR = 'yellow';

/** Size of a new note in pixels. */
export const NOTE_SIZE = { width: 240, height: 160 };
const MIN_WIDTH = 120;
const MIN_HEIGHT = 80;

/** An operation that made a note. */
export interface AddedNote extends Operation {
  readonly noteId: string;
}

/** Puts a note on the canvas. */
export function addNote({ newId }: Pick<OperationContext, 'newId'>, position: Position, text = ''): AddedNote {
  const note: WorkflowNote = {
    id: newId(),
    text,
    position: snapped(position),
    size: NOTE_SIZE,
    color: FIRST_COLOUR,
  };
  return { ...together('Add note', [{ kind: 'addNote', note }], { noteIds: [note.id] }), noteId: note.id };
}

/** Changes text, colour, size or carrying of a note; a size stays on the grid and readable. */
export function updateNote(
  { index }: Pick<OperationContext, 'index'>,
  noteId: string,
  changes: Partial<Omit<WorkflowNote, 'id'>>,
): Outcome {
  const note = index.document.notes.find((each) => each.id === noteId);
  if (note === undefined) return refuse('NO_SUCH_NOTE', 'The note is not there any more.');
  const next = { ...note, ...changes, ...(changes.size && { size: sized(changes.size) }) };
  return together('Change note', [{ kind: 'updateNote', note: next }]);
}

function sized({ width, height }: WorkflowNote['size']): WorkflowNote['size'] {
  const grid = snapped({ x: width, y: height });
  return { width: Math.max(MIN_WIDTH, grid.x), height: Math.max(MIN_HEIGHT, grid.y) };
}
