import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { EditDraft } from './edit-draft';

/** Copies an old version into the draft, and notes that in the history. What is live stays live. */
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
    return this.drafts.edit(actor, workflowId, {
      expectedRevision,
      change: () => version.document,
      onChanged: (em, workflow) => this.store.insertVersion(em, restored(actor, workflow, version)),
    });
  }
}

function restored(actor: Actor, workflow: WorkflowEntity, from: WorkflowVersionEntity): WorkflowVersionEntity {
  return Object.assign(new WorkflowVersionEntity(), {
    ...{ id: newId(), workflowId: workflow.id, workspaceId: workflow.workspaceId, version: null },
    ...{ kind: 'restored' as const, document: workflow.draft, hash: workflow.draftHash, note: null },
    ...{ name: null, sourceVersionId: from.id, createdBy: actor.userId },
  });
}
