import type { WorkflowDocument } from '../document';
import type { Edit } from './edit';

/** The document after the edit. Nothing is changed in place and what the edit does not touch is shared; the same object when nothing changes. */
export function applyEdit(document: WorkflowDocument, edit: Edit): WorkflowDocument {
  throw new Error(`not there yet: ${edit.kind} on ${document.id}`);
}
