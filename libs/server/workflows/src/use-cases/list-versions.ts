import type { Actor } from '@millrace/server-identity';
import { cursorOf, pageSizeOf, Transactions } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { WorkflowVersionEntity, type HistoryKind } from '../persistence/workflow-version.entity';
import { WorkflowEntity } from '../persistence/workflow.entity';
import { cursorParts } from '../rules/cursor-parts';
import { workflowNotFound } from '../workflows.errors';

/** Which part of the history. */
export interface VersionListRequest {
  /** 1 to 100; 20 when absent. */
  readonly first?: number | null;
  readonly after?: string | null;
  /** What was published when absent. */
  readonly kinds?: readonly HistoryKind[] | null;
}

/** A version without its document, and where it stands in the list. */
export interface ListedVersion {
  readonly version: WorkflowVersionEntity;
  readonly cursor: string;
}

/** Part of a history, newest first. */
export interface VersionPage {
  readonly items: readonly ListedVersion[];
  readonly hasNextPage: boolean;
}

/** The versions of a workflow: what was published, kept and restored. */
@Injectable()
export class ListVersions {
  constructor(private readonly transactions: Transactions) {}

  /** Index: workflow_version_timeline. @throws DomainError `NOT_FOUND`, `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async list(actor: Actor, workflowId: string, request: VersionListRequest = {}): Promise<VersionPage> {
    const size = pageSizeOf(request.first);
    await this.requireWorkflow(actor, workflowId);
    const query = this.transactions.entities
      .createQueryBuilder(WorkflowVersionEntity, 'version')
      .where('version.workflow_id = :workflowId', { workflowId })
      .andWhere('version.workspace_id = :workspaceId', { workspaceId: actor.workspaceId })
      // The list is the condition of the index; the wanted kinds are checked along the way.
      .andWhere("version.kind IN ('published', 'checkpoint', 'restored')")
      .andWhere('version.kind = ANY(:kinds)', { kinds: request.kinds ?? ['published'] })
      .orderBy('version.created_at', 'DESC')
      .addOrderBy('version.id', 'DESC')
      .limit(size + 1);
    if (request.after) {
      query.andWhere(
        '(version.created_at, version.id) < (CAST(:value AS timestamptz), CAST(:id AS uuid))',
        cursorParts(request.after, 'versions', 'time'),
      );
    }
    const versions = await query.getMany();
    const items = versions.slice(0, size).map((version) => ({
      version,
      cursor: cursorOf(['versions', version.createdAt.toISOString(), version.id]),
    }));
    return { items, hasNextPage: versions.length > size };
  }

  private async requireWorkflow(actor: Actor, workflowId: string): Promise<void> {
    if (!isUuid(workflowId)) throw workflowNotFound(workflowId);
    const exists = await this.transactions.entities
      .createQueryBuilder(WorkflowEntity, 'workflow')
      .where({ id: workflowId, workspaceId: actor.workspaceId })
      .andWhere('workflow.deleted_at IS NULL')
      .getExists();
    if (!exists) throw workflowNotFound(workflowId);
  }
}
