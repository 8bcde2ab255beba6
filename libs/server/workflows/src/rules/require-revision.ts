import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowConflictError } from '../workflows.errors';

type Draft = Pick<WorkflowEntity, 'draftRevision' | 'draftSavedBy' | 'draftSavedAt'>;

/** @throws WorkflowConflictError when the draft is not at the revision that the caller has seen; `undefined` accepts any */
export function requireRevision(draft: Draft, expected: number | undefined): void {
  if (expected === undefined || expected === draft.draftRevision) return;
  throw new WorkflowConflictError(expected, {
    currentRevision: draft.draftRevision,
    savedBy: draft.draftSavedBy,
    savedAt: draft.draftSavedAt.toISOString(),
  });
}
