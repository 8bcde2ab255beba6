// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { TypedDocumentNode } from '@apollo/client';
import type { Json } from '@millrace/workflow-model';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ApiTokenCreateInput = {
  readonly expiresInDays?: number;
  readonly name: string;
  readonly role?: Role | null | undefined;
  readonly scopes: ReadonlyArray<string>;
};

export type AuditFilterInput = {
  readonly action?: string | null | undefined;
  readonly actorId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly targetId?: string | null | undefined;
  readonly targetType?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type CredentialCreateInput = {
  readonly allowedDomains?: ReadonlyArray<string> | null | undefined;
  readonly name: string;
  readonly type: string;
  readonly values: unknown;
};

export type CredentialHealthStatus =
  | 'FAILING'
  | 'GOOD'
  | 'RECONNECT'
  | 'UNKNOWN';

export type CredentialRight =
  | 'EDIT'
  | 'USE';

export type CredentialShareInput = {
  readonly right: CredentialRight;
  readonly subject: string;
  readonly subjectKind: CredentialSubject;
};

export type CredentialState =
  | 'ACTIVE'
  | 'DELETING'
  | 'PENDING';

export type CredentialSubject =
  | 'MEMBER'
  | 'ROLE';

export type CredentialUpdateInput = {
  readonly allowedDomains?: ReadonlyArray<string> | null | undefined;
  readonly name?: string | null | undefined;
  readonly values?: unknown;
};

export type ExecutionFilter = {
  readonly createdAfter?: string | null | undefined;
  readonly createdBefore?: string | null | undefined;
  readonly errorText?: string | null | undefined;
  readonly hasRetries?: boolean | null | undefined;
  readonly modes?: ReadonlyArray<ExecutionMode> | null | undefined;
  readonly starred?: boolean | null | undefined;
  readonly statuses?: ReadonlyArray<ExecutionStatus> | null | undefined;
  readonly version?: string | null | undefined;
  readonly workflowId?: string | null | undefined;
};

export type ExecutionMode =
  | 'API'
  | 'EVENT'
  | 'INLINE'
  | 'MANUAL'
  | 'SCHEDULE'
  | 'WEBHOOK';

export type ExecutionPartialInput = {
  readonly alsoRun?: ReadonlyArray<string> | null | undefined;
  readonly mode: PartialMode;
  readonly nodeId: string;
  readonly pauseBefore?: ReadonlyArray<string> | null | undefined;
  readonly pins?: unknown;
  readonly sourceExecutionId?: string | null | undefined;
  readonly triggerInput?: unknown;
  readonly triggerNodeId?: string | null | undefined;
  readonly usePins?: boolean;
};

export type ExecutionSignalInput = {
  readonly correlation?: string | null | undefined;
  readonly name: string;
  readonly payload?: unknown;
};

export type ExecutionStartInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly input?: unknown;
  readonly pauseBefore?: ReadonlyArray<string> | null | undefined;
  readonly pins?: unknown;
  readonly triggerNodeId?: string | null | undefined;
  readonly usePins?: boolean;
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

export type InvitationCreateInput = {
  readonly email?: string | null | undefined;
  readonly expiresInDays?: number;
  readonly role: InvitedRole;
};

export type InvitedRole =
  | 'ADMIN'
  | 'EDITOR'
  | 'OPERATOR'
  | 'VIEWER';

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

export type OAuthGrant =
  | 'AUTHORIZATION_CODE'
  | 'CLIENT_CREDENTIALS';

export type PartialMode =
  | 'FROM'
  | 'STEP'
  | 'TO';

export type PasswordChangeInput = {
  readonly current: string;
  readonly next: string;
};

export type PasswordResetInput = {
  readonly password: string;
  readonly token: string;
};

export type ProfileInput = {
  readonly name: string;
};

export type RerunVersion =
  | 'CURRENT'
  | 'SAME';

export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

export type SavedRunViewInput = {
  readonly name: string;
  readonly query: string;
};

export type SecretStoreKind =
  | 'FILES'
  | 'VAULT';

export type SignInInput = {
  readonly email: string;
  readonly password: string;
};

export type SignUpInput = {
  readonly email: string;
  readonly invitation?: string | null | undefined;
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

export type WorkflowCheckpointInput = {
  readonly expectedRevision?: number | null | undefined;
  readonly name?: string | null | undefined;
  readonly note?: string | null | undefined;
};

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
  readonly name?: string | null | undefined;
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
  | 'CHECKPOINT'
  | 'DRAFT'
  | 'INLINE'
  | 'PUBLISHED'
  | 'RESTORED';

export type EditorWorkflowQueryVariables = Exact<{
  id: string;
}>;


export type EditorWorkflowQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly document: Json, readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly pins: ReadonlyArray<{ readonly nodeId: string, readonly ports: Json }>, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } };

export type WorkflowPinSetMutationVariables = Exact<{
  workflowId: string;
  nodeId: string;
  ports: unknown;
}>;


export type WorkflowPinSetMutation = { readonly workflowPinSet: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowPinRemoveMutationVariables = Exact<{
  workflowId: string;
  nodeId: string;
}>;


export type WorkflowPinRemoveMutation = { readonly workflowPinRemove: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowCheckpointMutationVariables = Exact<{
  id: string;
  input?: WorkflowCheckpointInput | null | undefined;
}>;


export type WorkflowCheckpointMutation = { readonly workflowCheckpoint: { readonly version: { readonly id: string, readonly name: string | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type EditorPublishMutationVariables = Exact<{
  id: string;
  input?: WorkflowPublishInput | null | undefined;
}>;


export type EditorPublishMutation = { readonly workflowPublish: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly document: Json, readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionStartPartialMutationVariables = Exact<{
  workflowId: string;
  input: ExecutionPartialInput;
}>;


export type ExecutionStartPartialMutation = { readonly executionStartPartial: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionSkipWaitMutationVariables = Exact<{
  id: string;
  nodeId: string;
}>;


export type ExecutionSkipWaitMutation = { readonly executionSkipWait: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type LatestRunQueryVariables = Exact<{
  workflowId: string;
}>;


export type LatestRunQuery = { readonly workflow: { readonly id: string, readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null }> } } };

export type CapturePartsFragment = { readonly id: string, readonly nodeId: string, readonly method: string, readonly path: string, readonly receivedAt: string, readonly bytes: number, readonly value: Json | null };

export type WebhookListenMutationVariables = Exact<{
  workflowId: string;
  nodeId: string;
}>;


export type WebhookListenMutation = { readonly webhookListen: { readonly testUrl: string | null, readonly curl: string | null, readonly until: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WebhookCapturesQueryVariables = Exact<{
  workflowId: string;
  nodeId: string;
}>;


export type WebhookCapturesQuery = { readonly workflow: { readonly id: string, readonly captures: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly method: string, readonly path: string, readonly receivedAt: string, readonly bytes: number, readonly value: Json | null }> } };

export type WebhookCapturedSubscriptionVariables = Exact<{
  workflowId: string;
  nodeId: string;
}>;


export type WebhookCapturedSubscription = { readonly webhookCaptured: { readonly id: string, readonly nodeId: string, readonly method: string, readonly path: string, readonly receivedAt: string, readonly bytes: number, readonly value: Json | null } };

export type CredentialRowFragment = { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null };

export type CredentialListQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialListQuery = { readonly credentials: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null }> };

export type CredentialNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialNamesQuery = { readonly credentials: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string }> };

export type CredentialUsesQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialUsesQuery = { readonly credentials: ReadonlyArray<{ readonly id: string, readonly usage: ReadonlyArray<{ readonly workflowId: string, readonly workflowName: string, readonly inDraft: boolean, readonly isLive: boolean }> }> };

export type CredentialDetailQueryVariables = Exact<{
  id: string;
}>;


export type CredentialDetailQuery = { readonly credential: { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly storage: { readonly store: SecretStoreKind, readonly version: number } | null, readonly usage: ReadonlyArray<{ readonly workflowId: string, readonly workflowName: string, readonly inDraft: boolean, readonly isLive: boolean }>, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null } };

export type CredentialUsageRunQueryVariables = Exact<{
  id: string;
}>;


export type CredentialUsageRunQuery = { readonly workflow: { readonly id: string, readonly lastExecution: { readonly id: string, readonly status: ExecutionStatus, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null } | null } };

export type CredentialTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialTypesQuery = { readonly credentialTypes: ReadonlyArray<{ readonly type: string, readonly title: string, readonly description: string, readonly keywords: ReadonlyArray<string>, readonly fieldsSchema: Json, readonly secretFields: ReadonlyArray<string>, readonly authenticatesRequests: boolean, readonly domains: ReadonlyArray<string>, readonly hostField: string | null, readonly testable: boolean, readonly docs: string | null, readonly icon: string | null, readonly signIn: { readonly grant: OAuthGrant, readonly scopes: ReadonlyArray<string>, readonly redirectUri: string } | null }> };

export type CredentialPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialPeopleQuery = { readonly members: ReadonlyArray<{ readonly userId: string, readonly name: string, readonly email: string, readonly role: Role }> };

export type CredentialCreateMutationVariables = Exact<{
  input: CredentialCreateInput;
}>;


export type CredentialCreateMutation = { readonly credentialCreate: { readonly credential: { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type CredentialUpdateMutationVariables = Exact<{
  id: string;
  input: CredentialUpdateInput;
}>;


export type CredentialUpdateMutation = { readonly credentialUpdate: { readonly credential: { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type CredentialTestMutationVariables = Exact<{
  id: string;
}>;


export type CredentialTestMutation = { readonly credentialTest: { readonly credential: { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type CredentialShareMutationVariables = Exact<{
  id: string;
  shares: ReadonlyArray<CredentialShareInput> | CredentialShareInput;
}>;


export type CredentialShareMutation = { readonly credentialShare: { readonly credential: { readonly id: string, readonly name: string, readonly type: string, readonly state: CredentialState, readonly mayUse: boolean, readonly mayEdit: boolean, readonly mayShare: boolean, readonly allowedDomains: ReadonlyArray<string> | null, readonly filledFields: ReadonlyArray<string> | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly valuesAt: string | null, readonly lastUsedAt: string | null, readonly health: { readonly status: CredentialHealthStatus, readonly message: string | null, readonly account: string | null, readonly checkedAt: string | null } | null, readonly tokens: { readonly expiresAt: string | null, readonly renewable: boolean, readonly scopes: ReadonlyArray<string> } | null, readonly shares: ReadonlyArray<{ readonly subjectKind: CredentialSubject, readonly subject: string, readonly right: CredentialRight }> | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type CredentialConnectMutationVariables = Exact<{
  id: string;
}>;


export type CredentialConnectMutation = { readonly credentialConnect: { readonly authorizationUrl: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type CredentialDeleteMutationVariables = Exact<{
  id: string;
  force: boolean;
}>;


export type CredentialDeleteMutation = { readonly credentialDelete: { readonly deletedCredentialId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly workflows: ReadonlyArray<{ readonly workflowId: string, readonly workflowName: string, readonly inDraft: boolean, readonly isLive: boolean }> }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

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


export type NodeDefinitionsQuery = { readonly nodeDefinitions: ReadonlyArray<{ readonly type: string, readonly version: number, readonly title: string, readonly description: string, readonly category: NodeCategory, readonly aliases: ReadonlyArray<string>, readonly keywords: ReadonlyArray<string>, readonly deprecated: boolean, readonly icon: string | null, readonly docs: string | null, readonly summary: string | null, readonly startsOn: TriggerSource | null, readonly rawParams: ReadonlyArray<string>, readonly paramsSchema: Json, readonly outputSchema: Json | null, readonly timeoutMs: number | null, readonly inputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly outputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly dynamicOutputs: { readonly param: string, readonly idKey: string | null, readonly labelKey: string | null } | null, readonly credentials: ReadonlyArray<{ readonly id: string, readonly title: string | null, readonly types: ReadonlyArray<string>, readonly required: boolean, readonly showWhen: Json | null }>, readonly traits: { readonly branches: boolean, readonly joins: NodeJoin | null, readonly pure: boolean, readonly repeatable: boolean, readonly suspends: boolean, readonly terminal: boolean, readonly container: boolean, readonly trigger: boolean } }> };

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
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowPublishMutationVariables = Exact<{
  id: string;
  input?: WorkflowPublishInput | null | undefined;
}>;


export type WorkflowPublishMutation = { readonly workflowPublish: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRestoreMutationVariables = Exact<{
  id: string;
  input: WorkflowRestoreInput;
}>;


export type WorkflowRestoreMutation = { readonly workflowRestore: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRollBackMutationVariables = Exact<{
  id: string;
  versionId: string;
}>;


export type WorkflowRollBackMutation = { readonly workflowRollBack: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WebhookSecretIssueMutationVariables = Exact<{
  id: string;
}>;


export type WebhookSecretIssueMutation = { readonly webhookSecretIssue: { readonly secret: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
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
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionCancelMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ExecutionCancelMutation = { readonly executionCancel: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionTerminateMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ExecutionTerminateMutation = { readonly executionTerminate: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionPauseMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionPauseMutation = { readonly executionPause: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionResumeMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionResumeMutation = { readonly executionResume: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionPurgeMutationVariables = Exact<{
  id: string;
}>;


export type ExecutionPurgeMutation = { readonly executionPurge: { readonly purgedId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ExecutionSignalMutationVariables = Exact<{
  id: string;
  input: ExecutionSignalInput;
}>;


export type ExecutionSignalMutation = { readonly executionSignal: { readonly delivered: number | null, readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type IssuePartsFragment = { readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null };

type Failure_CredentialInUse_Fragment = { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null };

type Failure_UserError_Fragment = { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null };

type Failure_WorkflowConflict_Fragment = { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null };

type Failure_WorkflowInvalid_Fragment = { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> };

export type FailureFragment =
  | Failure_CredentialInUse_Fragment
  | Failure_UserError_Fragment
  | Failure_WorkflowConflict_Fragment
  | Failure_WorkflowInvalid_Fragment
;

export type SignInMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInMethodsQuery = { readonly signInMethods: { readonly signUp: boolean, readonly passwordReset: boolean, readonly providers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly url: string }> } };

export type PasswordResetRequestMutationVariables = Exact<{
  email: string;
}>;


export type PasswordResetRequestMutation = { readonly passwordResetRequest: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type PasswordResetMutationVariables = Exact<{
  input: PasswordResetInput;
}>;


export type PasswordResetMutation = { readonly passwordReset: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type EmailConfirmMutationVariables = Exact<{
  token: string;
}>;


export type EmailConfirmMutation = { readonly emailConfirm: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type EmailConfirmationRequestMutationVariables = Exact<{ [key: string]: never; }>;


export type EmailConfirmationRequestMutation = { readonly emailConfirmationRequest: { readonly isMailed: boolean | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type InvitationPreviewQueryVariables = Exact<{
  token: string;
}>;


export type InvitationPreviewQuery = { readonly invitation: { readonly email: string | null, readonly expiresAt: string, readonly invitedBy: string, readonly role: InvitedRole, readonly workspaceName: string } };

export type InvitationAcceptMutationVariables = Exact<{
  token: string;
}>;


export type InvitationAcceptMutation = { readonly invitationAccept: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceSwitchMutationVariables = Exact<{
  id: string;
}>;


export type WorkspaceSwitchMutation = { readonly workspaceSwitch: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceCreateMutationVariables = Exact<{
  name: string;
}>;


export type WorkspaceCreateMutation = { readonly workspaceCreate: { readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceRenameMutationVariables = Exact<{
  name: string;
}>;


export type WorkspaceRenameMutation = { readonly workspaceRename: { readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceLeaveMutationVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceLeaveMutation = { readonly workspaceLeave: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceTransferOwnershipMutationVariables = Exact<{
  userId: string;
}>;


export type WorkspaceTransferOwnershipMutation = { readonly workspaceTransferOwnership: { readonly member: { readonly userId: string, readonly name: string, readonly email: string, readonly role: Role, readonly joinedAt: string, readonly lastSeenAt: string | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type OwnWorkspacesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnWorkspacesQuery = { readonly me: { readonly workspaces: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: Role }> } };

export type OwnAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAccountQuery = { readonly me: { readonly user: { readonly id: string, readonly email: string, readonly isEmailVerified: boolean } } };

export type MemberRowFragment = { readonly userId: string, readonly name: string, readonly email: string, readonly role: Role, readonly joinedAt: string, readonly lastSeenAt: string | null };

export type MembersQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersQuery = { readonly members: ReadonlyArray<{ readonly userId: string, readonly name: string, readonly email: string, readonly role: Role, readonly joinedAt: string, readonly lastSeenAt: string | null }> };

export type MemberChangeRoleMutationVariables = Exact<{
  userId: string;
  role: Role;
}>;


export type MemberChangeRoleMutation = { readonly memberChangeRole: { readonly member: { readonly userId: string, readonly name: string, readonly email: string, readonly role: Role, readonly joinedAt: string, readonly lastSeenAt: string | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type MemberRemoveMutationVariables = Exact<{
  userId: string;
}>;


export type MemberRemoveMutation = { readonly memberRemove: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type InvitationRowFragment = { readonly id: string, readonly email: string | null, readonly role: InvitedRole, readonly invitedBy: string, readonly createdAt: string, readonly expiresAt: string };

export type InvitationsQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationsQuery = { readonly invitations: ReadonlyArray<{ readonly id: string, readonly email: string | null, readonly role: InvitedRole, readonly invitedBy: string, readonly createdAt: string, readonly expiresAt: string }> };

export type InvitationCreateMutationVariables = Exact<{
  input: InvitationCreateInput;
}>;


export type InvitationCreateMutation = { readonly invitationCreate: { readonly link: string | null, readonly isMailed: boolean | null, readonly invitation: { readonly id: string, readonly email: string | null, readonly role: InvitedRole, readonly invitedBy: string, readonly createdAt: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type InvitationRevokeMutationVariables = Exact<{
  id: string;
}>;


export type InvitationRevokeMutation = { readonly invitationRevoke: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ApiTokenRowFragment = { readonly id: string, readonly name: string, readonly hint: string, readonly role: Role | null, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly userId: string, readonly userName: string };

export type ApiTokensQueryVariables = Exact<{
  ofEverybody: boolean;
}>;


export type ApiTokensQuery = { readonly apiTokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly hint: string, readonly role: Role | null, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly userId: string, readonly userName: string }> };

export type GrantableScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantableScopesQuery = { readonly me: { readonly grantableScopes: ReadonlyArray<string> } };

export type ApiTokenCreateMutationVariables = Exact<{
  input: ApiTokenCreateInput;
}>;


export type ApiTokenCreateMutation = { readonly apiTokenCreate: { readonly secret: string | null, readonly apiToken: { readonly id: string, readonly name: string, readonly hint: string, readonly role: Role | null, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly userId: string, readonly userName: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ApiTokenRevokeMutationVariables = Exact<{
  id: string;
}>;


export type ApiTokenRevokeMutation = { readonly apiTokenRevoke: { readonly apiToken: { readonly id: string, readonly name: string, readonly hint: string, readonly role: Role | null, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly revokedBecause: string | null, readonly userId: string, readonly userName: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type AuditRowFragment = { readonly id: string, readonly at: string, readonly action: string, readonly actorId: string | null, readonly actorLabel: string | null, readonly via: string, readonly apiTokenId: string | null, readonly targetType: string | null, readonly targetId: string | null, readonly targetLabel: string | null, readonly address: string | null, readonly userAgent: string | null, readonly requestId: string | null, readonly details: Json };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { readonly auditLog: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly at: string, readonly action: string, readonly actorId: string | null, readonly actorLabel: string | null, readonly via: string, readonly apiTokenId: string | null, readonly targetType: string | null, readonly targetId: string | null, readonly targetLabel: string | null, readonly address: string | null, readonly userAgent: string | null, readonly requestId: string | null, readonly details: Json }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SessionRowFragment = { readonly id: string, readonly kind: string, readonly address: string | null, readonly userAgent: string | null, readonly workspaceName: string, readonly createdAt: string, readonly lastUsedAt: string, readonly isCurrent: boolean };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { readonly sessions: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly address: string | null, readonly userAgent: string | null, readonly workspaceName: string, readonly createdAt: string, readonly lastUsedAt: string, readonly isCurrent: boolean }> };

export type SessionRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SessionRevokeMutation = { readonly sessionRevoke: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignOutEverywhereMutationVariables = Exact<{
  keepThis: boolean;
}>;


export type SignOutEverywhereMutation = { readonly signOutEverywhere: { readonly ended: number | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { readonly passwordChange: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type LinkedAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type LinkedAccountsQuery = { readonly linkedAccounts: ReadonlyArray<{ readonly id: string, readonly provider: string, readonly email: string | null, readonly createdAt: string, readonly lastUsedAt: string }> };

export type LinkedAccountAddMutationVariables = Exact<{
  provider: string;
}>;


export type LinkedAccountAddMutation = { readonly linkedAccountAdd: { readonly url: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type LinkedAccountRemoveMutationVariables = Exact<{
  id: string;
}>;


export type LinkedAccountRemoveMutation = { readonly linkedAccountRemove: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type InstanceQueryVariables = Exact<{ [key: string]: never; }>;


export type InstanceQuery = { readonly instance: { readonly version: string, readonly publicUrl: string, readonly signUp: boolean, readonly mailFrom: string | null, readonly signIn: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isReady: boolean, readonly callbackUrl: string, readonly missing: ReadonlyArray<string> }>, readonly secrets: { readonly store: SecretStoreKind, readonly isHealthy: boolean, readonly reason: string | null }, readonly limits: { readonly webhookPerMinute: number, readonly eachWebhookPerMinute: number, readonly userPerMinute: number } } };

export type RunRowPartsFragment = { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null };

export type RunPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ExecutionFilter | null | undefined;
}>;


export type RunPageQuery = { readonly executions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RunByIdQueryVariables = Exact<{
  id: string;
}>;


export type RunByIdQuery = { readonly execution: { readonly instanceId: string, readonly document: Json, readonly startedBy: string | null, readonly sourceId: string | null, readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly partial: { readonly mode: PartialMode, readonly nodeId: string } | null, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null } | null };

export type RunChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RunChangesSubscription = { readonly workspaceExecutions: { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null } };

export type WorkflowRunChangesSubscriptionVariables = Exact<{
  workflowId: string;
}>;


export type WorkflowRunChangesSubscription = { readonly workflowExecutions: { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null } };

export type RunWorkflowNamesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type RunWorkflowNamesQuery = { readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type RunWorkflowQueryVariables = Exact<{
  id: string;
}>;


export type RunWorkflowQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean, readonly status: WorkflowStatus, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly address: string, readonly live: boolean, readonly methods: ReadonlyArray<string> }> } };

export type RunStepInputsQueryVariables = Exact<{
  id: string;
}>;


export type RunStepInputsQuery = { readonly execution: { readonly id: string, readonly steps: ReadonlyArray<{ readonly nodeId: string, readonly input: { readonly value: Json | null, readonly payloadId: string | null, readonly bytes: number | null } | null }> } | null };

export type RunsCancelMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type RunsCancelMutation = { readonly executionsCancel: { readonly results: ReadonlyArray<{ readonly id: string, readonly error:
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
       | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunsPurgeMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type RunsPurgeMutation = { readonly executionsPurge: { readonly results: ReadonlyArray<{ readonly id: string, readonly error:
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
       | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunsRerunMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  version: RerunVersion;
}>;


export type RunsRerunMutation = { readonly executionsRerun: { readonly results: ReadonlyArray<{ readonly id: string, readonly error:
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
        | { readonly code: string, readonly message: string }
       | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunRerunMutationVariables = Exact<{
  id: string;
  version: RerunVersion;
}>;


export type RunRerunMutation = { readonly executionRerun: { readonly execution: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SavedRunViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedRunViewsQuery = { readonly savedRunViews: ReadonlyArray<{ readonly id: string, readonly name: string, readonly query: string }> };

export type SavedRunViewSaveMutationVariables = Exact<{
  id?: string | null | undefined;
  input: SavedRunViewInput;
}>;


export type SavedRunViewSaveMutation = { readonly savedRunViewSave: { readonly view: { readonly id: string, readonly name: string, readonly query: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SavedRunViewDeleteMutationVariables = Exact<{
  id: string;
}>;


export type SavedRunViewDeleteMutation = { readonly savedRunViewDelete: { readonly deletedId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunStarMutationVariables = Exact<{
  id: string;
  starred: boolean;
}>;


export type RunStarMutation = { readonly executionStar: { readonly execution: { readonly id: string, readonly starred: boolean } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunsSinceQueryVariables = Exact<{
  since: string;
  workflowId?: string | null | undefined;
}>;


export type RunsSinceQuery = { readonly all: { readonly totalCount: number }, readonly failed: { readonly totalCount: number } };

export type PreviousRunQueryVariables = Exact<{
  workflowId: string;
  before: string;
}>;


export type PreviousRunQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

export type SignedInPartsFragment = { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { readonly signUp: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { readonly refreshSession: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly permissions: ReadonlyArray<string>, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } };

export type ProfileUpdateMutationVariables = Exact<{
  input: ProfileInput;
}>;


export type ProfileUpdateMutation = { readonly profileUpdate: { readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type TemplateListQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplateListQuery = { readonly templates: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string, readonly tags: ReadonlyArray<string>, readonly nodeTypes: ReadonlyArray<string>, readonly nodeCount: number, readonly document: Json }> };

export type TemplateByIdQueryVariables = Exact<{
  id: string;
}>;


export type TemplateByIdQuery = { readonly template: { readonly id: string, readonly name: string, readonly description: string, readonly tags: ReadonlyArray<string>, readonly nodeTypes: ReadonlyArray<string>, readonly nodeCount: number, readonly document: Json, readonly payload: Json | null } | null };

export type WorkflowCreateFromTemplateMutationVariables = Exact<{
  id: string;
  name?: string | null | undefined;
}>;


export type WorkflowCreateFromTemplateMutation = { readonly workflowCreateFromTemplate: { readonly workflow: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type HistoryEntryFragment = { readonly id: string, readonly kind: WorkflowVersionKind, readonly version: string | null, readonly name: string | null, readonly note: string | null, readonly createdAt: string, readonly createdByName: string | null, readonly sourceVersionId: string | null };

export type WorkflowHistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorkflowHistoryQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean, readonly hasUnpublishedChanges: boolean, readonly draft: { readonly revision: number, readonly savedAt: string }, readonly publishedVersion: { readonly id: string } | null, readonly versions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: WorkflowVersionKind, readonly version: string | null, readonly name: string | null, readonly note: string | null, readonly createdAt: string, readonly createdByName: string | null, readonly sourceVersionId: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type VersionDocumentQueryVariables = Exact<{
  id: string;
}>;


export type VersionDocumentQuery = { readonly workflowVersion: { readonly id: string, readonly document: Json } };

export type DraftDocumentQueryVariables = Exact<{
  id: string;
}>;


export type DraftDocumentQuery = { readonly workflow: { readonly id: string, readonly draft: { readonly revision: number, readonly document: Json } } };

export type VersionRenameMutationVariables = Exact<{
  workflowId: string;
  versionId: string;
  name?: string | null | undefined;
}>;


export type VersionRenameMutation = { readonly workflowVersionRename: { readonly version: { readonly id: string, readonly kind: WorkflowVersionKind, readonly version: string | null, readonly name: string | null, readonly note: string | null, readonly createdAt: string, readonly createdByName: string | null, readonly sourceVersionId: string | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type VersionRestoreMutationVariables = Exact<{
  id: string;
  input: WorkflowRestoreInput;
}>;


export type VersionRestoreMutation = { readonly workflowRestore: { readonly workflow: { readonly id: string, readonly draftRevision: number } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type VersionRollBackMutationVariables = Exact<{
  id: string;
  versionId: string;
}>;


export type VersionRollBackMutation = { readonly workflowRollBack: { readonly workflow: { readonly id: string, readonly publishedVersion: { readonly id: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRowFragment = { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null };

export type LastRunFragment = { readonly id: string, readonly workflowId: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly eventSeq: number, readonly error: { readonly message: string } | null };

export type WorkflowListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  tags?: ReadonlyArray<string> | string | null | undefined;
  status?: WorkflowStatus | null | undefined;
  sort?: WorkflowSort | null | undefined;
  direction?: SortDirection | null | undefined;
}>;


export type WorkflowListQuery = { readonly workflows: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly lastExecution: { readonly id: string, readonly workflowId: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly eventSeq: number, readonly error: { readonly message: string } | null } | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WorkflowRowByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowRowByIdQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } };

export type WorkflowTagsQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkflowTagsQuery = { readonly workflowTags: ReadonlyArray<{ readonly tag: string, readonly workflowCount: number }> };

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
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowImportMutationVariables = Exact<{
  input: WorkflowImportInput;
}>;


export type WorkflowImportMutation = { readonly workflowImport: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDuplicateMutationVariables = Exact<{
  id: string;
  name?: string | null | undefined;
}>;


export type WorkflowDuplicateMutation = { readonly workflowDuplicate: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDeleteMutation = { readonly workflowDelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowUndeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowUndeleteMutation = { readonly workflowUndelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowEnableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowEnableMutation = { readonly workflowEnable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDisableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDisableMutation = { readonly workflowDisable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowSearchQueryVariables = Exact<{
  search?: string | null | undefined;
  first: number;
}>;


export type WorkflowSearchQuery = { readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: WorkflowStatus }> } };

export type NodeTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type NodeTypesQuery = { readonly nodeDefinitions: ReadonlyArray<{ readonly type: string, readonly version: number, readonly title: string, readonly description: string, readonly icon: string | null, readonly category: NodeCategory, readonly keywords: ReadonlyArray<string>, readonly aliases: ReadonlyArray<string>, readonly traits: { readonly trigger: boolean } }> };

/** Types by the interface that they implement. */
export const possibleTypes = {"MutationError":["CredentialInUse","UserError","WorkflowConflict","WorkflowInvalid"]};

const partCaptureParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaptureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookCapture"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"method"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"bytes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"value"},"arguments":[],"directives":[]}]}};
const partCredentialRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"CredentialRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Credential"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"state"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mayUse"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mayEdit"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mayShare"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"health"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedDomains"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"filledFields"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"tokens"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"renewable"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"shares"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjectKind"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"right"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"valuesAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"},"arguments":[],"directives":[]}]}};
const partVersionParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowVersion"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"kind"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"note"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"arguments":[],"directives":[]}]}};
const partWorkflowDetail = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draft"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"revision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedBy"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"address"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"methods"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"auth"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"response"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"live"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"secretIssued"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"schedules"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"live"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nextRuns"},"arguments":[],"directives":[]}]}}]}};
const partExecutionErrorParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExecutionErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionError"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"fault"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"details"},"arguments":[],"directives":[]}]}};
const partExecutionRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExecutionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Execution"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"versionId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mode"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"progress"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eventSeq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"terminated"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionErrorParts"},"directives":[]}]}}]}};
const partIssueParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowIssue"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"severity"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"edgeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"range"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"end"},"arguments":[],"directives":[]}]}}]}};
const partFailure = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationError"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[],"directives":[]},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowInvalid"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowConflict"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedBy"},"arguments":[],"directives":[]}]}}]}};
const partMemberRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"},"arguments":[],"directives":[]}]}};
const partInvitationRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvitationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Invitation"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"invitedBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]}]}};
const partApiTokenRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiTokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hint"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"revokedBecause"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"userId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"userName"},"arguments":[],"directives":[]}]}};
const partAuditRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEvent"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"at"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"action"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"actorId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"actorLabel"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"via"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"apiTokenId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"targetType"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"targetId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"targetLabel"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"address"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"userAgent"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"requestId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"details"},"arguments":[],"directives":[]}]}};
const partSessionRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"kind"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"address"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"userAgent"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workspaceName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"},"arguments":[],"directives":[]}]}};
const partRunRowParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunRowParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Execution"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"versionId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mode"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"phase"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"progress"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eventSeq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"terminated"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"retryCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"starred"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]}]}}]}};
const partSignedInParts = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedInParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignedIn"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}}]}};
const partHistoryEntry = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowVersion"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"kind"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"note"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdByName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"sourceVersionId"},"arguments":[],"directives":[]}]}};
const partWorkflowRow = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkflowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Workflow"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"enabled"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draftRevision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hasUnpublishedChanges"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}}]}};
const partLastRun = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"LastRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Execution"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mode"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eventSeq"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]}]}}]}};
/** `EditorWorkflow` of libs/web/api/src/documents. */
export const EditorWorkflowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditorWorkflow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pins"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"ports"},"arguments":[],"directives":[]}]}}]}}]}}, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<EditorWorkflowQuery, EditorWorkflowQueryVariables>;
/** `WorkflowPinSet` of libs/web/api/src/documents. */
export const WorkflowPinSetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowPinSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ports"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JSON"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowPinSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}},{"kind":"Argument","name":{"kind":"Name","value":"ports"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ports"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkflowPinSetMutation, WorkflowPinSetMutationVariables>;
/** `WorkflowPinRemove` of libs/web/api/src/documents. */
export const WorkflowPinRemoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowPinRemove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowPinRemove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkflowPinRemoveMutation, WorkflowPinRemoveMutationVariables>;
/** `WorkflowCheckpoint` of libs/web/api/src/documents. */
export const WorkflowCheckpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowCheckpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowCheckpointInput"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowCheckpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkflowCheckpointMutation, WorkflowCheckpointMutationVariables>;
/** `EditorPublish` of libs/web/api/src/documents. */
export const EditorPublishDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditorPublish"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowPublishInput"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowPublish"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<EditorPublishMutation, EditorPublishMutationVariables>;
/** `ExecutionStartPartial` of libs/web/api/src/documents. */
export const ExecutionStartPartialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionStartPartial"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionPartialInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionStartPartial"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionStartPartialMutation, ExecutionStartPartialMutationVariables>;
/** `ExecutionSkipWait` of libs/web/api/src/documents. */
export const ExecutionSkipWaitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecutionSkipWait"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionSkipWait"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partExecutionErrorParts, partExecutionRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ExecutionSkipWaitMutation, ExecutionSkipWaitMutationVariables>;
/** `LatestRun` of libs/web/api/src/documents. */
export const LatestRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExecutionRow"},"directives":[]}]}}]}}]}}]}}, partExecutionErrorParts, partExecutionRow]} as unknown as TypedDocumentNode<LatestRunQuery, LatestRunQueryVariables>;
/** `WebhookListen` of libs/web/api/src/documents. */
export const WebhookListenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookListen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookListen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testUrl"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"curl"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"until"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WebhookListenMutation, WebhookListenMutationVariables>;
/** `WebhookCaptures` of libs/web/api/src/documents. */
export const WebhookCapturesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookCaptures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"captures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaptureParts"},"directives":[]}]}}]}}]}}, partCaptureParts]} as unknown as TypedDocumentNode<WebhookCapturesQuery, WebhookCapturesQueryVariables>;
/** `WebhookCaptured` of libs/web/api/src/documents. */
export const WebhookCapturedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WebhookCaptured"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookCaptured"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"nodeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nodeId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaptureParts"},"directives":[]}]}}]}}, partCaptureParts]} as unknown as TypedDocumentNode<WebhookCapturedSubscription, WebhookCapturedSubscriptionVariables>;
/** `CredentialList` of libs/web/api/src/documents. */
export const CredentialListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialList"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]}]}}]}}, partCredentialRow]} as unknown as TypedDocumentNode<CredentialListQuery, CredentialListQueryVariables>;
/** `CredentialNames` of libs/web/api/src/documents. */
export const CredentialNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialNames"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<CredentialNamesQuery, CredentialNamesQueryVariables>;
/** `CredentialUses` of libs/web/api/src/documents. */
export const CredentialUsesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialUses"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"inDraft"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isLive"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<CredentialUsesQuery, CredentialUsesQueryVariables>;
/** `CredentialDetail` of libs/web/api/src/documents. */
export const CredentialDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"storage"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"store"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"inDraft"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isLive"},"arguments":[],"directives":[]}]}}]}}]}}, partCredentialRow]} as unknown as TypedDocumentNode<CredentialDetailQuery, CredentialDetailQueryVariables>;
/** `CredentialUsageRun` of libs/web/api/src/documents. */
export const CredentialUsageRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialUsageRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastExecution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<CredentialUsageRunQuery, CredentialUsageRunQueryVariables>;
/** `CredentialTypes` of libs/web/api/src/documents. */
export const CredentialTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialTypes"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialTypes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"keywords"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"fieldsSchema"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"secretFields"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"authenticatesRequests"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"domains"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hostField"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grant"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"testable"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"docs"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"icon"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<CredentialTypesQuery, CredentialTypesQueryVariables>;
/** `CredentialPeople` of libs/web/api/src/documents. */
export const CredentialPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CredentialPeople"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<CredentialPeopleQuery, CredentialPeopleQueryVariables>;
/** `CredentialCreate` of libs/web/api/src/documents. */
export const CredentialCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CredentialCreateInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partCredentialRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialCreateMutation, CredentialCreateMutationVariables>;
/** `CredentialUpdate` of libs/web/api/src/documents. */
export const CredentialUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CredentialUpdateInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partCredentialRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialUpdateMutation, CredentialUpdateMutationVariables>;
/** `CredentialTest` of libs/web/api/src/documents. */
export const CredentialTestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialTest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialTest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partCredentialRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialTestMutation, CredentialTestMutationVariables>;
/** `CredentialShare` of libs/web/api/src/documents. */
export const CredentialShareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialShare"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"shares"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CredentialShareInput"}}}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialShare"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"shares"},"value":{"kind":"Variable","name":{"kind":"Name","value":"shares"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CredentialRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partCredentialRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialShareMutation, CredentialShareMutationVariables>;
/** `CredentialConnect` of libs/web/api/src/documents. */
export const CredentialConnectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialConnect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialConnect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizationUrl"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialConnectMutation, CredentialConnectMutationVariables>;
/** `CredentialDelete` of libs/web/api/src/documents. */
export const CredentialDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CredentialDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"force"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialDelete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"force"},"value":{"kind":"Variable","name":{"kind":"Name","value":"force"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedCredentialId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CredentialInUse"}},"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowName"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"inDraft"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isLive"},"arguments":[],"directives":[]}]}}]}}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<CredentialDeleteMutation, CredentialDeleteMutationVariables>;
/** `WorkflowById` of libs/web/api/src/documents. */
export const WorkflowByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowDetail"},"directives":[]}]}}]}}, partVersionParts, partWorkflowDetail, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowByIdQuery, WorkflowByIdQueryVariables>;
/** `WorkflowVersions` of libs/web/api/src/documents. */
export const WorkflowVersionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowVersions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowVersions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partVersionParts]} as unknown as TypedDocumentNode<WorkflowVersionsQuery, WorkflowVersionsQueryVariables>;
/** `WorkflowDiff` of libs/web/api/src/documents. */
export const WorkflowDiffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowDiff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowDiff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"directives":[]}]}}]} as unknown as TypedDocumentNode<WorkflowDiffQuery, WorkflowDiffQueryVariables>;
/** `WorkflowValidation` of libs/web/api/src/documents. */
export const WorkflowValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowValidate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueParts"},"directives":[]}]}}]}}]}}, partIssueParts]} as unknown as TypedDocumentNode<WorkflowValidationQuery, WorkflowValidationQueryVariables>;
/** `NodeDefinitions` of libs/web/api/src/documents. */
export const NodeDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeDefinitions"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeDefinitions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"category"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"aliases"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"keywords"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"deprecated"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"icon"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"docs"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startsOn"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"rawParams"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"paramsSchema"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"outputSchema"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"timeoutMs"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"dynamicOutputs"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"param"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"idKey"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"labelKey"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"types"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"required"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"showWhen"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"traits"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"branches"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"joins"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"pure"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"repeatable"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"suspends"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"terminal"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"container"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"trigger"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<NodeDefinitionsQuery, NodeDefinitionsQueryVariables>;
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
/** `SignInMethods` of libs/web/api/src/documents. */
export const SignInMethodsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignInMethods"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInMethods"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"passwordReset"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"providers"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<SignInMethodsQuery, SignInMethodsQueryVariables>;
/** `PasswordResetRequest` of libs/web/api/src/documents. */
export const PasswordResetRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordResetRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordResetRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<PasswordResetRequestMutation, PasswordResetRequestMutationVariables>;
/** `PasswordReset` of libs/web/api/src/documents. */
export const PasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<PasswordResetMutation, PasswordResetMutationVariables>;
/** `EmailConfirm` of libs/web/api/src/documents. */
export const EmailConfirmDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailConfirm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailConfirm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<EmailConfirmMutation, EmailConfirmMutationVariables>;
/** `EmailConfirmationRequest` of libs/web/api/src/documents. */
export const EmailConfirmationRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailConfirmationRequest"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailConfirmationRequest"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMailed"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<EmailConfirmationRequestMutation, EmailConfirmationRequestMutationVariables>;
/** `InvitationPreview` of libs/web/api/src/documents. */
export const InvitationPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitationPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"invitedBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workspaceName"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<InvitationPreviewQuery, InvitationPreviewQueryVariables>;
/** `InvitationAccept` of libs/web/api/src/documents. */
export const InvitationAcceptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvitationAccept"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationAccept"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partSignedInParts]} as unknown as TypedDocumentNode<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
/** `WorkspaceSwitch` of libs/web/api/src/documents. */
export const WorkspaceSwitchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkspaceSwitch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceSwitch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partSignedInParts]} as unknown as TypedDocumentNode<WorkspaceSwitchMutation, WorkspaceSwitchMutationVariables>;
/** `WorkspaceCreate` of libs/web/api/src/documents. */
export const WorkspaceCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkspaceCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkspaceCreateMutation, WorkspaceCreateMutationVariables>;
/** `WorkspaceRename` of libs/web/api/src/documents. */
export const WorkspaceRenameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkspaceRename"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceRename"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkspaceRenameMutation, WorkspaceRenameMutationVariables>;
/** `WorkspaceLeave` of libs/web/api/src/documents. */
export const WorkspaceLeaveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkspaceLeave"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceLeave"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkspaceLeaveMutation, WorkspaceLeaveMutationVariables>;
/** `WorkspaceTransferOwnership` of libs/web/api/src/documents. */
export const WorkspaceTransferOwnershipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkspaceTransferOwnership"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceTransferOwnership"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partMemberRow]} as unknown as TypedDocumentNode<WorkspaceTransferOwnershipMutation, WorkspaceTransferOwnershipMutationVariables>;
/** `OwnWorkspaces` of libs/web/api/src/documents. */
export const OwnWorkspacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnWorkspaces"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaces"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"role"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<OwnWorkspacesQuery, OwnWorkspacesQueryVariables>;
/** `OwnAccount` of libs/web/api/src/documents. */
export const OwnAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnAccount"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isEmailVerified"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<OwnAccountQuery, OwnAccountQueryVariables>;
/** `Members` of libs/web/api/src/documents. */
export const MembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Members"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberRow"},"directives":[]}]}}]}}, partMemberRow]} as unknown as TypedDocumentNode<MembersQuery, MembersQueryVariables>;
/** `MemberChangeRole` of libs/web/api/src/documents. */
export const MemberChangeRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MemberChangeRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"role"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberChangeRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"role"},"value":{"kind":"Variable","name":{"kind":"Name","value":"role"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts, partMemberRow]} as unknown as TypedDocumentNode<MemberChangeRoleMutation, MemberChangeRoleMutationVariables>;
/** `MemberRemove` of libs/web/api/src/documents. */
export const MemberRemoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MemberRemove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberRemove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<MemberRemoveMutation, MemberRemoveMutationVariables>;
/** `Invitations` of libs/web/api/src/documents. */
export const InvitationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Invitations"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitations"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvitationRow"},"directives":[]}]}}]}}, partInvitationRow]} as unknown as TypedDocumentNode<InvitationsQuery, InvitationsQueryVariables>;
/** `InvitationCreate` of libs/web/api/src/documents. */
export const InvitationCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvitationCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvitationCreateInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvitationRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"link"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isMailed"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partInvitationRow, partIssueParts]} as unknown as TypedDocumentNode<InvitationCreateMutation, InvitationCreateMutationVariables>;
/** `InvitationRevoke` of libs/web/api/src/documents. */
export const InvitationRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvitationRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationRevoke"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
/** `ApiTokens` of libs/web/api/src/documents. */
export const ApiTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ofEverybody"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ofEverybody"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ofEverybody"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiTokenRow"},"directives":[]}]}}]}}, partApiTokenRow]} as unknown as TypedDocumentNode<ApiTokensQuery, ApiTokensQueryVariables>;
/** `GrantableScopes` of libs/web/api/src/documents. */
export const GrantableScopesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrantableScopes"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantableScopes"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<GrantableScopesQuery, GrantableScopesQueryVariables>;
/** `ApiTokenCreate` of libs/web/api/src/documents. */
export const ApiTokenCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApiTokenCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApiTokenCreateInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiTokenCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiTokenRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partApiTokenRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ApiTokenCreateMutation, ApiTokenCreateMutationVariables>;
/** `ApiTokenRevoke` of libs/web/api/src/documents. */
export const ApiTokenRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApiTokenRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiTokenRevoke"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiTokenRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partApiTokenRow, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ApiTokenRevokeMutation, ApiTokenRevokeMutationVariables>;
/** `AuditLog` of libs/web/api/src/documents. */
export const AuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilterInput"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuditRow"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]}]}}]}}]}}, partAuditRow]} as unknown as TypedDocumentNode<AuditLogQuery, AuditLogQueryVariables>;
/** `Sessions` of libs/web/api/src/documents. */
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionRow"},"directives":[]}]}}]}}, partSessionRow]} as unknown as TypedDocumentNode<SessionsQuery, SessionsQueryVariables>;
/** `SessionRevoke` of libs/web/api/src/documents. */
export const SessionRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionRevoke"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<SessionRevokeMutation, SessionRevokeMutationVariables>;
/** `SignOutEverywhere` of libs/web/api/src/documents. */
export const SignOutEverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOutEverywhere"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keepThis"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOutEverywhere"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keepThis"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keepThis"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ended"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
/** `PasswordChange` of libs/web/api/src/documents. */
export const PasswordChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChangeInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<PasswordChangeMutation, PasswordChangeMutationVariables>;
/** `LinkedAccounts` of libs/web/api/src/documents. */
export const LinkedAccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LinkedAccounts"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkedAccounts"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"provider"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<LinkedAccountsQuery, LinkedAccountsQueryVariables>;
/** `LinkedAccountAdd` of libs/web/api/src/documents. */
export const LinkedAccountAddDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LinkedAccountAdd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkedAccountAdd"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<LinkedAccountAddMutation, LinkedAccountAddMutationVariables>;
/** `LinkedAccountRemove` of libs/web/api/src/documents. */
export const LinkedAccountRemoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LinkedAccountRemove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkedAccountRemove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<LinkedAccountRemoveMutation, LinkedAccountRemoveMutationVariables>;
/** `Instance` of libs/web/api/src/documents. */
export const InstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Instance"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publicUrl"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"mailFrom"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isReady"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"callbackUrl"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"missing"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"store"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"isHealthy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"reason"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookPerMinute"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"eachWebhookPerMinute"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"userPerMinute"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<InstanceQuery, InstanceQueryVariables>;
/** `RunPage` of libs/web/api/src/documents. */
export const RunPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecutionFilter"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRowParts"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partRunRowParts]} as unknown as TypedDocumentNode<RunPageQuery, RunPageQueryVariables>;
/** `RunById` of libs/web/api/src/documents. */
export const RunByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRowParts"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"instanceId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"sourceId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"partial"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]}]}}]}}]}}, partRunRowParts]} as unknown as TypedDocumentNode<RunByIdQuery, RunByIdQueryVariables>;
/** `RunChanges` of libs/web/api/src/documents. */
export const RunChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RunChanges"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceExecutions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRowParts"},"directives":[]}]}}]}}, partRunRowParts]} as unknown as TypedDocumentNode<RunChangesSubscription, RunChangesSubscriptionVariables>;
/** `WorkflowRunChanges` of libs/web/api/src/documents. */
export const WorkflowRunChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WorkflowRunChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowExecutions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRowParts"},"directives":[]}]}}]}}, partRunRowParts]} as unknown as TypedDocumentNode<WorkflowRunChangesSubscription, WorkflowRunChangesSubscriptionVariables>;
/** `RunWorkflowNames` of libs/web/api/src/documents. */
export const RunWorkflowNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunWorkflowNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"EnumValue","value":"NAME"}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<RunWorkflowNamesQuery, RunWorkflowNamesQueryVariables>;
/** `RunWorkflow` of libs/web/api/src/documents. */
export const RunWorkflowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunWorkflow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"enabled"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"address"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"live"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"methods"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<RunWorkflowQuery, RunWorkflowQueryVariables>;
/** `RunStepInputs` of libs/web/api/src/documents. */
export const RunStepInputsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunStepInputs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"steps"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"input"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"payloadId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"bytes"},"arguments":[],"directives":[]}]}}]}}]}}]}}]} as unknown as TypedDocumentNode<RunStepInputsQuery, RunStepInputsQueryVariables>;
/** `RunsCancel` of libs/web/api/src/documents. */
export const RunsCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunsCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionsCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<RunsCancelMutation, RunsCancelMutationVariables>;
/** `RunsPurge` of libs/web/api/src/documents. */
export const RunsPurgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunsPurge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionsPurge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<RunsPurgeMutation, RunsPurgeMutationVariables>;
/** `RunsRerun` of libs/web/api/src/documents. */
export const RunsRerunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunsRerun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RerunVersion"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionsRerun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"error"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<RunsRerunMutation, RunsRerunMutationVariables>;
/** `RunRerun` of libs/web/api/src/documents. */
export const RunRerunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunRerun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RerunVersion"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionRerun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<RunRerunMutation, RunRerunMutationVariables>;
/** `SavedRunViews` of libs/web/api/src/documents. */
export const SavedRunViewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedRunViews"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedRunViews"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"query"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<SavedRunViewsQuery, SavedRunViewsQueryVariables>;
/** `SavedRunViewSave` of libs/web/api/src/documents. */
export const SavedRunViewSaveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SavedRunViewSave"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SavedRunViewInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedRunViewSave"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"view"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"query"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<SavedRunViewSaveMutation, SavedRunViewSaveMutationVariables>;
/** `SavedRunViewDelete` of libs/web/api/src/documents. */
export const SavedRunViewDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SavedRunViewDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedRunViewDelete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<SavedRunViewDeleteMutation, SavedRunViewDeleteMutationVariables>;
/** `RunStar` of libs/web/api/src/documents. */
export const RunStarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunStar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"starred"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executionStar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"starred"},"value":{"kind":"Variable","name":{"kind":"Name","value":"starred"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"execution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"starred"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<RunStarMutation, RunStarMutationVariables>;
/** `RunsSince` of libs/web/api/src/documents. */
export const RunsSinceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunsSince"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"createdAfter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}}]}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"arguments":[],"directives":[]}]}},{"kind":"Field","alias":{"kind":"Name","value":"failed"},"name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"createdAfter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FAILED"}]}}]}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<RunsSinceQuery, RunsSinceQueryVariables>;
/** `PreviousRun` of libs/web/api/src/documents. */
export const PreviousRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviousRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"createdBefore"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}]}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<PreviousRunQuery, PreviousRunQueryVariables>;
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
/** `ProfileUpdate` of libs/web/api/src/documents. */
export const ProfileUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProfileUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profileUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"email"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"createdAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<ProfileUpdateMutation, ProfileUpdateMutationVariables>;
/** `TemplateList` of libs/web/api/src/documents. */
export const TemplateListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TemplateList"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"templates"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeTypes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<TemplateListQuery, TemplateListQueryVariables>;
/** `TemplateById` of libs/web/api/src/documents. */
export const TemplateByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TemplateById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"template"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeTypes"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"payload"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<TemplateByIdQuery, TemplateByIdQueryVariables>;
/** `WorkflowCreateFromTemplate` of libs/web/api/src/documents. */
export const WorkflowCreateFromTemplateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorkflowCreateFromTemplate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowCreateFromTemplate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<WorkflowCreateFromTemplateMutation, WorkflowCreateFromTemplateMutationVariables>;
/** `WorkflowHistory` of libs/web/api/src/documents. */
export const WorkflowHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"enabled"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"hasUnpublishedChanges"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draft"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"savedAt"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PUBLISHED"},{"kind":"EnumValue","value":"CHECKPOINT"},{"kind":"EnumValue","value":"RESTORED"}]}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryEntry"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}]}}, partHistoryEntry]} as unknown as TypedDocumentNode<WorkflowHistoryQuery, WorkflowHistoryQueryVariables>;
/** `VersionDocument` of libs/web/api/src/documents. */
export const VersionDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VersionDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<VersionDocumentQuery, VersionDocumentQueryVariables>;
/** `DraftDocument` of libs/web/api/src/documents. */
export const DraftDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DraftDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draft"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<DraftDocumentQuery, DraftDocumentQueryVariables>;
/** `VersionRename` of libs/web/api/src/documents. */
export const VersionRenameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VersionRename"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowVersionRename"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"workflowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workflowId"}}},{"kind":"Argument","name":{"kind":"Name","value":"versionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryEntry"},"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partHistoryEntry, partIssueParts]} as unknown as TypedDocumentNode<VersionRenameMutation, VersionRenameMutationVariables>;
/** `VersionRestore` of libs/web/api/src/documents. */
export const VersionRestoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VersionRestore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRestoreInput"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRestore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"draftRevision"},"arguments":[],"directives":[]}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<VersionRestoreMutation, VersionRestoreMutationVariables>;
/** `VersionRollBack` of libs/web/api/src/documents. */
export const VersionRollBackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VersionRollBack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRollBack"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"versionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"versionId"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"},"directives":[]}]}}]}}]}}, partFailure, partIssueParts]} as unknown as TypedDocumentNode<VersionRollBackMutation, VersionRollBackMutationVariables>;
/** `WorkflowList` of libs/web/api/src/documents. */
export const WorkflowListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"40"},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tags"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowStatus"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowSort"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"tags"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tags"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"lastExecution"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LastRun"},"directives":[]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"endCursor"},"arguments":[],"directives":[]}]}}]}}]}}, partLastRun, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowListQuery, WorkflowListQueryVariables>;
/** `WorkflowRowById` of libs/web/api/src/documents. */
export const WorkflowRowByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowRowById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkflowRow"},"directives":[]}]}}]}}, partWorkflowRow]} as unknown as TypedDocumentNode<WorkflowRowByIdQuery, WorkflowRowByIdQueryVariables>;
/** `WorkflowTags` of libs/web/api/src/documents. */
export const WorkflowTagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowTags"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowTags"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"workflowCount"},"arguments":[],"directives":[]}]}}]}}]} as unknown as TypedDocumentNode<WorkflowTagsQuery, WorkflowTagsQueryVariables>;
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
/** `WorkflowSearch` of libs/web/api/src/documents. */
export const WorkflowSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"directives":[]},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"directives":[]}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<WorkflowSearchQuery, WorkflowSearchQueryVariables>;
/** `NodeTypes` of libs/web/api/src/documents. */
export const NodeTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeTypes"},"variableDefinitions":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeDefinitions"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"version"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"icon"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"category"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"keywords"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"aliases"},"arguments":[],"directives":[]},{"kind":"Field","name":{"kind":"Name","value":"traits"},"arguments":[],"directives":[],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trigger"},"arguments":[],"directives":[]}]}}]}}]}}]} as unknown as TypedDocumentNode<NodeTypesQuery, NodeTypesQueryVariables>;
