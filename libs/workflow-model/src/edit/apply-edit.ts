import type { WorkflowDocument } from '../document';
import type { Edit } from './edit';
import { applyNodeEdit } from './apply-node-edit';
import { insert, remove, replace } from './list-edits';

/**
 * The document after the edit. Nothing is changed in place and what the edit does not touch is shared; the same object
 * comes back when the edit does not fit or changes nothing.
 */
export function applyEdit(document: WorkflowDocument, edit: Edit): WorkflowDocument {
  switch (edit.kind) {
    case 'batch':
      return edit.edits.reduce(applyEdit, document);
    case 'setName':
      return withPart(document, 'name', edit.name);
    case 'setWorkflowSettings':
      return withPart(document, 'settings', edit.settings);
    case 'setMetadata':
      return withPart(document, 'metadata', edit.metadata);
    case 'addEdge':
      return withPart(document, 'edges', insert(document.edges, edit.edge, edit.index));
    case 'replaceEdge':
      return withPart(document, 'edges', replace(document.edges, edit.edge));
    case 'removeEdge':
      return withPart(document, 'edges', remove(document.edges, edit.edgeId));
    case 'addNote':
      return withPart(document, 'notes', insert(document.notes, edit.note, edit.index));
    case 'updateNote':
      return withPart(document, 'notes', replace(document.notes, edit.note));
    case 'removeNote':
      return withPart(document, 'notes', remove(document.notes, edit.noteId));
    case 'addGroup':
      return withPart(document, 'groups', insert(document.groups, edit.group, edit.index));
    case 'updateGroup':
      return withPart(document, 'groups', replace(document.groups, edit.group));
    case 'removeGroup':
      return withPart(document, 'groups', remove(document.groups, edit.groupId));
    default:
      return applyNodeEdit(document, edit);
  }
}

function withPart<K extends keyof WorkflowDocument>(
  document: WorkflowDocument,
  part: K,
  value: WorkflowDocument[K],
): WorkflowDocument {
  return document[part] === value ? document : { ...document, [part]: value };
}
