import { Sandbox, type Actor } from '@millrace/server-identity';
import { newId, sqlClientOf, Transactions } from '@millrace/server-platform';
import type { Problem } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DocumentChecks, type ReadDocument } from '../document-checks';
import { WorkflowEntity } from '../persistence/workflow.entity';
import { newWorkflow, WorkflowStore } from '../persistence/workflow.store';

/** A workflow that came to be, and what its document's form says against it. */
export interface CreatedWorkflow {
  readonly workflow: WorkflowEntity;
  readonly problems: readonly Problem[];
}

/** Stores a document as the draft of a new workflow. */
@Injectable()
export class CreateWorkflow {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WorkflowStore,
    private readonly documents: DocumentChecks,
    @Optional() private readonly sandbox?: Sandbox,
  ) {}

  /**
   * Takes our own or the exchange form. The document's id becomes the workflow's when it is a free UUID; otherwise a new
   * one is made.
   * @throws WorkflowInvalidError when it cannot be stored; it need not be able to run
   */
  async create(actor: Actor, input: unknown): Promise<CreatedWorkflow> {
    const { document, problems } = this.documents.read(input);
    const workflow = await this.insert(actor, { document, problems });
    return { workflow, problems };
  }

  /** Stores a document that was read before. */
  async insert(actor: Actor, { document }: ReadDocument): Promise<WorkflowEntity> {
    await this.documents.requireMayUse(actor, document);
    return this.transactions.run(async (em) => {
      await this.requireRoom(em, actor.workspaceId);
      const id = await this.freeId(em, document.id);
      return this.store.insert(em, newWorkflow(id, actor, { ...document, id }));
    });
  }

  /** Those in the bin count: they take room until they are gone. @throws DomainError `GUEST_LIMIT_REACHED` */
  private async requireRoom(em: EntityManager, workspaceId: string): Promise<void> {
    if (!this.sandbox?.isOn) return;
    const count = 1 + (await em.countBy(WorkflowEntity, { workspaceId }));
    await this.sandbox.requireRoom(sqlClientOf(em), { workspaceId, what: 'workflows', count });
  }

  private async freeId(em: EntityManager, wanted: string): Promise<string> {
    if (!isUuid(wanted)) return newId();
    // Whoever holds the id, here or in another workspace, nobody learns of it: the caller just gets another one.
    const taken = await em.existsBy(WorkflowEntity, { id: wanted.toLowerCase() });
    return taken ? newId() : wanted.toLowerCase();
  }
}
