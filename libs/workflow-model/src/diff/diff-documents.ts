import type { WorkflowDocument } from '../document';
import type { DocumentDiff } from './document-diff';

/** What changed from `before` to `after`. */
export function diffDocuments(before: WorkflowDocument, after: WorkflowDocument): DocumentDiff {
  throw new Error(`not there yet: ${before.id} ${after.id}`);
}
