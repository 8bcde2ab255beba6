import type { Actor } from '@millrace/server-identity';
import { Transactions } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { readVersionName } from '../rules/version-texts';

/** Gives a version a name for people, or takes it away. Nothing else of a version ever changes. */
@Injectable()
export class RenameVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WorkflowStore,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `INVALID_NAME` */
  async rename(
    actor: Actor,
    workflowId: string,
    versionId: string,
    name: string | null,
  ): Promise<WorkflowVersionEntity> {
    const given = readVersionName(name ?? undefined);
    const version = await this.store.version(actor, workflowId, versionId);
    await this.transactions.entities.update(WorkflowVersionEntity, { id: version.id }, { name: given });
    return Object.assign(version, { name: given });
  }
}
