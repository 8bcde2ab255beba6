// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
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

export type ApprovalAssigneeKind =
  | 'MAIL'
  | 'ROLE'
  | 'USER';

export type ApprovalDecideInput = {
  readonly payload?: unknown;
  readonly payloadVersion?: number | null | undefined;
  readonly reason?: string | null | undefined;
};

export type ApprovalDecision =
  | 'APPROVED'
  | 'REJECTED';

export type ApprovalFilter =
  | 'ALL'
  | 'CLOSED'
  | 'MINE'
  | 'OPEN';

export type ApprovalStatus =
  | 'APPROVED'
  | 'CANCELLED'
  | 'OPEN'
  | 'REJECTED'
  | 'TIMED_OUT';

export type AuditFilterInput = {
  readonly action?: string | null | undefined;
  readonly actorId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly targetId?: string | null | undefined;
  readonly targetType?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type BackfillOrder =
  | 'NEWEST_FIRST'
  | 'OLDEST_FIRST';

export type BackfillStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'RUNNING';

export type ConfigureContextInput = {
  readonly filled?: ReadonlyArray<string>;
  readonly trigger?: unknown;
  readonly upstream?: ReadonlyArray<UpstreamStepInput>;
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

export type EndpointDisabledBecause =
  | 'FAILING'
  | 'GONE'
  | 'PERSON';

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

export type ExecutionForkInput = {
  readonly attempt?: number | null | undefined;
  readonly from?: ReadonlyArray<string> | null | undefined;
  readonly inputs?: unknown;
  readonly token?: string | null | undefined;
  readonly trigger?: unknown;
  readonly version?: string;
};

export type ExecutionMode =
  | 'API'
  | 'EVENT'
  | 'INLINE'
  | 'MANUAL'
  | 'SCHEDULE'
  | 'TEST'
  | 'WEBHOOK';

export type ExecutionOutputEdit = {
  readonly nodeId: string;
  readonly port?: string;
  readonly value?: unknown;
};

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
  readonly priority?: RunPriority | null | undefined;
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

export type ExecutionStepInput = {
  readonly edits?: ReadonlyArray<ExecutionOutputEdit> | null | undefined;
  readonly nodeIds?: ReadonlyArray<string> | null | undefined;
};

export type ForkFate =
  | 'AGAIN'
  | 'NEW'
  | 'REUSED'
  | 'SKIPPED';

export type ForkReason =
  | 'AFTER'
  | 'CHANGED'
  | 'DEAD_PATH'
  | 'FAILED'
  | 'FORK_POINT'
  | 'INPUT_CHANGED'
  | 'INSIDE'
  | 'NEVER_RAN'
  | 'NEW'
  | 'PINNED'
  | 'SAME'
  | 'UNFINISHED';

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

export type MigrationReason =
  | 'DONE_CHANGED'
  | 'PARTIAL'
  | 'TRIGGER_GONE'
  | 'WAITS_ELSEWHERE';

export type NodeCategory =
  | 'ACTION'
  | 'LOGIC'
  | 'OUTPUT'
  | 'TRIGGER';

export type NodeEffect =
  | 'NONE'
  | 'READ'
  | 'WRITE';

export type NodeJoin =
  | 'ALL'
  | 'ANY';

export type NotificationDeliveryFilter = {
  readonly endpointId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly status?: NotificationDeliveryStatus | null | undefined;
  readonly to?: string | null | undefined;
  readonly type?: string | null | undefined;
};

export type NotificationDeliveryStatus =
  | 'DEAD'
  | 'DELIVERED'
  | 'DISCARDED'
  | 'WAITING';

export type NotificationEndpointInput = {
  readonly description?: string;
  readonly events: ReadonlyArray<string>;
  readonly tags?: ReadonlyArray<string>;
  readonly url: string;
  readonly workflowIds?: ReadonlyArray<string>;
};

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

export type RetentionSource =
  | 'INSTANCE'
  | 'WORKFLOW'
  | 'WORKSPACE';

export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

export type RunPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL';

export type SavedRunViewInput = {
  readonly name: string;
  readonly query: string;
};

export type ScheduleBackfillInput = {
  readonly atOnce?: number;
  readonly from: string;
  readonly order?: BackfillOrder;
  readonly to: string;
};

export type ScheduleFireOutcome =
  | 'FAILED'
  | 'FIRED'
  | 'MANUAL'
  | 'MISSED'
  | 'OVERLAPPED'
  | 'QUEUED';

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
  | 'ERROR'
  | 'EVENT'
  | 'FORM'
  | 'SCHEDULE'
  | 'WEBHOOK';

export type UpstreamStepInput = {
  readonly alias: string;
  readonly schema?: unknown;
};

export type VersionBump =
  | 'MAJOR'
  | 'MINOR'
  | 'PATCH';

export type WebhookAuth =
  | 'BASIC'
  | 'GITHUB'
  | 'HMAC'
  | 'NONE'
  | 'SERVICE'
  | 'SLACK'
  | 'STANDARD_WEBHOOKS'
  | 'STRIPE'
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

export type WorkflowDryRunInput = {
  readonly answers?: unknown;
  readonly failures?: unknown;
  readonly mocks?: unknown;
  readonly reads?: WorkflowDryRunReads;
  readonly sourceExecutionId?: string | null | undefined;
  readonly startAt?: string | null | undefined;
  readonly trigger?: unknown;
  readonly triggerNodeId?: string | null | undefined;
  readonly usePins?: boolean;
};

export type WorkflowDryRunMomentKind =
  | 'CALL'
  | 'FAILURE'
  | 'INTERRUPTION'
  | 'RETRY'
  | 'WAIT'
  | 'WAKE';

export type WorkflowDryRunReads =
  | 'MOCK'
  | 'REAL';

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

export type WorkflowTestInput = {
  readonly name: string;
  readonly spec: unknown;
};

export type WorkflowTestStatus =
  | 'ERROR'
  | 'FAILED'
  | 'PASSED'
  | 'RUNNING';

export type WorkflowTestUpdateInput = {
  readonly expectedRevision?: number | null | undefined;
  readonly name?: string | null | undefined;
  readonly spec?: unknown;
};

export type WorkflowTestsRunInput = {
  readonly testIds?: ReadonlyArray<string> | null | undefined;
  readonly version?: string | null | undefined;
};

export type WorkflowVersionKind =
  | 'CHECKPOINT'
  | 'DRAFT'
  | 'INLINE'
  | 'PUBLISHED'
  | 'RESTORED'
  | 'TEST';

export type WorkspaceRetentionInput = {
  readonly bytes?: number | null | undefined;
  readonly days?: number | null | undefined;
  readonly runs?: number | null | undefined;
};

export type ApprovalChangePartsFragment = { readonly path: string, readonly before: Json | null, readonly after: Json | null };

export type ApprovalPartsFragment = { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null };

export type ApprovalPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter: ApprovalFilter;
  search?: string | null | undefined;
}>;


export type ApprovalPageQuery = { readonly approvals: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApprovalByIdQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalByIdQuery = { readonly approval: { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null } | null };

export type ApprovalsOfRunQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalsOfRunQuery = { readonly execution: { readonly approvals: ReadonlyArray<{ readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null }> } | null };

export type ApprovalCountQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovalCountQuery = { readonly approvalCounts: { readonly mine: number, readonly open: number, readonly overdue: number } };

export type ApprovalChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ApprovalChangesSubscription = { readonly approvalChanged: { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null } };

export type ApprovalBellSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ApprovalBellSubscription = { readonly approvalChanged: { readonly id: string } };

export type ApprovalDecideMutationVariables = Exact<{
  id: string;
  decision: ApprovalDecision;
  input?: ApprovalDecideInput | null | undefined;
}>;


export type ApprovalDecideMutation = { readonly approvalDecide: { readonly approval: { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ApprovalReassignMutationVariables = Exact<{
  id: string;
  assignees: ReadonlyArray<string> | string;
}>;


export type ApprovalReassignMutation = { readonly approvalReassign: { readonly approval: { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ApprovalRemindMutationVariables = Exact<{
  id: string;
}>;


export type ApprovalRemindMutation = { readonly approvalRemind: { readonly approval: { readonly id: string, readonly executionId: string, readonly workflowId: string | null, readonly nodeId: string, readonly path: string | null, readonly title: string, readonly message: string, readonly status: ApprovalStatus, readonly quorum: number, readonly rejectQuorum: number, readonly editable: boolean, readonly schema: Json | null, readonly details: Json | null, readonly payload: Json | null, readonly originalPayload: Json | null, readonly payloadVersion: number, readonly dueAt: string | null, readonly expiresAt: string | null, readonly escalateAt: string | null, readonly escalatedAt: string | null, readonly createdAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly decidedVia: string | null, readonly reason: string | null, readonly mayDecide: boolean, readonly assignees: ReadonlyArray<{ readonly id: string, readonly kind: ApprovalAssigneeKind, readonly name: string }>, readonly votes: ReadonlyArray<{ readonly person: string, readonly name: string, readonly decision: ApprovalDecision, readonly reason: string | null, readonly counts: boolean, readonly via: string, readonly at: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: Json | null, readonly after: Json | null }> }>, readonly execution: { readonly workflowName: string, readonly version: string | null, readonly mode: ExecutionMode } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunWaitsQueryVariables = Exact<{
  id: string;
}>;


export type RunWaitsQuery = { readonly execution: { readonly waits: ReadonlyArray<{ readonly nodeId: string, readonly path: string | null, readonly kind: string, readonly url: string | null }> } | null };

export type WorkflowFormQueryVariables = Exact<{
  id: string;
  nodeId: string;
}>;


export type WorkflowFormQuery = { readonly workflow: { readonly formUrl: string, readonly formLive: boolean } };

export type EditorWorkflowQueryVariables = Exact<{
  id: string;
}>;


export type EditorWorkflowQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly document: Json, readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly pins: ReadonlyArray<{ readonly nodeId: string, readonly ports: Json }>, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } };

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


export type EditorPublishMutation = { readonly workflowPublish: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly document: Json, readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
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

export type WorkflowDetailFragment = { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null };

export type WorkflowByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowByIdQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } };

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

export type NodeCardsQueryVariables = Exact<{
  types?: ReadonlyArray<string> | string | null | undefined;
}>;


export type NodeCardsQuery = { readonly nodeDefinitions: ReadonlyArray<{ readonly type: string, readonly version: number, readonly title: string, readonly description: string, readonly category: NodeCategory, readonly aliases: ReadonlyArray<string>, readonly keywords: ReadonlyArray<string>, readonly deprecated: boolean, readonly icon: string | null, readonly summary: string | null, readonly startsOn: TriggerSource | null, readonly runAddress: string | null, readonly rawParams: ReadonlyArray<string>, readonly extraRoots: Json | null, readonly timeoutMs: number | null, readonly inputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly outputs: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly description: string | null }>, readonly dynamicOutputs: { readonly param: string, readonly idKey: string | null, readonly labelKey: string | null } | null, readonly credentials: ReadonlyArray<{ readonly id: string, readonly title: string | null, readonly types: ReadonlyArray<string>, readonly required: boolean, readonly showWhen: Json | null }>, readonly traits: { readonly branches: boolean, readonly joins: NodeJoin | null, readonly pure: boolean, readonly repeatable: boolean, readonly suspends: boolean, readonly terminal: boolean, readonly container: boolean, readonly trigger: boolean } }> };

export type NodeDetailsQueryVariables = Exact<{
  types?: ReadonlyArray<string> | string | null | undefined;
}>;


export type NodeDetailsQuery = { readonly nodeDefinitions: ReadonlyArray<{ readonly type: string, readonly version: number, readonly docs: string | null, readonly paramsSchema: Json, readonly outputSchema: Json | null, readonly traits: { readonly answersCaller: boolean, readonly effect: NodeEffect | null, readonly ignoresInput: boolean, readonly readsWhen: Json | null } }> };

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


export type WorkflowSaveDraftMutation = { readonly workflowSaveDraft: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly revision: number, readonly savedAt: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowPublishMutationVariables = Exact<{
  id: string;
  input?: WorkflowPublishInput | null | undefined;
}>;


export type WorkflowPublishMutation = { readonly workflowPublish: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRestoreMutationVariables = Exact<{
  id: string;
  input: WorkflowRestoreInput;
}>;


export type WorkflowRestoreMutation = { readonly workflowRestore: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowRollBackMutationVariables = Exact<{
  id: string;
  versionId: string;
}>;


export type WorkflowRollBackMutation = { readonly workflowRollBack: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly draft: { readonly document: Json, readonly revision: number, readonly savedAt: string, readonly savedBy: string }, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string, readonly kind: WorkflowVersionKind, readonly note: string | null, readonly createdBy: string } | null, readonly webhooks: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly address: string, readonly path: string, readonly methods: ReadonlyArray<string>, readonly auth: WebhookAuth, readonly response: WebhookResponseMode, readonly live: boolean, readonly secretIssued: boolean, readonly notice: string | null }>, readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly live: boolean, readonly nextRuns: ReadonlyArray<string> }>, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
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

export type WorkflowEditingSubscriptionVariables = Exact<{
  workflowId: string;
  clientId: string;
}>;


export type WorkflowEditingSubscription = { readonly workflowEditing: { readonly draftRevision: number, readonly draftSavedBy: string, readonly editors: ReadonlyArray<{ readonly clientId: string, readonly userId: string, readonly name: string, readonly since: string }> } };

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

export type ExecutionStepMutationVariables = Exact<{
  id: string;
  input: ExecutionStepInput;
}>;


export type ExecutionStepMutation = { readonly executionStep: { readonly execution: { readonly id: string, readonly workflowId: string | null, readonly versionId: string, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly startedBy: string | null, readonly error: { readonly code: string, readonly message: string, readonly fault: string, readonly nodeId: string | null, readonly details: Json | null } | null } | null, readonly errors: ReadonlyArray<
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

export type ForkPlanPartsFragment = { readonly token: string, readonly from: ReadonlyArray<string>, readonly document: Json, readonly steps: ReadonlyArray<{ readonly nodeId: string, readonly label: string, readonly type: string, readonly fate: ForkFate, readonly reason: ForkReason, readonly hasEffects: boolean, readonly turns: { readonly kept: number, readonly again: ReadonlyArray<number> } | null }>, readonly inputs: ReadonlyArray<{ readonly nodeId: string, readonly label: string, readonly value: { readonly value: Json | null, readonly payloadId: string | null, readonly bytes: number | null } }> };

export type ForkPlanQueryVariables = Exact<{
  id: string;
  input: ExecutionForkInput;
}>;


export type ForkPlanQuery = { readonly executionForkPlan: { readonly token: string, readonly from: ReadonlyArray<string>, readonly document: Json, readonly steps: ReadonlyArray<{ readonly nodeId: string, readonly label: string, readonly type: string, readonly fate: ForkFate, readonly reason: ForkReason, readonly hasEffects: boolean, readonly turns: { readonly kept: number, readonly again: ReadonlyArray<number> } | null }>, readonly inputs: ReadonlyArray<{ readonly nodeId: string, readonly label: string, readonly value: { readonly value: Json | null, readonly payloadId: string | null, readonly bytes: number | null } }> } };

export type ForkRunMutationVariables = Exact<{
  id: string;
  input: ExecutionForkInput;
}>;


export type ForkRunMutation = { readonly executionFork: { readonly execution: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunsRetryMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  version: string;
}>;


export type RunsRetryMutation = { readonly executionsRetry: { readonly results: ReadonlyArray<{ readonly id: string, readonly error:
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

export type RunFamilyQueryVariables = Exact<{
  id: string;
}>;


export type RunFamilyQuery = { readonly execution: { readonly id: string, readonly source: { readonly id: string, readonly status: ExecutionStatus, readonly createdAt: string, readonly version: string | null, readonly sourceId: string | null, readonly fork: { readonly from: ReadonlyArray<string>, readonly attempt: number | null, readonly isEdited: boolean } | null } | null, readonly forks: ReadonlyArray<{ readonly id: string, readonly status: ExecutionStatus, readonly createdAt: string, readonly version: string | null, readonly sourceId: string | null, readonly fork: { readonly from: ReadonlyArray<string>, readonly attempt: number | null, readonly isEdited: boolean } | null }> } | null };

export type RelativePartsFragment = { readonly id: string, readonly status: ExecutionStatus, readonly createdAt: string, readonly version: string | null, readonly sourceId: string | null, readonly fork: { readonly from: ReadonlyArray<string>, readonly attempt: number | null, readonly isEdited: boolean } | null };

export type ForkVersionsQueryVariables = Exact<{
  workflowId: string;
}>;


export type ForkVersionsQuery = { readonly workflow: { readonly id: string, readonly versions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: string | null, readonly note: string | null }> } } };

export type WaitingVersionsQueryVariables = Exact<{
  workflowId: string;
}>;


export type WaitingVersionsQuery = { readonly workflow: { readonly id: string, readonly waitingVersions: ReadonlyArray<{ readonly versionId: string, readonly version: string | null, readonly count: number }> } };

export type MigrationCheckQueryVariables = Exact<{
  workflowId: string;
  versionId: string;
}>;


export type MigrationCheckQuery = { readonly executionsMigrationCheck: ReadonlyArray<{ readonly executionId: string, readonly obstacles: ReadonlyArray<{ readonly nodeId: string | null, readonly label: string | null, readonly reason: MigrationReason }> }> };

export type MigrateRunsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type MigrateRunsMutation = { readonly executionsMigrate: { readonly results: ReadonlyArray<{ readonly id: string, readonly error:
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

export type NodeOptionsQueryVariables = Exact<{
  type: string;
  param: string;
  credentialId?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type NodeOptionsQuery = { readonly nodeOptions: { readonly live: boolean, readonly message: string | null, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string | null, readonly hint: string | null }> } };

export type ToolWorkflowsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ToolWorkflowsQuery = { readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: WorkflowStatus }> } };

export type ToolWorkflowQueryVariables = Exact<{
  id: string;
}>;


export type ToolWorkflowQuery = { readonly workflow: { readonly id: string, readonly name: string } };

export type CalledWorkflowQueryVariables = Exact<{
  id: string;
}>;


export type CalledWorkflowQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly contract: { readonly input: Json | null, readonly result: Json | null } } };

export type NodeProgressSubscriptionVariables = Exact<{
  executionId: string;
}>;


export type NodeProgressSubscription = { readonly nodeProgress: { readonly nodeId: string, readonly seq: number, readonly updates: ReadonlyArray<Json> } };

export type AssistantStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type AssistantStatusQuery = { readonly assistantStatus: { readonly ready: boolean, readonly provider: string | null, readonly model: string | null, readonly missing: string | null } };

export type AutoConfigureNodeMutationVariables = Exact<{
  nodeType: string;
  intent: string;
  context?: ConfigureContextInput | null | undefined;
}>;


export type AutoConfigureNodeMutation = { readonly autoConfigureNode: { readonly config: Json | null, readonly explanation: string | null, readonly costUsd: number | null, readonly open: ReadonlyArray<{ readonly param: string | null, readonly question: string }> | null, readonly credential: { readonly slot: string, readonly type: string, readonly title: string } | null, readonly usage: { readonly totalTokens: number } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type DraftWorkflowMutationVariables = Exact<{
  description: string;
}>;


export type DraftWorkflowMutation = { readonly draftWorkflow: { readonly document: Json | null, readonly explanation: string | null, readonly costUsd: number | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null }> | null, readonly usage: { readonly totalTokens: number } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type EndpointRowFragment = { readonly id: string, readonly url: string, readonly description: string, readonly events: ReadonlyArray<string>, readonly workflowIds: ReadonlyArray<string>, readonly tags: ReadonlyArray<string>, readonly enabled: boolean, readonly disabledBecause: EndpointDisabledBecause | null, readonly disabledAt: string | null, readonly failingSince: string | null, readonly oldSecretUntil: string | null, readonly createdAt: string, readonly deliveredCount: number, readonly waitingCount: number, readonly deadCount: number };

export type NotificationEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationEndpointsQuery = { readonly notificationEndpoints: ReadonlyArray<{ readonly id: string, readonly url: string, readonly description: string, readonly events: ReadonlyArray<string>, readonly workflowIds: ReadonlyArray<string>, readonly tags: ReadonlyArray<string>, readonly enabled: boolean, readonly disabledBecause: EndpointDisabledBecause | null, readonly disabledAt: string | null, readonly failingSince: string | null, readonly oldSecretUntil: string | null, readonly createdAt: string, readonly deliveredCount: number, readonly waitingCount: number, readonly deadCount: number }> };

export type NotificationEndpointCreateMutationVariables = Exact<{
  input: NotificationEndpointInput;
}>;


export type NotificationEndpointCreateMutation = { readonly notificationEndpointCreate: { readonly secret: string | null, readonly endpoint: { readonly id: string, readonly url: string, readonly description: string, readonly events: ReadonlyArray<string>, readonly workflowIds: ReadonlyArray<string>, readonly tags: ReadonlyArray<string>, readonly enabled: boolean, readonly disabledBecause: EndpointDisabledBecause | null, readonly disabledAt: string | null, readonly failingSince: string | null, readonly oldSecretUntil: string | null, readonly createdAt: string, readonly deliveredCount: number, readonly waitingCount: number, readonly deadCount: number } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationEndpointUpdateMutationVariables = Exact<{
  id: string;
  input: NotificationEndpointInput;
}>;


export type NotificationEndpointUpdateMutation = { readonly notificationEndpointUpdate: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationEndpointSetEnabledMutationVariables = Exact<{
  id: string;
  enabled: boolean;
}>;


export type NotificationEndpointSetEnabledMutation = { readonly notificationEndpointSetEnabled: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationEndpointRotateSecretMutationVariables = Exact<{
  id: string;
}>;


export type NotificationEndpointRotateSecretMutation = { readonly notificationEndpointRotateSecret: { readonly secret: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationEndpointDeleteMutationVariables = Exact<{
  id: string;
}>;


export type NotificationEndpointDeleteMutation = { readonly notificationEndpointDelete: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationEndpointTestMutationVariables = Exact<{
  id: string;
}>;


export type NotificationEndpointTestMutation = { readonly notificationEndpointTest: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type DeliveryRowFragment = { readonly id: string, readonly notificationId: string, readonly endpointId: string, readonly endpointUrl: string, readonly type: string, readonly status: NotificationDeliveryStatus, readonly attempts: number, readonly dueAt: string | null, readonly lastStatus: number | null, readonly lastError: string | null, readonly createdAt: string, readonly finishedAt: string | null };

export type NotificationDeliveriesQueryVariables = Exact<{
  filter?: NotificationDeliveryFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationDeliveriesQuery = { readonly notificationDeliveries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly notificationId: string, readonly endpointId: string, readonly endpointUrl: string, readonly type: string, readonly status: NotificationDeliveryStatus, readonly attempts: number, readonly dueAt: string | null, readonly lastStatus: number | null, readonly lastError: string | null, readonly createdAt: string, readonly finishedAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type NotificationDeliveryQueryVariables = Exact<{
  id: string;
}>;


export type NotificationDeliveryQuery = { readonly notificationDelivery: { readonly body: string, readonly delivery: { readonly id: string, readonly notificationId: string, readonly endpointId: string, readonly endpointUrl: string, readonly type: string, readonly status: NotificationDeliveryStatus, readonly attempts: number, readonly dueAt: string | null, readonly lastStatus: number | null, readonly lastError: string | null, readonly createdAt: string, readonly finishedAt: string | null }, readonly attempts: ReadonlyArray<{ readonly at: string, readonly number: number, readonly durationMs: number, readonly status: number | null, readonly error: string | null, readonly response: string | null }> } };

export type NotificationDeliveriesReplayMutationVariables = Exact<{
  filter: NotificationDeliveryFilter;
}>;


export type NotificationDeliveriesReplayMutation = { readonly notificationDeliveriesReplay: { readonly count: number | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type NotificationDeliveriesDiscardMutationVariables = Exact<{
  filter: NotificationDeliveryFilter;
}>;


export type NotificationDeliveriesDiscardMutation = { readonly notificationDeliveriesDiscard: { readonly count: number | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RetentionPartsFragment = { readonly days: number | null, readonly runs: number | null, readonly bytes: number | null, readonly source: RetentionSource };

export type WorkspaceStorageQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceStorageQuery = { readonly workspaceStorage: { readonly runs: number, readonly bytes: number, readonly tests: number, readonly testBytes: number, readonly starred: number, readonly oldestAt: string | null, readonly workflows: ReadonlyArray<{ readonly workflowId: string | null, readonly name: string | null, readonly runs: number, readonly bytes: number, readonly tests: number, readonly testBytes: number, readonly oldestAt: string }>, readonly retention: { readonly days: number | null, readonly runs: number | null, readonly bytes: number | null, readonly source: RetentionSource }, readonly instance: { readonly bytes: number, readonly tables: ReadonlyArray<{ readonly name: string, readonly bytes: number, readonly rows: number, readonly deadRows: number, readonly vacuumedAt: string | null }> } | null } };

export type RetentionPreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionPreviewQuery = { readonly retentionPreview: ReadonlyArray<{ readonly workflowId: string | null, readonly runs: number, readonly source: RetentionSource }> };

export type WorkspaceRetentionSetMutationVariables = Exact<{
  input: WorkspaceRetentionInput;
}>;


export type WorkspaceRetentionSetMutation = { readonly workspaceRetentionSet: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RetentionRunMutationVariables = Exact<{ [key: string]: never; }>;


export type RetentionRunMutation = { readonly retentionRun: { readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunLoadPartsFragment = { readonly pending: number, readonly running: number, readonly waiting: number, readonly paused: number, readonly late: number, readonly oldestPendingAt: string | null, readonly startedLastHour: number, readonly finishedLastHour: number, readonly failedLastHour: number, readonly tests: number, readonly testsLastHour: number };

export type WorkspaceQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceQueueQuery = { readonly workspaceQueue: { readonly load: { readonly pending: number, readonly running: number, readonly waiting: number, readonly paused: number, readonly late: number, readonly oldestPendingAt: string | null, readonly startedLastHour: number, readonly finishedLastHour: number, readonly failedLastHour: number, readonly tests: number, readonly testsLastHour: number }, readonly stuck: ReadonlyArray<{ readonly id: string, readonly workflowId: string | null, readonly status: string, readonly createdAt: string }>, readonly lost: ReadonlyArray<{ readonly id: string, readonly workflowId: string | null, readonly message: string | null, readonly finishedAt: string }>, readonly deadEvents: ReadonlyArray<{ readonly id: string, readonly name: string, readonly executionId: string | null, readonly error: string | null, readonly diedAt: string }>, readonly instance: { readonly stuckCount: number, readonly load: { readonly pending: number, readonly running: number, readonly waiting: number, readonly paused: number, readonly late: number, readonly oldestPendingAt: string | null, readonly startedLastHour: number, readonly finishedLastHour: number, readonly failedLastHour: number, readonly tests: number, readonly testsLastHour: number }, readonly queues: ReadonlyArray<{ readonly name: string, readonly waiting: number, readonly active: number, readonly later: number, readonly oldestAt: string | null }>, readonly workers: ReadonlyArray<{ readonly id: string, readonly host: string, readonly pid: number, readonly version: string, readonly startedAt: string, readonly seenAt: string, readonly isAlive: boolean, readonly runs: number }> } | null }, readonly notificationEndpoints: ReadonlyArray<{ readonly id: string, readonly waitingCount: number, readonly deadCount: number }> };

export type DeadEventsRetryMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type DeadEventsRetryMutation = { readonly deadEventsRetry: { readonly count: number | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type DeadEventsDiscardMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type DeadEventsDiscardMutation = { readonly deadEventsDiscard: { readonly count: number | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type SignInMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInMethodsQuery = { readonly signInMethods: { readonly signUp: boolean, readonly guests: boolean, readonly passwordReset: boolean, readonly providers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly url: string }> } };

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

export type GuestClaimElsewhereMutationVariables = Exact<{
  provider: string;
}>;


export type GuestClaimElsewhereMutation = { readonly guestClaimElsewhere: { readonly url: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type AutoPausePartsFragment = { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null };

export type WorkflowAutoPauseQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowAutoPauseQuery = { readonly workflow: { readonly id: string, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } };

export type RunDefaultsQueryVariables = Exact<{ [key: string]: never; }>;


export type RunDefaultsQuery = { readonly runDefaults: { readonly errorWorkflowId: string | null }, readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly enabled: boolean }> } };

export type ErrorWorkflowSetMutationVariables = Exact<{
  workflowId?: string | null | undefined;
}>;


export type ErrorWorkflowSetMutation = { readonly errorWorkflowSet: { readonly runDefaults: { readonly errorWorkflowId: string | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type RunRowPartsFragment = { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null, readonly modelUsage: { readonly inputTokens: number, readonly outputTokens: number, readonly totalTokens: number, readonly costUsd: number | null, readonly isPartial: boolean } | null };

export type QueuePartsFragment = { readonly ahead: number, readonly limit: number, readonly key: string | null };

export type RunStandingQueryVariables = Exact<{
  id: string;
}>;


export type RunStandingQuery = { readonly execution: { readonly id: string, readonly status: ExecutionStatus, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null } | null };

export type RunPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ExecutionFilter | null | undefined;
}>;


export type RunPageQuery = { readonly executions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null, readonly modelUsage: { readonly inputTokens: number, readonly outputTokens: number, readonly totalTokens: number, readonly costUsd: number | null, readonly isPartial: boolean } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RunByIdQueryVariables = Exact<{
  id: string;
}>;


export type RunByIdQuery = { readonly execution: { readonly instanceId: string, readonly document: Json, readonly startedBy: string | null, readonly sourceId: string | null, readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly partial: { readonly mode: PartialMode, readonly nodeId: string } | null, readonly fork: { readonly from: ReadonlyArray<string>, readonly attempt: number | null, readonly isEdited: boolean } | null, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null, readonly modelUsage: { readonly inputTokens: number, readonly outputTokens: number, readonly totalTokens: number, readonly costUsd: number | null, readonly isPartial: boolean } | null } | null };

export type RunChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RunChangesSubscription = { readonly workspaceExecutions: { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null, readonly modelUsage: { readonly inputTokens: number, readonly outputTokens: number, readonly totalTokens: number, readonly costUsd: number | null, readonly isPartial: boolean } | null } };

export type WorkflowRunChangesSubscriptionVariables = Exact<{
  workflowId: string;
}>;


export type WorkflowRunChangesSubscription = { readonly workflowExecutions: { readonly id: string, readonly workflowId: string | null, readonly workflowName: string, readonly versionId: string, readonly version: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly phase: string, readonly progress: number, readonly eventSeq: number, readonly terminated: boolean, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly retryCount: number, readonly starred: boolean, readonly error: { readonly code: string, readonly message: string, readonly nodeId: string | null } | null, readonly queue: { readonly ahead: number, readonly limit: number, readonly key: string | null } | null, readonly modelUsage: { readonly inputTokens: number, readonly outputTokens: number, readonly totalTokens: number, readonly costUsd: number | null, readonly isPartial: boolean } | null } };

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

export type BackfillPartsFragment = { readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string };

export type ScheduleFirePartsFragment = { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean };

export type SchedulePartsFragment = { readonly id: string, readonly nodeId: string, readonly label: string, readonly live: boolean, readonly cron: string | null, readonly timezone: string | null, readonly everySeconds: number | null, readonly overlap: string, readonly pausedAt: string | null, readonly pausedBy: string | null, readonly pauseReason: string | null, readonly lastError: string | null, readonly nextRuns: ReadonlyArray<string>, readonly missed: number, readonly lastFire: { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean } | null, readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean } | null, readonly backfills: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string }> };

export type ScheduleListQueryVariables = Exact<{ [key: string]: never; }>;


export type ScheduleListQuery = { readonly schedules: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly label: string, readonly live: boolean, readonly cron: string | null, readonly timezone: string | null, readonly everySeconds: number | null, readonly overlap: string, readonly pausedAt: string | null, readonly pausedBy: string | null, readonly pauseReason: string | null, readonly lastError: string | null, readonly nextRuns: ReadonlyArray<string>, readonly missed: number, readonly lastFire: { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean } | null, readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean } | null, readonly backfills: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string }> }> };

export type ScheduleFiresQueryVariables = Exact<{
  workflowId: string;
  first: number;
}>;


export type ScheduleFiresQuery = { readonly workflow: { readonly id: string, readonly schedules: ReadonlyArray<{ readonly id: string, readonly fires: ReadonlyArray<{ readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean }> }> } };

export type ScheduleBackfillPreviewQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;


export type ScheduleBackfillPreviewQuery = { readonly scheduleBackfillPreview: { readonly count: number, readonly alreadyRun: number, readonly instants: ReadonlyArray<string> } };

export type SchedulePauseMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type SchedulePauseMutation = { readonly schedulePause: { readonly schedule: { readonly id: string, readonly nodeId: string, readonly label: string, readonly live: boolean, readonly cron: string | null, readonly timezone: string | null, readonly everySeconds: number | null, readonly overlap: string, readonly pausedAt: string | null, readonly pausedBy: string | null, readonly pauseReason: string | null, readonly lastError: string | null, readonly nextRuns: ReadonlyArray<string>, readonly missed: number, readonly lastFire: { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean } | null, readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean } | null, readonly backfills: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ScheduleResumeMutationVariables = Exact<{
  id: string;
}>;


export type ScheduleResumeMutation = { readonly scheduleResume: { readonly schedule: { readonly id: string, readonly nodeId: string, readonly label: string, readonly live: boolean, readonly cron: string | null, readonly timezone: string | null, readonly everySeconds: number | null, readonly overlap: string, readonly pausedAt: string | null, readonly pausedBy: string | null, readonly pauseReason: string | null, readonly lastError: string | null, readonly nextRuns: ReadonlyArray<string>, readonly missed: number, readonly lastFire: { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean } | null, readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean } | null, readonly backfills: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ScheduleFireNowMutationVariables = Exact<{
  id: string;
}>;


export type ScheduleFireNowMutation = { readonly scheduleFire: { readonly executionId: string | null, readonly schedule: { readonly id: string, readonly nodeId: string, readonly label: string, readonly live: boolean, readonly cron: string | null, readonly timezone: string | null, readonly everySeconds: number | null, readonly overlap: string, readonly pausedAt: string | null, readonly pausedBy: string | null, readonly pauseReason: string | null, readonly lastError: string | null, readonly nextRuns: ReadonlyArray<string>, readonly missed: number, readonly lastFire: { readonly scheduledFor: string, readonly outcome: ScheduleFireOutcome, readonly executionId: string | null, readonly isBackfill: boolean } | null, readonly workflow: { readonly id: string, readonly name: string, readonly enabled: boolean } | null, readonly backfills: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ScheduleBackfillStartMutationVariables = Exact<{
  id: string;
  input: ScheduleBackfillInput;
}>;


export type ScheduleBackfillStartMutation = { readonly scheduleBackfill: { readonly backfill: { readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type ScheduleBackfillStopMutationVariables = Exact<{
  id: string;
}>;


export type ScheduleBackfillStopMutation = { readonly scheduleBackfillCancel: { readonly backfill: { readonly id: string, readonly from: string, readonly to: string, readonly status: BackfillStatus, readonly total: number, readonly started: number, readonly skipped: number, readonly active: number, readonly createdAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

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


export type MeQuery = { readonly me: { readonly isGuest: boolean, readonly permissions: ReadonlyArray<string>, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } };

export type ProfileUpdateMutationVariables = Exact<{
  input: ProfileInput;
}>;


export type ProfileUpdateMutation = { readonly profileUpdate: { readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type GuestStartMutationVariables = Exact<{ [key: string]: never; }>;


export type GuestStartMutation = { readonly guestStart: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type InvitationAcceptMutationVariables = Exact<{
  token: string;
}>;


export type InvitationAcceptMutation = { readonly invitationAccept: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkspaceDeleteMutationVariables = Exact<{
  name: string;
}>;


export type WorkspaceDeleteMutation = { readonly workspaceDelete: { readonly session: { readonly accessToken: string, readonly expiresAt: string, readonly user: { readonly id: string, readonly email: string, readonly name: string, readonly createdAt: string }, readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } } | null, readonly errors: ReadonlyArray<
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

export type OwnWorkspacesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnWorkspacesQuery = { readonly me: { readonly workspaces: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: Role }> } };

export type WorkspaceCreateMutationVariables = Exact<{
  name: string;
}>;


export type WorkspaceCreateMutation = { readonly workspaceCreate: { readonly workspace: { readonly id: string, readonly name: string, readonly role: Role } | null, readonly errors: ReadonlyArray<
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

export type TestResultSummaryFragment = { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null };

export type TestResultPartsFragment = { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly assertions: ReadonlyArray<{ readonly index: number, readonly label: string, readonly passed: boolean, readonly message: string | null, readonly nodeId: string | null, readonly expected: Json | null, readonly actual: Json | null, readonly differences: ReadonlyArray<{ readonly path: string, readonly expected: Json | null, readonly actual: Json | null }> }>, readonly error: { readonly code: string, readonly message: string } | null };

export type TestPartsFragment = { readonly id: string, readonly name: string, readonly revision: number, readonly spec: Json, readonly updatedAt: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly lastResult: { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly assertions: ReadonlyArray<{ readonly index: number, readonly label: string, readonly passed: boolean, readonly message: string | null, readonly nodeId: string | null, readonly expected: Json | null, readonly actual: Json | null, readonly differences: ReadonlyArray<{ readonly path: string, readonly expected: Json | null, readonly actual: Json | null }> }>, readonly error: { readonly code: string, readonly message: string } | null } | null };

export type WorkflowTestSummariesQueryVariables = Exact<{
  workflowId: string;
}>;


export type WorkflowTestSummariesQuery = { readonly workflowTests: ReadonlyArray<{ readonly id: string, readonly name: string, readonly lastResult: { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null } | null }> };

export type WorkflowTestByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowTestByIdQuery = { readonly workflowTest: { readonly id: string, readonly name: string, readonly revision: number, readonly spec: Json, readonly updatedAt: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly lastResult: { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly assertions: ReadonlyArray<{ readonly index: number, readonly label: string, readonly passed: boolean, readonly message: string | null, readonly nodeId: string | null, readonly expected: Json | null, readonly actual: Json | null, readonly differences: ReadonlyArray<{ readonly path: string, readonly expected: Json | null, readonly actual: Json | null }> }>, readonly error: { readonly code: string, readonly message: string } | null } | null } };

export type WorkflowTestCreateMutationVariables = Exact<{
  workflowId: string;
  input: WorkflowTestInput;
}>;


export type WorkflowTestCreateMutation = { readonly workflowTestCreate: { readonly test: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestUpdateMutationVariables = Exact<{
  id: string;
  input: WorkflowTestUpdateInput;
}>;


export type WorkflowTestUpdateMutation = { readonly workflowTestUpdate: { readonly test: { readonly id: string, readonly name: string, readonly revision: number, readonly spec: Json, readonly updatedAt: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly lastResult: { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly assertions: ReadonlyArray<{ readonly index: number, readonly label: string, readonly passed: boolean, readonly message: string | null, readonly nodeId: string | null, readonly expected: Json | null, readonly actual: Json | null, readonly differences: ReadonlyArray<{ readonly path: string, readonly expected: Json | null, readonly actual: Json | null }> }>, readonly error: { readonly code: string, readonly message: string } | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestDuplicateMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowTestDuplicateMutation = { readonly workflowTestDuplicate: { readonly test: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowTestDeleteMutation = { readonly workflowTestDelete: { readonly deletedId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestAcceptMutationVariables = Exact<{
  runId: string;
  testId: string;
  assertions?: ReadonlyArray<number> | number | null | undefined;
}>;


export type WorkflowTestAcceptMutation = { readonly workflowTestAccept: { readonly test: { readonly id: string, readonly name: string, readonly revision: number, readonly spec: Json, readonly updatedAt: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly lastResult: { readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly assertions: ReadonlyArray<{ readonly index: number, readonly label: string, readonly passed: boolean, readonly message: string | null, readonly nodeId: string | null, readonly expected: Json | null, readonly actual: Json | null, readonly differences: ReadonlyArray<{ readonly path: string, readonly expected: Json | null, readonly actual: Json | null }> }>, readonly error: { readonly code: string, readonly message: string } | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestFromExecutionMutationVariables = Exact<{
  executionId: string;
}>;


export type WorkflowTestFromExecutionMutation = { readonly workflowTestFromExecution: { readonly name: string | null, readonly spec: Json | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type TestRunPartsFragment = { readonly id: string, readonly status: WorkflowTestStatus, readonly total: number, readonly passed: number, readonly failed: number, readonly finishedAt: string | null, readonly results: ReadonlyArray<{ readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null }> };

export type WorkflowTestsRunMutationVariables = Exact<{
  workflowId: string;
  input?: WorkflowTestsRunInput | null | undefined;
}>;


export type WorkflowTestsRunMutation = { readonly workflowTestsRun: { readonly run: { readonly id: string, readonly status: WorkflowTestStatus, readonly total: number, readonly passed: number, readonly failed: number, readonly finishedAt: string | null, readonly results: ReadonlyArray<{ readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null }> } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowTestRunByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowTestRunByIdQuery = { readonly workflowTestRun: { readonly id: string, readonly status: WorkflowTestStatus, readonly total: number, readonly passed: number, readonly failed: number, readonly finishedAt: string | null, readonly results: ReadonlyArray<{ readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null }> } };

export type WorkflowTestRunChangedSubscriptionVariables = Exact<{
  runId: string;
}>;


export type WorkflowTestRunChangedSubscription = { readonly workflowTestRunChanged: { readonly id: string, readonly status: WorkflowTestStatus, readonly total: number, readonly passed: number, readonly failed: number, readonly finishedAt: string | null, readonly results: ReadonlyArray<{ readonly runId: string, readonly testId: string, readonly name: string, readonly status: WorkflowTestStatus, readonly isCurrent: boolean, readonly executionId: string | null, readonly elapsedMs: number | null, readonly durationMs: number | null, readonly startedAt: string, readonly finishedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null }> } };

export type WorkflowDryRunMutationVariables = Exact<{
  workflowId: string;
  input?: WorkflowDryRunInput | null | undefined;
}>;


export type WorkflowDryRunMutation = { readonly workflowDryRun: { readonly executionId: string | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type DryRunMomentPartsFragment = { readonly atMs: number, readonly kind: WorkflowDryRunMomentKind, readonly nodeId: string, readonly path: string | null, readonly attempt: number | null, readonly text: string, readonly untilMs: number | null, readonly details: Json | null, readonly isAssumed: boolean, readonly decision: { readonly taken: string, readonly others: ReadonlyArray<string> } | null };

export type WorkflowDryRunReportQueryVariables = Exact<{
  executionId: string;
}>;


export type WorkflowDryRunReportQuery = { readonly workflowDryRunReport: { readonly executionId: string, readonly status: string, readonly isOver: boolean, readonly elapsedMs: number, readonly output: Json | null, readonly error: Json | null, readonly nodes: ReadonlyArray<{ readonly nodeId: string, readonly label: string, readonly path: string | null, readonly status: string, readonly effect: string, readonly source: string, readonly ports: ReadonlyArray<string>, readonly attempts: number }>, readonly calls: ReadonlyArray<{ readonly atMs: number, readonly kind: WorkflowDryRunMomentKind, readonly nodeId: string, readonly path: string | null, readonly attempt: number | null, readonly text: string, readonly untilMs: number | null, readonly details: Json | null, readonly isAssumed: boolean, readonly decision: { readonly taken: string, readonly others: ReadonlyArray<string> } | null }>, readonly timeline: ReadonlyArray<{ readonly atMs: number, readonly kind: WorkflowDryRunMomentKind, readonly nodeId: string, readonly path: string | null, readonly attempt: number | null, readonly text: string, readonly untilMs: number | null, readonly details: Json | null, readonly isAssumed: boolean, readonly decision: { readonly taken: string, readonly others: ReadonlyArray<string> } | null }> } };

export type DryRunSourcesQueryVariables = Exact<{
  workflowId: string;
}>;


export type DryRunSourcesQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ExecutionStatus, readonly createdAt: string }> } };

export type DryRunTriggerQueryVariables = Exact<{
  id: string;
}>;


export type DryRunTriggerQuery = { readonly execution: { readonly id: string, readonly trigger: Json | null } | null };

export type WorkflowRowFragment = { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null };

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


export type WorkflowListQuery = { readonly workflows: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly lastExecution: { readonly id: string, readonly workflowId: string | null, readonly status: ExecutionStatus, readonly mode: ExecutionMode, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly eventSeq: number, readonly error: { readonly message: string } | null } | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WorkflowRowByIdQueryVariables = Exact<{
  id: string;
}>;


export type WorkflowRowByIdQuery = { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } };

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


export type WorkflowCreateMutation = { readonly workflowCreate: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowImportMutationVariables = Exact<{
  input: WorkflowImportInput;
}>;


export type WorkflowImportMutation = { readonly workflowImport: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDuplicateMutationVariables = Exact<{
  id: string;
  name?: string | null | undefined;
}>;


export type WorkflowDuplicateMutation = { readonly workflowDuplicate: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDeleteMutation = { readonly workflowDelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowUndeleteMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowUndeleteMutation = { readonly workflowUndelete: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowEnableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowEnableMutation = { readonly workflowEnable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'CredentialInUse', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'UserError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowConflict', readonly currentRevision: number, readonly savedAt: string, readonly savedBy: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }
      | { readonly __typename: 'WorkflowInvalid', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly issues: ReadonlyArray<{ readonly code: string, readonly message: string, readonly severity: IssueSeverity, readonly nodeId: string | null, readonly edgeId: string | null, readonly path: Json | null, readonly range: { readonly start: number, readonly end: number } | null }> }
    > } };

export type WorkflowDisableMutationVariables = Exact<{
  id: string;
}>;


export type WorkflowDisableMutation = { readonly workflowDisable: { readonly workflow: { readonly id: string, readonly name: string, readonly description: string | null, readonly status: WorkflowStatus, readonly enabled: boolean, readonly tags: ReadonlyArray<string>, readonly nodeCount: number, readonly draftRevision: number, readonly hasUnpublishedChanges: boolean, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly publishedVersion: { readonly id: string, readonly version: string | null, readonly createdAt: string } | null, readonly autoPause: { readonly pausedAt: string, readonly failures: number, readonly executionId: string, readonly error: string | null } | null } | null, readonly errors: ReadonlyArray<
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

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string }> }, readonly credentials: ReadonlyArray<{ readonly id: string }>, readonly workflows: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: WorkflowStatus, readonly draftRevision: number }> } };

export { ApprovalPageDocument, ApprovalByIdDocument, ApprovalsOfRunDocument, ApprovalCountDocument, ApprovalChangesDocument, ApprovalBellDocument, ApprovalDecideDocument, ApprovalReassignDocument, ApprovalRemindDocument, RunWaitsDocument, WorkflowFormDocument } from './documents/approvals.generated';
export { EditorWorkflowDocument, WorkflowPinSetDocument, WorkflowPinRemoveDocument, WorkflowCheckpointDocument, EditorPublishDocument, ExecutionStartPartialDocument, ExecutionSkipWaitDocument, LatestRunDocument, WebhookListenDocument, WebhookCapturesDocument, WebhookCapturedDocument } from './documents/canvas.generated';
export { CredentialListDocument, CredentialNamesDocument, CredentialUsesDocument, CredentialDetailDocument, CredentialUsageRunDocument, CredentialTypesDocument, CredentialPeopleDocument, CredentialCreateDocument, CredentialUpdateDocument, CredentialTestDocument, CredentialShareDocument, CredentialConnectDocument, CredentialDeleteDocument } from './documents/credentials.generated';
export { WorkflowByIdDocument, WorkflowVersionsDocument, WorkflowDiffDocument, WorkflowValidationDocument, NodeCardsDocument, NodeDetailsDocument, SchedulePreviewDocument, WorkflowSaveDraftDocument, WorkflowPublishDocument, WorkflowRestoreDocument, WorkflowRollBackDocument, WebhookSecretIssueDocument, WorkflowEditingDocument } from './documents/editor.generated';
export { ExecutionListDocument, ExecutionByIdDocument, ExecutionEventPageDocument, ExecutionValueDocument, ExecutionEventsDocument, WorkflowExecutionChangesDocument, WorkspaceExecutionChangesDocument, ExecutionStartDocument, ExecutionCancelDocument, ExecutionTerminateDocument, ExecutionPauseDocument, ExecutionResumeDocument, ExecutionStepDocument, ExecutionPurgeDocument, ExecutionSignalDocument } from './documents/executions.generated';
export { ForkPlanDocument, ForkRunDocument, RunsRetryDocument, RunFamilyDocument, ForkVersionsDocument } from './documents/forks.generated';
export { WaitingVersionsDocument, MigrationCheckDocument, MigrateRunsDocument } from './documents/migrations.generated';
export { NodeOptionsDocument, ToolWorkflowsDocument, ToolWorkflowDocument, CalledWorkflowDocument, NodeProgressDocument, AssistantStatusDocument, AutoConfigureNodeDocument, DraftWorkflowDocument } from './documents/models.generated';
export { NotificationEndpointsDocument, NotificationEndpointCreateDocument, NotificationEndpointUpdateDocument, NotificationEndpointSetEnabledDocument, NotificationEndpointRotateSecretDocument, NotificationEndpointDeleteDocument, NotificationEndpointTestDocument, NotificationDeliveriesDocument, NotificationDeliveryDocument, NotificationDeliveriesReplayDocument, NotificationDeliveriesDiscardDocument } from './documents/notifications.generated';
export { WorkspaceStorageDocument, RetentionPreviewDocument, WorkspaceRetentionSetDocument, RetentionRunDocument, WorkspaceQueueDocument, DeadEventsRetryDocument, DeadEventsDiscardDocument } from './documents/operations.generated';
export { SignInMethodsDocument, PasswordResetRequestDocument, PasswordResetDocument, EmailConfirmDocument, EmailConfirmationRequestDocument, InvitationPreviewDocument, WorkspaceRenameDocument, WorkspaceLeaveDocument, WorkspaceTransferOwnershipDocument, OwnAccountDocument, MembersDocument, MemberChangeRoleDocument, MemberRemoveDocument, InvitationsDocument, InvitationCreateDocument, InvitationRevokeDocument, ApiTokensDocument, GrantableScopesDocument, ApiTokenCreateDocument, ApiTokenRevokeDocument, AuditLogDocument, SessionsDocument, SessionRevokeDocument, SignOutEverywhereDocument, PasswordChangeDocument, LinkedAccountsDocument, LinkedAccountAddDocument, LinkedAccountRemoveDocument, InstanceDocument, GuestClaimElsewhereDocument } from './documents/people.generated';
export { WorkflowAutoPauseDocument, RunDefaultsDocument, ErrorWorkflowSetDocument } from './documents/run-defaults.generated';
export { RunStandingDocument, RunPageDocument, RunByIdDocument, RunChangesDocument, WorkflowRunChangesDocument, RunWorkflowNamesDocument, RunWorkflowDocument, RunStepInputsDocument, RunsCancelDocument, RunsPurgeDocument, RunsRerunDocument, RunRerunDocument, SavedRunViewsDocument, SavedRunViewSaveDocument, SavedRunViewDeleteDocument, RunStarDocument, RunsSinceDocument, PreviousRunDocument } from './documents/runs.generated';
export { ScheduleListDocument, ScheduleFiresDocument, ScheduleBackfillPreviewDocument, SchedulePauseDocument, ScheduleResumeDocument, ScheduleFireNowDocument, ScheduleBackfillStartDocument, ScheduleBackfillStopDocument } from './documents/schedules.generated';
export { SignInDocument, SignUpDocument, RefreshSessionDocument, SignOutDocument, MeDocument, ProfileUpdateDocument, GuestStartDocument, InvitationAcceptDocument, WorkspaceDeleteDocument, WorkspaceSwitchDocument, OwnWorkspacesDocument, WorkspaceCreateDocument } from './documents/session.generated';
export { TemplateListDocument, TemplateByIdDocument, WorkflowCreateFromTemplateDocument } from './documents/templates.generated';
export { WorkflowHistoryDocument, VersionDocumentDocument, DraftDocumentDocument, VersionRenameDocument, VersionRestoreDocument, VersionRollBackDocument } from './documents/versions.generated';
export { WorkflowTestSummariesDocument, WorkflowTestByIdDocument, WorkflowTestCreateDocument, WorkflowTestUpdateDocument, WorkflowTestDuplicateDocument, WorkflowTestDeleteDocument, WorkflowTestAcceptDocument, WorkflowTestFromExecutionDocument, WorkflowTestsRunDocument, WorkflowTestRunByIdDocument, WorkflowTestRunChangedDocument, WorkflowDryRunDocument, WorkflowDryRunReportDocument, DryRunSourcesDocument, DryRunTriggerDocument } from './documents/workflow-tests.generated';
export { WorkflowListDocument, WorkflowRowByIdDocument, WorkflowTagsDocument, WorkflowExportDocument, ValidateDocumentDocument, WorkflowCreateDocument, WorkflowImportDocument, WorkflowDuplicateDocument, WorkflowDeleteDocument, WorkflowUndeleteDocument, WorkflowEnableDocument, WorkflowDisableDocument, WorkflowSearchDocument, NodeTypesDocument, FirstStepsDocument } from './documents/workflows.generated';
