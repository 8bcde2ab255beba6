import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import { LiveChanges } from '../live-changes';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';

/** Keeps the triggers of a workflow from firing; people can still run it, and running executions go on. */
@Injectable()
export class DisableWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly live: LiveChanges,
  ) {}

  /** Disabling a disabled one changes nothing. @throws DomainError `NOT_FOUND` */
  disable(actor: Actor, workflowId: string): Promise<WorkflowEntity> {
    return this.live.within(workflowId, async (em) => {
      const workflow = await this.store.lock(em, actor, workflowId);
      if (!workflow.enabled) return workflow;
      const updated = await this.store.update(em, workflow, { enabled: false });
      await this.live.disabled(em, updated);
      return updated;
    });
  }
}
