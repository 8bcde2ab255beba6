import type { Actor } from '@millrace/server-identity';
import { sqlClientOf } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { LiveChanges } from '../live-changes';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { WorkflowVersions } from '../workflow-versions';

/** Puts workflows into the bin and takes them out again. Running executions go on; history stays. */
@Injectable()
export class DeleteWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly versions: WorkflowVersions,
    private readonly live: LiveChanges,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also when it is in the bin already */
  delete(actor: Actor, workflowId: string): Promise<WorkflowEntity> {
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      const updated = await this.store.update(em, workflow, { deletedAt: new Date() });
      await this.live.deleted(em, updated);
      return updated;
    });
  }

  /** Undo: live and enabled again if it was. @throws DomainError `NOT_FOUND` when it is not in the bin */
  restoreDeleted(actor: Actor, workflowId: string): Promise<WorkflowEntity> {
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId, 'deleted');
      const updated = await this.store.update(em, workflow, { deletedAt: null });
      if (updated.publishedVersionId) {
        await this.live.published(em, updated, await this.versions.load(updated.publishedVersionId, sqlClientOf(em)));
      }
      return updated;
    });
  }
}
