import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { copyName } from '../rules/copy-name';
import { UNPUBLISHED_VERSION } from '../rules/next-version';
import { CreateWorkflow } from './create-workflow';

/** Makes a new, unpublished workflow out of the draft of another. */
@Injectable()
export class DuplicateWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly creation: CreateWorkflow,
  ) {}

  /** Named "… (copy)" unless `name` says otherwise. @throws DomainError `NOT_FOUND` */
  async duplicate(actor: Actor, workflowId: string, name?: string): Promise<WorkflowEntity> {
    const { draft } = await this.store.find(actor, workflowId);
    const document = { ...draft, id: newId(), name: name ?? copyName(draft.name), version: UNPUBLISHED_VERSION };
    const { workflow } = await this.creation.create(actor, document);
    return workflow;
  }
}
