import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentChecks } from '../document-checks';
import { LiveChanges } from '../live-changes';
import { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { PublishGates } from '../publish-gate';
import { contentHash } from '../rules/document-hash';
import { nextVersion, type VersionBump } from '../rules/next-version';
import { requireRevision } from '../rules/require-revision';
import { readVersionName, requireStorableNote } from '../rules/version-texts';

/** How to publish. */
export interface PublishRequest {
  /** Part of the version that rises; a patch when absent. */
  readonly bump?: VersionBump;
  /** What changed, for people; at most 2,000 characters. */
  readonly note?: string;
  /** Name of the version, for people; at most 100 characters. */
  readonly name?: string;
  /** Revision that the caller has seen; without it whatever is there is published. */
  readonly expectedRevision?: number;
}

/** Makes the draft an immutable version and puts it live. */
@Injectable()
export class PublishWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly documents: DocumentChecks,
    private readonly live: LiveChanges,
    private readonly gates: PublishGates,
  ) {}

  /**
   * The first publication enables the workflow. Publishing again what is live, without a bump, changes nothing.
   * @throws WorkflowInvalidError when the draft has errors; WorkflowConflictError; DomainError `NOT_FOUND`
   * @throws whatever a PublishGate refuses the draft with; a draft that changes meanwhile is a conflict
   * @throws whatever a PublishListener refuses the version with; then nothing is published
   */
  async publish(actor: Actor, workflowId: string, request: PublishRequest = {}): Promise<WorkflowEntity> {
    requireStorableNote(request.note);
    readVersionName(request.name);
    const candidate = await this.store.find(actor, workflowId);
    const { draft: document, draftHash: hash, draftRevision } = candidate;
    await this.gates.check(actor, { workflowId, document, hash });
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      requireRevision(workflow, request.expectedRevision);
      if (workflow.draftHash !== hash) requireRevision(workflow, draftRevision);
      await this.documents.requirePublishable(actor, workflow.draft);
      if (!request.bump && (await this.isLive(em, workflow))) return workflow;
      const version = await this.insertVersion(em, actor, { workflow, request });
      const updated = await this.store.update(em, workflow, {
        draft: version.document,
        publishedVersionId: version.id,
        enabled: workflow.publishedVersionId === null || workflow.enabled,
      });
      await this.live.published(em, updated, version.document);
      return updated;
    });
  }

  private isLive(em: EntityManager, workflow: WorkflowEntity): Promise<boolean> {
    if (!workflow.publishedVersionId) return Promise.resolve(false);
    return em.existsBy(WorkflowVersionEntity, { id: workflow.publishedVersionId, hash: workflow.draftHash });
  }

  private async insertVersion(
    em: EntityManager,
    actor: Actor,
    { workflow, request }: { workflow: WorkflowEntity; request: PublishRequest },
  ): Promise<WorkflowVersionEntity> {
    const latest = await this.latestNumber(em, workflow);
    const number = nextVersion(latest ?? workflow.draft.version, request.bump);
    const document: WorkflowDocument = { ...workflow.draft, version: number };
    const version = Object.assign(new WorkflowVersionEntity(), {
      id: newId(),
      workflowId: workflow.id,
      workspaceId: workflow.workspaceId,
      version: number,
      kind: 'published' as const,
      document,
      hash: contentHash(document),
      note: request.note ?? null,
      name: readVersionName(request.name),
      createdBy: actor.userId,
    });
    await this.store.insertVersion(em, version);
    return version;
  }

  /** Numbers only rise, so the newest is the highest. Index: workflow_version_history. */
  private async latestNumber(em: EntityManager, workflow: WorkflowEntity): Promise<string | null> {
    const newest = await em.findOne(WorkflowVersionEntity, {
      where: { workflowId: workflow.id, kind: 'published' },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return newest?.version ?? null;
  }
}
