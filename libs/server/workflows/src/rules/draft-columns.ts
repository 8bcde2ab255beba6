import type { WorkflowDocument } from '@millrace/workflow-model';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { contentHash } from './document-hash';

/** What a row repeats of its draft, so that lists need not read documents. */
export type DraftColumns = Pick<WorkflowEntity, 'name' | 'description' | 'tags' | 'nodeCount' | 'draft' | 'draftHash'>;

/** The columns that follow from a draft. */
export function draftColumns(draft: WorkflowDocument): DraftColumns {
  return {
    name: draft.name,
    description: draft.metadata.description ?? null,
    tags: [...new Set(draft.metadata.tags)],
    nodeCount: draft.nodes.length,
    draft,
    draftHash: contentHash(draft),
  };
}
