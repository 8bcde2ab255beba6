import type { Actor } from '@millrace/server-identity';
import { diffDocuments, type DocumentDiff, type WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WorkflowStore } from '../persistence/workflow.store';

/** Two states of a workflow; the draft where no version is named. */
export interface VersionPair {
  readonly from?: string;
  readonly to?: string;
}

/** What changed between two versions of one workflow, or a version and the draft. */
@Injectable()
export class DiffVersions {
  constructor(private readonly store: WorkflowStore) {}

  /** @throws DomainError `NOT_FOUND` */
  async diff(actor: Actor, workflowId: string, { from, to }: VersionPair): Promise<DocumentDiff> {
    const { draft } = await this.store.find(actor, workflowId);
    const documentOf = async (versionId?: string): Promise<WorkflowDocument> =>
      versionId ? (await this.store.version(actor, workflowId, versionId)).document : draft;
    return diffDocuments(await documentOf(from), await documentOf(to));
  }
}
