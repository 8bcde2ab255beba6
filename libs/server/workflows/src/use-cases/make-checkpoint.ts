import type { Actor } from '@millrace/server-identity';
import { newId, Transactions } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { requireRevision } from '../rules/require-revision';
import { readVersionName, requireStorableNote } from '../rules/version-texts';

/** What a checkpoint is kept with. */
export interface CheckpointRequest {
  /** At most 100 characters. */
  readonly name?: string;
  /** At most 2,000 characters. */
  readonly note?: string;
  /** Revision that the caller has seen; without it whatever is there is kept. */
  readonly expectedRevision?: number;
}

/** Keeps the draft as it is as an immutable version that nothing runs. It need not be able to run. */
@Injectable()
export class MakeCheckpoint {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WorkflowStore,
  ) {}

  /**
   * Without name and note, a draft that equals the newest version of the history is not kept again: that one is answered.
   * @throws WorkflowConflictError; DomainError `NOT_FOUND`, `INVALID_NOTE`, `INVALID_NAME`
   */
  async checkpoint(actor: Actor, workflowId: string, request: CheckpointRequest = {}): Promise<WorkflowVersionEntity> {
    const { note } = request;
    requireStorableNote(note);
    const name = readVersionName(request.name);
    return this.transactions.run(async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      requireRevision(workflow, request.expectedRevision);
      const newest = name === null && !note ? await this.newest(em, workflow) : null;
      if (newest?.hash === workflow.draftHash) return newest;
      const kept = Object.assign(new WorkflowVersionEntity(), {
        ...{ id: newId(), workflowId, workspaceId: workflow.workspaceId, version: null, kind: 'checkpoint' as const },
        ...{ document: workflow.draft, hash: workflow.draftHash, note: note ?? null, name },
        createdBy: actor.userId,
      });
      await this.store.insertVersion(em, kept);
      return em.findOneByOrFail(WorkflowVersionEntity, { id: kept.id });
    });
  }

  /** Index: workflow_version_timeline. */
  private newest(em: EntityManager, workflow: WorkflowEntity): Promise<WorkflowVersionEntity | null> {
    return em
      .createQueryBuilder(WorkflowVersionEntity, 'version')
      .where('version.workflow_id = :id', { id: workflow.id })
      .andWhere("version.kind IN ('published', 'checkpoint', 'restored')")
      .orderBy('version.created_at', 'DESC')
      .addOrderBy('version.id', 'DESC')
      .limit(1)
      .getOne();
  }
}
