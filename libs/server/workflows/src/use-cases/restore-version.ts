import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { EditDraft } from './edit-draft';

/** Copies an old version into the draft. What is live stays live. */
@Injectable()
export class RestoreVersion {
  constructor(
    private readonly store: WorkflowStore,
    private readonly drafts: EditDraft,
  ) {}

  /** @throws WorkflowConflictError; DomainError `NOT_FOUND` for the workflow or a version that is not its own */
  async restore(
    actor: Actor,
    workflowId: string,
    versionId: string,
    expectedRevision?: number,
  ): Promise<WorkflowEntity> {
    const version = await this.store.version(actor, workflowId, versionId);
    return this.drafts.edit(actor, workflowId, { expectedRevision, change: () => version.document });
  }
}
