import type { WorkflowDocument } from '../document';
import type { Edit } from './edit';

/** The edit that takes `edit` back: applied to the outcome of `edit` on `document`, it gives `document` again. */
export function invertEdit(document: WorkflowDocument, edit: Edit): Edit {
  throw new Error(`not there yet: ${edit.kind} on ${document.id}`);
}
