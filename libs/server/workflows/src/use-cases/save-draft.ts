import type { Actor } from '@millrace/server-identity';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { EditDraft } from './edit-draft';

/** Parts of a document that a caller may replace one by one. */
export const PATCHABLE = ['name', 'nodes', 'edges', 'settings', 'metadata', 'notes', 'groups'] as const;

/** New values of some parts, not yet read as such. */
export type DraftPatch = Partial<Record<(typeof PATCHABLE)[number], unknown>>;

/** Replaces a draft, whole or in parts. */
@Injectable()
export class SaveDraft {
  constructor(private readonly drafts: EditDraft) {}

  /** @throws as {@link EditDraft.edit} */
  save(actor: Actor, workflowId: string, document: unknown, expectedRevision?: number): Promise<WorkflowEntity> {
    return this.drafts.edit(actor, workflowId, { expectedRevision, change: () => document });
  }

  /** Replaces the parts that `patch` holds and leaves the others. @throws as {@link EditDraft.edit} */
  patch(actor: Actor, workflowId: string, patch: DraftPatch, expectedRevision?: number): Promise<WorkflowEntity> {
    const parts = Object.fromEntries(
      PATCHABLE.filter((part) => patch[part] !== undefined).map((part) => [part, patch[part]]),
    );
    return this.drafts.edit(actor, workflowId, {
      expectedRevision,
      change: (draft: WorkflowDocument) => ({ ...draft, ...parts }),
    });
  }
}
