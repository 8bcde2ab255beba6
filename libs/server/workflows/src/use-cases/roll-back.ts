import type { Actor } from '@millrace/server-identity';
import { conflict } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from '../document-checks';
import { LiveChanges } from '../live-changes';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';

/** Puts a version that was live before live again. The draft stays as it is. */
@Injectable()
export class RollBack {
  constructor(
    private readonly store: WorkflowStore,
    private readonly documents: DocumentChecks,
    private readonly live: LiveChanges,
  ) {}

  /**
   * A disabled workflow stays disabled.
   * @throws DomainError `NOT_FOUND`, `VERSION_NOT_PUBLISHED` for snapshots of drafts
   * @throws WorkflowInvalidError when this installation can no longer run the version
   */
  async rollBack(actor: Actor, workflowId: string, versionId: string): Promise<WorkflowEntity> {
    const version = await this.store.version(actor, workflowId, versionId);
    if (version.kind !== 'published') {
      throw conflict(
        'VERSION_NOT_PUBLISHED',
        'This version was only run as a draft. Restore it into the draft and publish.',
      );
    }
    await this.documents.requirePublishable(actor, version.document);
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      if (workflow.publishedVersionId === version.id) return workflow;
      const updated = await this.store.update(em, workflow, { publishedVersionId: version.id });
      await this.live.published(em, updated, version.document);
      return updated;
    });
  }
}
