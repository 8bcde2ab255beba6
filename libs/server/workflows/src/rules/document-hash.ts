import type { WorkflowDocument } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';

/**
 * SHA-256 (hex) of what a document says, whatever its id and version: a draft equals the version that was published from
 * it. Unlike `canonicalDocument` the order of keys inside configs counts, because people see it in outputs and exports.
 */
export function contentHash(document: WorkflowDocument): string {
  const { id: _id, version: _version, executionOrder: _executionOrder, ...content } = document;
  return sha256(JSON.stringify(content));
}

/** SHA-256 (hex) of a document with its id and version: equal only for the same workflow. */
export function documentHash(document: WorkflowDocument): string {
  return sha256(JSON.stringify(document));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
