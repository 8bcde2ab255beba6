import type { Actor } from '@millrace/server-identity';
import { Bell, sqlClientOf, Transactions } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentChecks } from '../document-checks';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowStore } from '../persistence/workflow.store';
import { EDITOR_CHANNEL, type EditorNotice } from '../presence/editor-presence';
import { draftColumns } from '../rules/draft-columns';
import { requireRevision } from '../rules/require-revision';

/** How a draft becomes another one. */
export interface DraftEdit {
  /** Revision that the caller has seen; without it the edit applies to whatever is there. */
  readonly expectedRevision?: number;
  /** Gives the next draft, in any form that can be read as a document. */
  readonly change: (draft: WorkflowDocument) => unknown;
  /** Called in the same transaction once the draft is another one. */
  readonly onChanged?: (em: EntityManager, workflow: WorkflowEntity) => Promise<void>;
}

/** Changes a draft under its lock: everything that writes drafts goes through here. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WorkflowStore,
    private readonly documents: DocumentChecks,
    private readonly bell: Bell,
  ) {}

  /**
   * The revision rises unless nothing changes. Id and version of the document stay the server's.
   * @throws WorkflowConflictError when the draft is not at `expectedRevision`
   * @throws WorkflowInvalidError when the outcome cannot be stored
   * @throws DomainError `NOT_FOUND`
   */
  edit(actor: Actor, workflowId: string, edit: DraftEdit): Promise<WorkflowEntity> {
    return this.transactions.run((em) => this.editIn(em, actor, workflowId, edit));
  }

  private async editIn(
    em: EntityManager,
    actor: Actor,
    workflowId: string,
    { expectedRevision, change, onChanged }: DraftEdit,
  ): Promise<WorkflowEntity> {
    const workflow = await this.store.lock(em, actor, workflowId);
    requireRevision(workflow, expectedRevision);
    const { id, version } = workflow.draft;
    const { document } = this.documents.read(change(workflow.draft), { id, version });
    const columns = draftColumns(document);
    if (columns.draftHash === workflow.draftHash) return workflow;
    await this.documents.requireMayUse(actor, document, workflow.draft);
    const updated = await this.store.update(em, workflow, {
      ...columns,
      draftRevision: workflow.draftRevision + 1,
      draftSavedBy: actor.userId,
      draftSavedAt: new Date(),
    });
    const notice: EditorNotice = { kind: 'saved', workflowId };
    await this.bell.ring(EDITOR_CHANNEL, JSON.stringify(notice), sqlClientOf(em));
    await onChanged?.(em, updated);
    return updated;
  }
}
