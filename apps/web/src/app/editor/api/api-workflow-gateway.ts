import { inject, Injectable } from '@angular/core';
import { apiErrorOf, GraphqlApi } from '@millrace/web-api';
import type { EditorWorkflowQuery, FailureFragment } from '@millrace/web-api/graphql';
import {
  EditorPublishDocument,
  EditorWorkflowDocument,
  WorkflowCheckpointDocument,
  WorkflowPinRemoveDocument,
  WorkflowPinSetDocument,
} from '@millrace/web-api/graphql/canvas';
import { WorkflowSaveDraftDocument, WorkflowValidationDocument } from '@millrace/web-api/graphql/editor';
import { WorkflowDisableDocument, WorkflowEnableDocument } from '@millrace/web-api/graphql/workflows';
import type {
  CheckpointOutcome,
  CheckpointRequest,
  LoadedWorkflow,
  PinnedPorts,
  PinRefusal,
  PublishOutcome,
  PublishRequest,
  PublishedVersion,
  SaveOutcome,
  WorkflowGateway,
} from '@millrace/web-canvas';
import type { Problem, WorkflowDocument } from '@millrace/workflow-model';

type Detail = EditorWorkflowQuery['workflow'];
type Published = NonNullable<Detail['publishedVersion']>;

/** Drafts, kept by the server. */
@Injectable({ providedIn: 'root' })
export class ApiWorkflowGateway implements WorkflowGateway {
  readonly #api = inject(GraphqlApi);

  async load(workflowId: string): Promise<LoadedWorkflow> {
    const { workflow } = await this.#api.query(EditorWorkflowDocument, { id: workflowId });
    const published = publishedOf(workflow.publishedVersion);
    return {
      workflowId,
      document: documentOf(workflow.draft.document),
      revision: workflow.draft.revision,
      savedAt: workflow.draft.savedAt,
      enabled: workflow.enabled,
      pins: Object.fromEntries(workflow.pins.map(({ nodeId, ports }) => [nodeId, ports as PinnedPorts])),
      ...(published && { published }),
    };
  }

  async saveDraft(workflowId: string, document: WorkflowDocument, expectedRevision: number): Promise<SaveOutcome> {
    const input = { document, expectedRevision };
    const saved = await this.#asked(() => this.#api.mutate(WorkflowSaveDraftDocument, { id: workflowId, input }));
    if ('kind' in saved) return saved;
    const { workflow, errors } = saved.workflowSaveDraft;
    const [failure] = errors;
    if (failure) return refusalOf(failure);
    return {
      kind: 'saved',
      revision: workflow?.draft.revision ?? expectedRevision + 1,
      ...(workflow && { savedAt: workflow.draft.savedAt }),
    };
  }

  async publish(workflowId: string, { expectedRevision, note, bump }: PublishRequest): Promise<PublishOutcome> {
    const input = {
      expectedRevision,
      ...(note && { note }),
      ...(bump && { bump: bump.toUpperCase() as 'MAJOR' | 'MINOR' | 'PATCH' }),
    };
    const { workflowPublish } = await this.#api.mutate(EditorPublishDocument, { id: workflowId, input });
    const [failure] = workflowPublish.errors;
    if (failure) return refusalOf(failure);
    const published = publishedOf(workflowPublish.workflow?.publishedVersion ?? null);
    return { kind: 'done', enabled: workflowPublish.workflow?.enabled ?? true, ...(published && { published }) };
  }

  async setEnabled(workflowId: string, enabled: boolean): Promise<PublishOutcome> {
    const variables = { id: workflowId };
    const { errors, workflow } = enabled
      ? (await this.#api.mutate(WorkflowEnableDocument, variables)).workflowEnable
      : (await this.#api.mutate(WorkflowDisableDocument, variables)).workflowDisable;
    const [failure] = errors;
    return failure ? refusalOf(failure) : { kind: 'done', enabled: workflow?.enabled ?? enabled };
  }

  async checkpoint(workflowId: string, request: CheckpointRequest): Promise<CheckpointOutcome> {
    const { workflowCheckpoint } = await this.#api.mutate(WorkflowCheckpointDocument, {
      id: workflowId,
      input: request,
    });
    const [failure] = workflowCheckpoint.errors;
    if (failure) return refusalOf(failure);
    return { kind: 'done', ...(workflowCheckpoint.version && { versionId: workflowCheckpoint.version.id }) };
  }

  async validate(workflowId: string): Promise<readonly Problem[]> {
    const { workflowValidate } = await this.#api.query(WorkflowValidationDocument, { id: workflowId });
    return workflowValidate.issues.map(problemOf);
  }

  async savePin(workflowId: string, nodeId: string, ports: PinnedPorts | undefined): Promise<PinRefusal | undefined> {
    const variables = { workflowId, nodeId };
    const asked = await this.#asked(async () =>
      ports === undefined
        ? (await this.#api.mutate(WorkflowPinRemoveDocument, variables)).workflowPinRemove
        : (await this.#api.mutate(WorkflowPinSetDocument, { ...variables, ports })).workflowPinSet,
    );
    const refusal = 'kind' in asked ? asked : asked.errors[0];
    return refusal && { code: refusal.code, message: refusal.message };
  }

  /** What the server refuses for good is an outcome; what may work later is thrown, so that the session tries again. */
  async #asked<T extends object>(ask: () => Promise<T>): Promise<T | Extract<SaveOutcome, { kind: 'refused' }>> {
    try {
      return await ask();
    } catch (thrown) {
      const error = apiErrorOf(thrown);
      if (error.isTransient || error.category === 'INTERNAL') throw error;
      return { kind: 'refused', code: error.code, message: error.message };
    }
  }
}

/** A failure of a payload in the words of the session. */
function refusalOf(failure: FailureFragment): Exclude<PublishOutcome, { kind: 'done' }> {
  if (failure.__typename === 'WorkflowConflict') {
    return { kind: 'conflict', currentRevision: failure.currentRevision, savedBy: failure.savedBy };
  }
  const { code, message } = failure;
  const problems = failure.__typename === 'WorkflowInvalid' ? failure.issues.map(problemOf) : undefined;
  return { kind: 'refused', code, message, ...(problems && { problems }) };
}

type Issue = Extract<FailureFragment, { __typename: 'WorkflowInvalid' }>['issues'][number];

function problemOf(issue: Issue): Problem {
  return {
    code: issue.code,
    message: issue.message,
    severity: issue.severity === 'ERROR' ? 'error' : 'warning',
    ...(issue.nodeId && { nodeId: issue.nodeId }),
    ...(issue.edgeId && { edgeId: issue.edgeId }),
    ...(Array.isArray(issue.path) && { path: issue.path as (string | number)[] }),
    ...(issue.range && { range: issue.range }),
  };
}

function publishedOf(version: Published | null | undefined): PublishedVersion | undefined {
  if (!version) return undefined;
  return {
    versionId: version.id,
    version: version.version ?? '',
    document: documentOf(version.document),
    publishedAt: version.createdAt,
  };
}

/** What the server stores is parsed and complete. */
function documentOf(value: unknown): WorkflowDocument {
  return value as WorkflowDocument;
}
