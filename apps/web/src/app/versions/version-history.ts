import { computed, inject, Injectable, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, type ApiError } from '@millrace/web-api';
import {
  DraftDocumentDocument,
  VersionDocumentDocument,
  VersionRenameDocument,
  VersionRestoreDocument,
  VersionRollBackDocument,
  WorkflowHistoryDocument,
} from '@millrace/web-api/graphql';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { DRAFT, draftEntryOf, versionEntryOf, type VersionEntry } from './version-entry';

/** The history of one workflow: what was kept, published and restored, and what can be done with it. */
@Injectable()
export class VersionHistory {
  private readonly api = inject(GraphqlApi);
  private readonly listed = signal<readonly VersionEntry[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly refused = signal<ApiError | null>(null);
  private readonly title = signal('');
  private readonly revision = signal(0);
  private readonly documents = new Map<string, Promise<WorkflowDocument>>();
  private workflowId = '';
  readonly entries = this.listed.asReadonly();
  readonly status = this.state.asReadonly();
  readonly error = this.refused.asReadonly();
  readonly workflowName = this.title.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  /** Reads the newest page. */
  async open(workflowId: string): Promise<void> {
    this.workflowId = workflowId;
    this.documents.clear();
    try {
      const { workflow } = await this.api.query(WorkflowHistoryDocument, { id: workflowId });
      const liveId = workflow.publishedVersion?.id;
      const { nodes, pageInfo } = workflow.versions;
      this.title.set(workflow.name);
      this.revision.set(workflow.draft.revision);
      this.listed.set([draftEntryOf(workflow.draft.savedAt), ...nodes.map((one) => versionEntryOf(one, liveId))]);
      this.cursor.set(pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null);
      this.refused.set(null);
      this.state.set('ready');
    } catch (thrown) {
      this.refused.set(apiErrorOf(thrown));
      this.state.set('failed');
    }
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const after = this.cursor();
    if (after === null) return;
    this.cursor.set(null);
    try {
      const { workflow } = await this.api.query(WorkflowHistoryDocument, { id: this.workflowId, after });
      const { nodes, pageInfo } = workflow.versions;
      const entries = nodes.map((one) => versionEntryOf(one, workflow.publishedVersion?.id));
      this.listed.update((before) => [...before, ...entries]);
      this.cursor.set(pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null);
    } catch (thrown) {
      this.cursor.set(after);
      this.refused.set(apiErrorOf(thrown));
    }
  }

  entry(id: string): VersionEntry | undefined {
    return this.listed().find((one) => one.id === id);
  }

  /** The document of a version, or of the draft. @throws ApiError */
  document(id: string): Promise<WorkflowDocument> {
    const key = id === DRAFT ? `${DRAFT} ${this.revision()}` : id;
    const known = this.documents.get(key);
    if (known) return known;
    const reading = id === DRAFT ? this.draft() : this.version(id);
    this.documents.set(key, reading);
    reading.catch(() => this.documents.delete(key));
    return reading;
  }

  /** Puts a version into the draft. @throws ApiError */
  async restore(versionId: string): Promise<void> {
    const variables = { id: this.workflowId, input: { versionId } };
    accepted((await this.api.mutate(VersionRestoreDocument, variables)).workflowRestore);
    await this.open(this.workflowId);
  }

  /** Puts a published version live again. @throws ApiError */
  async makeLive(versionId: string): Promise<void> {
    accepted((await this.api.mutate(VersionRollBackDocument, { id: this.workflowId, versionId })).workflowRollBack);
    await this.open(this.workflowId);
  }

  /** Names a version; an empty name takes it away. @throws ApiError */
  async rename(versionId: string, name: string): Promise<void> {
    const variables = { workflowId: this.workflowId, versionId, name };
    accepted((await this.api.mutate(VersionRenameDocument, variables)).workflowVersionRename);
    await this.open(this.workflowId);
  }

  private async draft(): Promise<WorkflowDocument> {
    const { workflow } = await this.api.query(DraftDocumentDocument, { id: this.workflowId });
    return workflow.draft.document as unknown as WorkflowDocument;
  }

  private async version(id: string): Promise<WorkflowDocument> {
    const { workflowVersion } = await this.api.query(VersionDocumentDocument, { id }, { from: 'cached' });
    return workflowVersion.document as unknown as WorkflowDocument;
  }
}
