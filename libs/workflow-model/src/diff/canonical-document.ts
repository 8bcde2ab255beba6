import { canonicalJson } from '../data/canonical-json';
import type { WorkflowDocument } from '../document';

/** The one string for what a document says; input to its hash. Id, version and a given execution order are left out, so that a draft equals the version that was published from it. */
export function canonicalDocument(document: WorkflowDocument): string {
  const { id: _id, version: _version, executionOrder: _executionOrder, ...content } = document;
  return canonicalJson(content);
}
