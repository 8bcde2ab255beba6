import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';

/** One workflow with its draft. */
@Injectable()
export class GetWorkflow {
  constructor(private readonly store: WorkflowStore) {}

  /** @throws DomainError `NOT_FOUND`, also for ids of other workspaces and of deleted workflows */
  get(actor: Actor, workflowId: string): Promise<WorkflowEntity> {
    return this.store.find(actor, workflowId);
  }
}
