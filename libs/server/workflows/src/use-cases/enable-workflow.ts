import type { Actor } from '@millrace/server-identity';
import { sqlClientOf } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { LiveChanges } from '../live-changes';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { WorkflowVersions } from '../workflow-versions';
import { notPublished } from '../workflows.errors';

/** Lets the triggers of a published workflow fire. */
@Injectable()
export class EnableWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly versions: WorkflowVersions,
    private readonly live: LiveChanges,
  ) {}

  /** Enabling an enabled one changes nothing. @throws DomainError `NOT_FOUND`, `WORKFLOW_NOT_PUBLISHED` */
  enable(actor: Actor, workflowId: string): Promise<WorkflowEntity> {
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      if (!workflow.publishedVersionId) throw notPublished();
      if (workflow.enabled) return workflow;
      const document = await this.versions.load(workflow.publishedVersionId, sqlClientOf(em));
      const updated = await this.store.update(em, workflow, { enabled: true });
      await this.live.published(em, updated, document);
      return updated;
    });
  }
}
