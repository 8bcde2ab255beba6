import type { Actor } from '@millrace/server-identity';
import { toExchange, type Json, type JsonObject, type WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WorkflowStore } from '../persistence/workflow.store';
import type { PinnedPorts } from '../rules/read-pins';
import { WorkflowCompanions } from '../workflow-companions';
import { WorkflowPins } from '../workflow-pins';

/** The form of an exported document: as it is stored, or the one that other tools of the family read. */
export type ExportForm = 'document' | 'exchange';

/** What to export. */
export interface ExportRequest {
  /** The draft when absent. */
  readonly versionId?: string;
  /** `document` when absent. */
  readonly form?: ExportForm;
  /** Keeps the ids of accounts in the exchange form, which mean something in this installation only. */
  readonly includeCredentials?: boolean;
  /** Adds `pins`: the pinned outputs of the draft by node id. Versions have none. */
  readonly includePins?: boolean;
  /** Adds what other rooms keep with the workflow, such as `tests`. */
  readonly includeTests?: boolean;
}

/** A document with the pinned outputs of its draft, as a test fixture; importing it pins them again. */
export type DocumentWithPins = WorkflowDocument & { readonly pins: Readonly<Record<string, PinnedPorts>> };

/** Gives a workflow as a document that can be imported elsewhere. Documents hold no secrets: those are kept apart. */
@Injectable()
export class ExportWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly pins: WorkflowPins,
    private readonly companions: WorkflowCompanions,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async export(
    actor: Actor,
    workflowId: string,
    request: ExportRequest = {},
  ): Promise<WorkflowDocument | DocumentWithPins | JsonObject> {
    const { versionId, form = 'document', includePins = false, includeTests = false, includeCredentials } = request;
    const workflow = await this.store.find(actor, workflowId);
    const document = versionId ? (await this.store.version(actor, workflowId, versionId)).document : workflow.draft;
    const plain = form === 'exchange' ? toExchange(document, { credentialIds: includeCredentials ?? false }) : document;
    const exported = includeTests ? { ...plain, ...(await this.companions.export(actor, workflowId)) } : plain;
    if (!includePins || versionId) return exported;
    const pins = Object.fromEntries(await this.pins.pinsOf(actor, workflowId)) as Record<string, Json>;
    return { ...exported, pins } as DocumentWithPins | JsonObject;
  }
}
