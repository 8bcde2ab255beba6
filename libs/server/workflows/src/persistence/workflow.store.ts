import { Transactions } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { IsNull, type EntityManager } from 'typeorm';
import { draftColumns, type DraftColumns } from '../rules/draft-columns';
import { versionNotFound, workflowNotFound } from '../workflows.errors';
import { WorkflowVersionEntity } from './workflow-version.entity';
import { WorkflowEntity } from './workflow.entity';

/** Whose rows may be seen. Every query carries it. */
export interface Scope {
  readonly workspaceId: string;
}

/** Which rows `find` and `lock` look among. */
export type Presence = 'present' | 'deleted';

/** Columns that change; `updatedAt` follows by itself. */
export type WorkflowChange = Partial<
  DraftColumns &
    Pick<
      WorkflowEntity,
      'draftRevision' | 'draftSavedBy' | 'draftSavedAt' | 'publishedVersionId' | 'enabled' | 'deletedAt'
    >
>;

/** Rows of workflows and their versions, for everything that is not on the hot path. */
@Injectable()
export class WorkflowStore {
  constructor(private readonly transactions: Transactions) {}

  /** One workflow with its draft. @throws DomainError `NOT_FOUND` */
  find(scope: Scope, workflowId: string): Promise<WorkflowEntity> {
    return this.one(this.transactions.entities, scope, workflowId, 'present');
  }

  /** Where its draft stands, without the draft; undefined when there is no such workflow. */
  async draftStanding(
    { workspaceId }: Scope,
    id: string,
  ): Promise<Pick<WorkflowEntity, 'draftRevision' | 'draftSavedBy'> | undefined> {
    if (!isUuid(id)) return undefined;
    const found = await this.transactions.entities.findOne(WorkflowEntity, {
      select: { id: true, draftRevision: true, draftSavedBy: true },
      where: { id, workspaceId, deletedAt: IsNull() },
    });
    return found ?? undefined;
  }

  /** The same, kept from changing until the transaction ends. @throws DomainError `NOT_FOUND` */
  lock(em: EntityManager, scope: Scope, workflowId: string, presence: Presence = 'present'): Promise<WorkflowEntity> {
    return this.one(em, scope, workflowId, presence);
  }

  /** One version of one workflow with its document. @throws DomainError `NOT_FOUND` */
  async version(scope: Scope, workflowId: string, versionId: string): Promise<WorkflowVersionEntity> {
    if (!isUuid(versionId) || !isUuid(workflowId)) throw versionNotFound(versionId);
    const version = await this.transactions.entities
      .createQueryBuilder(WorkflowVersionEntity, 'version')
      .addSelect('version.document')
      .where({ id: versionId, workflowId, workspaceId: scope.workspaceId })
      .getOne();
    if (!version) throw versionNotFound(versionId);
    return version;
  }

  /** One version of whatever workflow of the workspace, without its document. @throws DomainError `NOT_FOUND` */
  async versionById({ workspaceId }: Scope, versionId: string): Promise<WorkflowVersionEntity> {
    if (!isUuid(versionId)) throw versionNotFound(versionId);
    const version = await this.transactions.entities.findOneBy(WorkflowVersionEntity, { id: versionId, workspaceId });
    if (!version) throw versionNotFound(versionId);
    return version;
  }

  async insert(em: EntityManager, workflow: WorkflowEntity): Promise<WorkflowEntity> {
    await em.insert(WorkflowEntity, workflow as object);
    return this.one(em, workflow, workflow.id, 'present');
  }

  async insertVersion(em: EntityManager, version: WorkflowVersionEntity): Promise<void> {
    await em.insert(WorkflowVersionEntity, version as object);
  }

  /** Writes `change` and answers the workflow as it is now. The row must be locked. */
  async update(em: EntityManager, workflow: WorkflowEntity, change: WorkflowChange): Promise<WorkflowEntity> {
    const result = await em
      .createQueryBuilder()
      .update(WorkflowEntity)
      .set({ ...(change as object), updatedAt: () => 'clock_timestamp()' })
      .where({ id: workflow.id, workspaceId: workflow.workspaceId })
      .returning(['updatedAt'])
      .execute();
    const [row] = result.raw as { updated_at: Date }[];
    return Object.assign(workflow, change, { updatedAt: row?.updated_at ?? workflow.updatedAt });
  }

  private async one(em: EntityManager, scope: Scope, workflowId: string, presence: Presence): Promise<WorkflowEntity> {
    if (!isUuid(workflowId)) throw workflowNotFound(workflowId);
    const query = em
      .createQueryBuilder(WorkflowEntity, 'workflow')
      .addSelect('workflow.draft')
      .where({ id: workflowId, workspaceId: scope.workspaceId })
      .andWhere(presence === 'present' ? 'workflow.deleted_at IS NULL' : 'workflow.deleted_at IS NOT NULL');
    const workflow = await (em.queryRunner ? query.setLock('pessimistic_write') : query).getOne();
    if (!workflow) throw workflowNotFound(workflowId);
    return workflow;
  }
}

/** A row for a new workflow that nobody has published yet. */
export function newWorkflow(
  id: string,
  owner: Scope & { userId: string },
  draft: DraftColumns['draft'],
): WorkflowEntity {
  return Object.assign(new WorkflowEntity(), draftColumns(draft), {
    id,
    workspaceId: owner.workspaceId,
    draftSavedBy: owner.userId,
    createdBy: owner.userId,
  });
}
