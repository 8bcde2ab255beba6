import type { Actor } from '@millrace/server-identity';
import { toExchange, type JsonObject, type WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WorkflowStore } from '../persistence/workflow.store';

/** The form of an exported document: as it is stored, or the one that other tools of the family read. */
export type ExportForm = 'document' | 'exchange';

/** What to export. */
export interface ExportRequest {
  /** The draft when absent. */
  readonly versionId?: string;
  /** `document` when absent. */
  readonly form?: ExportForm;
}

/** Gives a workflow as a document that can be imported elsewhere. Documents hold no secrets: those are kept apart. */
@Injectable()
export class ExportWorkflow {
  constructor(private readonly store: WorkflowStore) {}

  /** @throws DomainError `NOT_FOUND` */
  async export(
    actor: Actor,
    workflowId: string,
    { versionId, form = 'document' }: ExportRequest = {},
  ): Promise<WorkflowDocument | JsonObject> {
    const workflow = await this.store.find(actor, workflowId);
    const document = versionId ? (await this.store.version(actor, workflowId, versionId)).document : workflow.draft;
    return form === 'exchange' ? toExchange(document) : document;
  }
}
