import type { WorkflowDocument } from '../document';
import { applyEdit } from './apply-edit';
import type { Edit, ElementEdit } from './edit';
import { invertNodeEdit } from './invert-node-edit';
import { indexById } from './list-edits';
import { NO_EDIT } from './no-edit';

/**
 * The edit that takes `edit` back: applied to the outcome of `edit` on `document`, it gives a document equal to
 * `document`. An edit that changes nothing has an empty batch as its inverse. Ids must be unique within each list.
 */
export function invertEdit(document: WorkflowDocument, edit: Edit): Edit {
  switch (edit.kind) {
    case 'batch':
      return invertBatch(document, edit.edits);
    case 'setName':
      return { kind: 'setName', name: document.name };
    case 'setWorkflowSettings':
      return { kind: 'setWorkflowSettings', settings: document.settings };
    case 'setMetadata':
      return { kind: 'setMetadata', metadata: document.metadata };
    case 'addEdge':
    case 'replaceEdge':
    case 'removeEdge':
      return invertEdgeEdit(document, edit);
    case 'addNote':
    case 'updateNote':
    case 'removeNote':
      return invertNoteEdit(document, edit);
    case 'addGroup':
    case 'updateGroup':
    case 'removeGroup':
      return invertGroupEdit(document, edit);
    default:
      return invertNodeEdit(document, edit);
  }
}

function invertBatch(document: WorkflowDocument, edits: readonly Edit[]): Edit {
  const inverses: Edit[] = [];
  let current = document;
  for (const edit of edits) {
    inverses.push(invertEdit(current, edit));
    current = applyEdit(current, edit);
  }
  return { kind: 'batch', edits: inverses.reverse() };
}

function invertEdgeEdit(
  document: WorkflowDocument,
  edit: ElementEdit & { kind: 'addEdge' | 'replaceEdge' | 'removeEdge' },
): Edit {
  const id = edit.kind === 'removeEdge' ? edit.edgeId : edit.edge.id;
  const index = indexById(document.edges, id);
  const edge = document.edges[index];
  if (edit.kind === 'addEdge') return edge === undefined ? { kind: 'removeEdge', edgeId: id } : NO_EDIT;
  if (edge === undefined) return NO_EDIT;
  return edit.kind === 'removeEdge' ? { kind: 'addEdge', edge, index } : { kind: 'replaceEdge', edge };
}

function invertNoteEdit(
  document: WorkflowDocument,
  edit: ElementEdit & { kind: 'addNote' | 'updateNote' | 'removeNote' },
): Edit {
  const id = edit.kind === 'removeNote' ? edit.noteId : edit.note.id;
  const index = indexById(document.notes, id);
  const note = document.notes[index];
  if (edit.kind === 'addNote') return note === undefined ? { kind: 'removeNote', noteId: id } : NO_EDIT;
  if (note === undefined) return NO_EDIT;
  return edit.kind === 'removeNote' ? { kind: 'addNote', note, index } : { kind: 'updateNote', note };
}

function invertGroupEdit(
  document: WorkflowDocument,
  edit: ElementEdit & { kind: 'addGroup' | 'updateGroup' | 'removeGroup' },
): Edit {
  const id = edit.kind === 'removeGroup' ? edit.groupId : edit.group.id;
  const index = indexById(document.groups, id);
  const group = document.groups[index];
  if (edit.kind === 'addGroup') return group === undefined ? { kind: 'removeGroup', groupId: id } : NO_EDIT;
  if (group === undefined) return NO_EDIT;
  return edit.kind === 'removeGroup' ? { kind: 'addGroup', group, index } : { kind: 'updateGroup', group };
}
