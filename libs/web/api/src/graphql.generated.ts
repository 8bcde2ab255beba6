// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { TypedDocumentNode } from '@apollo/client';
import type { Json } from '@millrace/workflow-model';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ExecutionFilter = {
  readonly modes?: ReadonlyArray<ExecutionMode> | null | undefined;
  readonly statuses?: ReadonlyArray<ExecutionStatus> | null | undefined;
  readonly workflowId?: string | null | undefined;
};

export type ExecutionMode =
  | 'API'
  | 'EVENT'
  | 'INLINE'
  | 'MANUAL'
  | 'SCHEDULE'
  | 'WEBHOOK';

export type ExecutionSignalInput = {
  readonly correlation?: string | null | undefined;
  readonly name: string;
  readonly payload?: unknown;
};

export type ExecutionStartInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly input?: unknown;
  readonly triggerNodeId?: string | null | undefined;
  readonly version?: string | null | undefined;
};

export type ExecutionStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'FAILED'
  | 'PAUSED'
  | 'PENDING'
  | 'RUNNING'
  | 'WAITING';

export type IssueSeverity =
  | 'ERROR'
  | 'WARNING';

export type NodeCategory =
  | 'ACTION'
  | 'LOGIC'
  | 'OUTPUT'
  | 'TRIGGER';

export type NodeJoin =
  | 'ALL'
  | 'ANY';

export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

export type SignInInput = {
  readonly email: string;
  readonly password: string;
};

export type SignUpInput = {
  readonly email: string;
  readonly name?: string | null | undefined;
  readonly password: string;
};

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type TriggerSource =
  | 'EVENT'
  | 'SCHEDULE'
  | 'WEBHOOK';

export type VersionBump =
  | 'MAJOR'
  | 'MINOR'
  | 'PATCH';

export type WebhookAuth =
  | 'BASIC'
  | 'HMAC'
  | 'NONE'
  | 'TOKEN';

export type WebhookResponseMode =
  | 'IMMEDIATE'
  | 'RESPOND_NODE'
  | 'WHEN_FINISHED';

export type WorkflowCreateInput = {
  readonly document?: unknown;
  readonly name?: string | null | undefined;
};

export type WorkflowExportForm =
  | 'DOCUMENT'
  | 'EXCHANGE';

export type WorkflowImportInput = {
  readonly document: unknown;
  readonly name?: string | null | undefined;
};

export type WorkflowPublishInput = {
  readonly bump?: VersionBump | null | undefined;
  readonly expectedRevision?: number | null | undefined;
  readonly note?: string | null | undefined;
};

export type WorkflowRestoreInput = {
  readonly expectedRevision?: number | null | undefined;
  readonly versionId: string;
};

export type WorkflowSaveDraftInput = {
  readonly document: unknown;
  readonly expectedRevision: number;
};

export type WorkflowSort =
  | 'CREATED'
  | 'NAME'
  | 'UPDATED';

export type WorkflowStatus =
  | 'DELETED'
  | 'DISABLED'
  | 'DRAFT'
  | 'ENABLED';

export type WorkflowVersionKind =
  | 'DRAFT'
  | 'INLINE'
  | 'PUBLISHED';

export type VersionPartsFragment = { readonly id: string, readonly version: string | null, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdAt: string, readonly createdBy: string };

export type WorkflowDetailFragment = { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> };

export type WorkflowByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowByIdQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } };

export type WorkflowVersionsQueryVariables = Exact<{
  workflowId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorkflowVersionsQuery = { readonly workflowVersions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: string | null, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdAt: string, readonly createdBy: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WorkflowDiffQueryVariables = Exact<{
  id: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type WorkflowDiffQuery = { readonly workflowDiff: Json };

export type WorkflowValidationQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowValidationQuery = { readonly workflowValidate: { readonly valid: boolean, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> } };

export type NodeDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type NodeDefinitionsQuery = { readonly nodeDefinitions: ReadonlyArray<{ readonly type: string, readonly version: number, readonly title: string, readonly description: string, readonly category: NodeCategory, readonly aliases: ReadonlyArray<string>, readonly keywords: ReadonlyArray<string>, readonly deprecated: boolean, readonly icon: string | null, readonly docs: string | null, readonly summary: string | null, readonly startsOn: TriggerSource | null, readonly rawParams: ReadonlyArray<string>, readonly paramsSchema: Json, readonly outputSchema: Json | null, readonly timeoutMs: number | null, readonly inputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly outputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly dynamicOutputs: { readonly param: string, readonly idKey: string | null, readonly labelKey: string | null } | null, readonly credentials: ReadonlyArray<{ readonly type: string, readonly required: boolean }>, readonly traits: { readonly branches: boolean, readonly joins: NodeJoin | null, readonly pure: boolean, readonly repeatable: boolean, readonly suspends: boolean, readonly terminal: boolean, readonly trigger: boolean } }> };

export type SchedulePreviewQueryVariables = Exact<{
  config: unknown;
  count?: number | null | undefined;
  timezone?: string | null | undefined;
}>;


export type SchedulePreviewQuery = { readonly schedulePreview: ReadonlyArray<string> };

export type WorkflowSaveDraftMutationVariables = Exact<{
  id: string;
  input: WorkflowSaveDraftInput;
}>;


export type WorkflowSaveDraftMutation = { readonly workflowSaveDraft: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly revision: number, readonly savedAt: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowPublishMutationVariables = Exact<{
  id: string;
  input?: WorkflowPublishInput | null | undefined;
}>;


export type WorkflowPublishMutation = { readonly workflowPublish: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRestoreMutationVariables = Exact<{
  id: string;
  input: WorkflowRestoreInput;
}>;


export type WorkflowRestoreMutation = { readonly workflowRestore: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRollBackMutationVariables = Exact<{
  id: string;
  versionId: string;
}>;


export type WorkflowRollBackMutation = { readonly workflowRollBack: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WebhookSecretIssueMutationVariables = Exact<{
  id: string;
}>;


export type WebhookSecretIssueMutation = { readonly webhookSecretIssue: { readonly secret: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionErrorPartsFragment = { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null };

export type ExecutionRowFragment = { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null };

export type ExecutionListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ExecutionFilter | null | undefined;
}>;


export type ExecutionListQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly workflowName: string, readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExecutionByIdQueryVariables = Exact<{
  id: string;
}>;


export type ExecutionByIdQuery = { readonly execution: { readonly workflowName: string, readonly instanceId: string, readonly document: Json, readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null };

export type ExecutionEventPageQueryVariables = Exact<{
  id: string;
  afterSeq: number;
  first: number;
}>;


export type ExecutionEventPageQuery = { readonly execution: { readonly id: string, readonly eventSeq: number, readonly events: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly type: string, readonly nodeId: string | null, readonly body: Json }> } | null };

export type ExecutionValueQueryVariables = Exact<{
  id: string;
  payloadId: string;
  offset: number;
}>;


export type ExecutionValueQuery = { readonly execution: { readonly id: string, readonly value: { readonly text: string, readonly bytes: number, readonly nextOffset: number | null } } | null };

export type ExecutionEventsSubscriptionVariables = Exact<{
  executionId: string;
  afterSeq: number;
}>;


export type ExecutionEventsSubscription = { readonly executionEvents: { readonly seq: number, readonly at: string, readonly type: string, readonly nodeId: string | null, readonly body: Json } };

export type WorkflowExecutionChangesSubscriptionVariables = Exact<{
  workflowId: string;
}>;


export type WorkflowExecutionChangesSubscription = { readonly workflowExecutions: { readonly workflowName: string, readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } };

export type WorkspaceExecutionChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceExecutionChangesSubscription = { readonly workspaceExecutions: { readonly workflowName: string, readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } };

export type ExecutionStartMutationVariables = Exact<{
  workflowId: string;
  input?: ExecutionStartInput | null | undefined;
}>;


export type ExecutionStartMutation = { readonly executionStart: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionCancelMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ExecutionCancelMutation = { readonly executionCancel: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionTerminateMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ExecutionTerminateMutation = { readonly executionTerminate: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionPauseMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionPauseMutation = { readonly executionPause: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionResumeMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionResumeMutation = { readonly executionResume: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionPurgeMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionPurgeMutation = { readonly executionPurge: { readonly purgedId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionSignalMutationVariables = Exact<{
  id: string;
  input: ExecutionSignalInput;
}>;


export type ExecutionSignalMutation = { readonly executionSignal: { readonly delivered: number | null, readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type IssuePartsFragment = { readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null };

type Failure_UserError_Fragment = { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null };

type Failure_WorkflowConflict_Fragment = { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null };

type Failure_WorkflowInvalid_Fragment = { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> };

export type FailureFragment =
  | Failure_UserError_Fragment
  | Failure_WorkflowConflict_Fragment
  | Failure_WorkflowInvalid_Fragment
;

export type SignedInPartsFragment = { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { readonly signUp: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { readonly refreshSession: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly permissions: ReadonlyArray<string>, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } };

export type WorkflowRowFragment = { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null };

export type WorkflowListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  tags?: ReadonlyArray<string> | string | null | undefined;
  status?: WorkflowStatus | null | undefined;
  sort?: WorkflowSort | null | undefined;
  direction?: SortDirection | null | undefined;
}>;


export type WorkflowListQuery = { readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WorkflowRowByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowRowByIdQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } };

export type WorkflowExportQueryVariables = Exact<{
  id: string;
  versionId?: string | null | undefined;
  form?: WorkflowExportForm | null | undefined;
}>;


export type WorkflowExportQuery = { readonly workflowExport: Json };

export type ValidateDocumentQueryVariables = Exact<{
  document: unknown;
}>;


export type ValidateDocumentQuery = { readonly workflowValidate: { readonly valid: boolean, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> } };

export type WorkflowCreateMutationVariables = Exact<{
  input: WorkflowCreateInput;
}>;


export type WorkflowCreateMutation = { readonly workflowCreate: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowImportMutationVariables = Exact<{
  input: WorkflowImportInput;
}>;


export type WorkflowImportMutation = { readonly workflowImport: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDuplicateMutationVariables = Exact<{
  id: string;
  name?: string | null | undefined;
}>;


export type WorkflowDuplicateMutation = { readonly workflowDuplicate: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDeleteMutation = { readonly workflowDelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowUndeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowUndeleteMutation = { readonly workflowUndelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowEnableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowEnableMutation = { readonly workflowEnable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDisableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDisableMutation = { readonly workflowDisable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

/** Types by the interface that they implement. */
export const possibleTypes = {"MutationError":["UserError","WorkflowConflict","WorkflowInvalid"]};

const partVersionParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowVersion"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"kind"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"note"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"arguments":[],"directives":[]}]}};
const partWorkflowDetail = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draft"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"revision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedBy"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"address"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"methods"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"auth"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"response"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"live"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"secretIssued"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"schedules"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"live"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nextRuns"},"arguments":[],"directives":[]}]}}]}};
const partExecutionErrorParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExecutionErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionError"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"fault"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"details"},"arguments":[],"directives":[]}]}};
const partExecutionRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExecutionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Execution"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"versionId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mode"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"progress"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eventSeq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"terminated"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionErrorParts"},"directives":[]}]}}]}};
const partIssueParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowIssue"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"severity"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"edgeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"range"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"end"},"arguments":[],"directives":[]}]}}]}};
const partFailure = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowInvalid"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowConflict"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedBy"},"arguments":[],"directives":[]}]}}]}};
const partSignedInParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedInParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignedIn"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}}]}};
const partWorkflowRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"enabled"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draftRevision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hasUnpublishedChanges"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}}]}};
/** `WorkflowById` of libs/web/api/src/documents. */
export const WorkflowByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]}]}}]}}, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowByIdQuery, WorkflowByIdQueryVariables>;
/** `WorkflowVersions` of libs/web/api/src/documents. */
export const WorkflowVersionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowVersions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowVersions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partVersionParts]} as unknown as TypedDocumentNode<WorkflowVersionsQuery, WorkflowVersionsQueryVariables>;
/** `WorkflowDiff` of libs/web/api/src/documents. */
export const WorkflowDiffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowDiff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowDiff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"directives":[]}]}}]} as unknown as TypedDocumentNode<WorkflowDiffQuery, WorkflowDiffQueryVariables>;
/** `WorkflowValidation` of libs/web/api/src/documents. */
export const WorkflowValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowValidate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}}]}}]}}, partIssueParts]} as unknown as TypedDocumentNode<WorkflowValidationQuery, WorkflowValidationQueryVariables>;
/** `NodeDefinitions` of libs/web/api/src/documents. */
export const NodeDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeDefinitions"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeDefinitions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"category"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"aliases"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"keywords"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"deprecated"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"icon"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"docs"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startsOn"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"rawParams"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"paramsSchema"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"outputSchema"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"timeoutMs"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"dynamicOutputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"param"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"idKey"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"labelKey"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"required"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"traits"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"branches"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"joins"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"pure"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"repeatable"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"suspends"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"terminal"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"trigger"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<NodeDefinitionsQuery, NodeDefinitionsQueryVariables>;
/** `SchedulePreview` of libs/web/api/src/documents. */
export const SchedulePreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SchedulePreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"config"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JSON"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"count"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timezone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schedulePreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"config"},"value":{"kind":"Variable","name":{"kind":"Name","value":"config"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"count"}}},{"kind":"Argument","name":{"kind":"Name","value":"timezone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timezone"}}}],"directives":[]}]}}]} as unknown as TypedDocumentNode<SchedulePreviewQuery, SchedulePreviewQueryVariables>;
/** `WorkflowSaveDraft` of libs/web/api/src/documents. */
export const WorkflowSaveDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowSaveDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowSaveDraftInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowSaveDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draft"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowSaveDraftMutation, WorkflowSaveDraftMutationVariables>;
/** `WorkflowPublish` of libs/web/api/src/documents. */
export const WorkflowPublishDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowPublish"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowPublishInput"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowPublish"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowPublishMutation, WorkflowPublishMutationVariables>;
/** `WorkflowRestore` of libs/web/api/src/documents. */
export const WorkflowRestoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowRestore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRestoreInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRestore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowRestoreMutation, WorkflowRestoreMutationVariables>;
/** `WorkflowRollBack` of libs/web/api/src/documents. */
export const WorkflowRollBackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowRollBack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRollBack"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"versionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowRollBackMutation, WorkflowRollBackMutationVariables>;
/** `WebhookSecretIssue` of libs/web/api/src/documents. */
export const WebhookSecretIssueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookSecretIssue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookSecretIssue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WebhookSecretIssueMutation, WebhookSecretIssueMutationVariables>;
/** `ExecutionList` of libs/web/api/src/documents. */
export const ExecutionListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExecutionList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionFilter"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow]} as unknown as TypedDocumentNode<ExecutionListQuery, ExecutionListQueryVariables>;
/** `ExecutionById` of libs/web/api/src/documents. */
export const ExecutionByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExecutionById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"instanceId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}}]}}, partExecutionErrorParts, partExecutionRow]} as unknown as TypedDocumentNode<ExecutionByIdQuery, ExecutionByIdQueryVariables>;
/** `ExecutionEventPage` of libs/web/api/src/documents. */
export const ExecutionEventPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExecutionEventPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eventSeq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"afterSeq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"at"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"body"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<ExecutionEventPageQuery, ExecutionEventPageQueryVariables>;
/** `ExecutionValue` of libs/web/api/src/documents. */
export const ExecutionValueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExecutionValue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"payloadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"value"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"payloadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"payloadId"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"bytes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nextOffset"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<ExecutionValueQuery, ExecutionValueQueryVariables>;
/** `ExecutionEvents` of libs/web/api/src/documents. */
export const ExecutionEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ExecutionEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"executionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"executionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"executionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterSeq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"at"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"body"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<ExecutionEventsSubscription, ExecutionEventsSubscriptionVariables>;
/** `WorkflowExecutionChanges` of libs/web/api/src/documents. */
export const WorkflowExecutionChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WorkflowExecutionChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowExecutions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]}]}}]}}, partExecutionErrorParts, partExecutionRow]} as unknown as TypedDocumentNode<WorkflowExecutionChangesSubscription, WorkflowExecutionChangesSubscriptionVariables>;
/** `WorkspaceExecutionChanges` of libs/web/api/src/documents. */
export const WorkspaceExecutionChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WorkspaceExecutionChanges"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceExecutions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]}]}}]}}, partExecutionErrorParts, partExecutionRow]} as unknown as TypedDocumentNode<WorkspaceExecutionChangesSubscription, WorkspaceExecutionChangesSubscriptionVariables>;
/** `ExecutionStart` of libs/web/api/src/documents. */
export const ExecutionStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionStartInput"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionStartMutation, ExecutionStartMutationVariables>;
/** `ExecutionCancel` of libs/web/api/src/documents. */
export const ExecutionCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionCancelMutation, ExecutionCancelMutationVariables>;
/** `ExecutionTerminate` of libs/web/api/src/documents. */
export const ExecutionTerminateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionTerminate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionTerminate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionTerminateMutation, ExecutionTerminateMutationVariables>;
/** `ExecutionPause` of libs/web/api/src/documents. */
export const ExecutionPauseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionPause"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionPause"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionPauseMutation, ExecutionPauseMutationVariables>;
/** `ExecutionResume` of libs/web/api/src/documents. */
export const ExecutionResumeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionResume"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionResume"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionResumeMutation, ExecutionResumeMutationVariables>;
/** `ExecutionPurge` of libs/web/api/src/documents. */
export const ExecutionPurgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionPurge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionPurge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purgedId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionPurgeMutation, ExecutionPurgeMutationVariables>;
/** `ExecutionSignal` of libs/web/api/src/documents. */
export const ExecutionSignalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionSignal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionSignalInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionSignal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivered"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionSignalMutation, ExecutionSignalMutationVariables>;
/** `SignIn` of libs/web/api/src/documents. */
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partSignedInParts]} as unknown as TypedDocumentNode<SignInMutation, SignInMutationVariables>;
/** `SignUp` of libs/web/api/src/documents. */
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partSignedInParts]} as unknown as TypedDocumentNode<SignUpMutation, SignUpMutationVariables>;
/** `RefreshSession` of libs/web/api/src/documents. */
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partSignedInParts]} as unknown as TypedDocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
/** `SignOut` of libs/web/api/src/documents. */
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<SignOutMutation, SignOutMutationVariables>;
/** `Me` of libs/web/api/src/documents. */
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissions"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<MeQuery, MeQueryVariables>;
/** `WorkflowList` of libs/web/api/src/documents. */
export const WorkflowListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tags"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowStatus"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowSort"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"tags"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tags"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowListQuery, WorkflowListQueryVariables>;
/** `WorkflowRowById` of libs/web/api/src/documents. */
export const WorkflowRowByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowRowById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}}]}}, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowRowByIdQuery, WorkflowRowByIdQueryVariables>;
/** `WorkflowExport` of libs/web/api/src/documents. */
export const WorkflowExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowExport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"form"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowExportForm"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"versionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"form"},"value":{"kind":"Variable","name":{"kind":"Name","value":"form"}}}],"directives":[]}]}}]} as unknown as TypedDocumentNode<WorkflowExportQuery, WorkflowExportQueryVariables>;
/** `ValidateDocument` of libs/web/api/src/documents. */
export const ValidateDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ValidateDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"document"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JSON"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowValidate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"document"},"value":{"kind":"Variable","name":{"kind":"Name","value":"document"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}}]}}]}}, partIssueParts]} as unknown as TypedDocumentNode<ValidateDocumentQuery, ValidateDocumentQueryVariables>;
/** `WorkflowCreate` of libs/web/api/src/documents. */
export const WorkflowCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowCreateInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowCreateMutation, WorkflowCreateMutationVariables>;
/** `WorkflowImport` of libs/web/api/src/documents. */
export const WorkflowImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowImportInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowImportMutation, WorkflowImportMutationVariables>;
/** `WorkflowDuplicate` of libs/web/api/src/documents. */
export const WorkflowDuplicateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowDuplicate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowDuplicate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowDuplicateMutation, WorkflowDuplicateMutationVariables>;
/** `WorkflowDelete` of libs/web/api/src/documents. */
export const WorkflowDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowDelete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowDeleteMutation, WorkflowDeleteMutationVariables>;
/** `WorkflowUndelete` of libs/web/api/src/documents. */
export const WorkflowUndeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowUndelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowUndelete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowUndeleteMutation, WorkflowUndeleteMutationVariables>;
/** `WorkflowEnable` of libs/web/api/src/documents. */
export const WorkflowEnableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowEnable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowEnable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowEnableMutation, WorkflowEnableMutationVariables>;
/** `WorkflowDisable` of libs/web/api/src/documents. */
export const WorkflowDisableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowDisable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowDisable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowDisableMutation, WorkflowDisableMutationVariables>;
