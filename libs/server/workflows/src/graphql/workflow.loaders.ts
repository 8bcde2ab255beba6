import { Transactions } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { In, type ObjectLiteral } from 'typeorm';
import { WorkflowVersionEntity } from '../persistence/workflow-version.entity';
import { WorkflowEntity } from '../persistence/workflow.entity';

/** A row and the workspace that it must belong to. */
export interface ScopedId {
  readonly workspaceId: string;
  readonly id: string;
}

/** Gathers what the rows of a list ask for one by one. Nothing is kept: loaders live as long as the process. */
@Injectable()
export class WorkflowLoaders {
  /** A version without its document. */
  readonly versions = loader((keys) => this.findVersions(keys));
  /** A workflow without its draft, also from the bin. */
  readonly workflows = loader((keys) => this.findWorkflows(keys));
  /** The draft's document. */
  readonly drafts = loader((keys) => this.findDrafts(keys));

  constructor(private readonly transactions: Transactions) {}

  private findVersions(keys: readonly ScopedId[]): Promise<WorkflowVersionEntity[]> {
    return this.transactions.entities.findBy(WorkflowVersionEntity, within(keys));
  }

  private findWorkflows(keys: readonly ScopedId[]): Promise<WorkflowEntity[]> {
    return this.transactions.entities.findBy(WorkflowEntity, within(keys));
  }

  private async findDrafts(keys: readonly ScopedId[]): Promise<(ScopedId & { document: WorkflowDocument })[]> {
    const workflows = await this.transactions.entities
      .createQueryBuilder(WorkflowEntity, 'workflow')
      .select(['workflow.id', 'workflow.workspaceId', 'workflow.draft'])
      .where(within(keys) as ObjectLiteral)
      .getMany();
    return workflows.map(({ id, workspaceId, draft }) => ({ id, workspaceId, document: draft }));
  }
}

function loader<Row extends ScopedId>(
  find: (keys: readonly ScopedId[]) => Promise<Row[]>,
): DataLoader<ScopedId, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await find(keys)).map((row) => [`${row.workspaceId}/${row.id}`, row]));
      return keys.map(({ workspaceId, id }) => rows.get(`${workspaceId}/${id}`) ?? null);
    },
    { cache: false, maxBatchSize: 100 },
  );
}

function within(keys: readonly ScopedId[]): { id: ReturnType<typeof In>; workspaceId: ReturnType<typeof In> } {
  return {
    id: In(keys.map(({ id }) => id)),
    workspaceId: In([...new Set(keys.map(({ workspaceId }) => workspaceId))]),
  };
}
