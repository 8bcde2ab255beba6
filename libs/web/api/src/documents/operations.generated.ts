// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkspaceStorageQuery, WorkspaceStorageQueryVariables, RetentionPreviewQuery, RetentionPreviewQueryVariables, WorkspaceRetentionSetMutation, WorkspaceRetentionSetMutationVariables, RetentionRunMutation, RetentionRunMutationVariables, WorkspaceQueueQuery, WorkspaceQueueQueryVariables, DeadEventsRetryMutation, DeadEventsRetryMutationVariables, DeadEventsDiscardMutation, DeadEventsDiscardMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `RetentionParts`. */
export const partRetentionParts = "fragment RetentionParts on RetentionLimits{days runs bytes source}";
/** Fragment `RunLoadParts`. */
export const partRunLoadParts = "fragment RunLoadParts on RunLoad{pending running waiting paused late oldestPendingAt startedLastHour finishedLastHour failedLastHour tests testsLastHour}";
/** `WorkspaceStorage` of libs/web/api/src/documents. */
export const WorkspaceStorageDocument: GraphqlDocument<WorkspaceStorageQuery, WorkspaceStorageQueryVariables> = "query WorkspaceStorage{workspaceStorage{runs bytes tests testBytes starred oldestAt workflows{workflowId name runs bytes tests testBytes oldestAt}retention{...RetentionParts}instance{bytes tables{name bytes rows deadRows vacuumedAt}}}}" + partRetentionParts;
/** `RetentionPreview` of libs/web/api/src/documents. */
export const RetentionPreviewDocument: GraphqlDocument<RetentionPreviewQuery, RetentionPreviewQueryVariables> = "query RetentionPreview{retentionPreview{workflowId runs source}}";
/** `WorkspaceRetentionSet` of libs/web/api/src/documents. */
export const WorkspaceRetentionSetDocument: GraphqlDocument<WorkspaceRetentionSetMutation, WorkspaceRetentionSetMutationVariables> = "mutation WorkspaceRetentionSet($input:WorkspaceRetentionInput!){workspaceRetentionSet(input:$input){errors{...Failure}}}" + partFailure + partIssueParts;
/** `RetentionRun` of libs/web/api/src/documents. */
export const RetentionRunDocument: GraphqlDocument<RetentionRunMutation, RetentionRunMutationVariables> = "mutation RetentionRun{retentionRun{errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkspaceQueue` of libs/web/api/src/documents. */
export const WorkspaceQueueDocument: GraphqlDocument<WorkspaceQueueQuery, WorkspaceQueueQueryVariables> = "query WorkspaceQueue{workspaceQueue{load{...RunLoadParts}stuck{id workflowId status createdAt}lost{id workflowId message finishedAt}deadEvents{id name executionId error diedAt}instance{load{...RunLoadParts}stuckCount queues{name waiting active later oldestAt}workers{id host pid version startedAt seenAt isAlive runs}}}notificationEndpoints{id waitingCount deadCount}}" + partRunLoadParts;
/** `DeadEventsRetry` of libs/web/api/src/documents. */
export const DeadEventsRetryDocument: GraphqlDocument<DeadEventsRetryMutation, DeadEventsRetryMutationVariables> = "mutation DeadEventsRetry($ids:[ID!]!){deadEventsRetry(ids:$ids){count errors{...Failure}}}" + partFailure + partIssueParts;
/** `DeadEventsDiscard` of libs/web/api/src/documents. */
export const DeadEventsDiscardDocument: GraphqlDocument<DeadEventsDiscardMutation, DeadEventsDiscardMutationVariables> = "mutation DeadEventsDiscard($ids:[ID!]!){deadEventsDiscard(ids:$ids){count errors{...Failure}}}" + partFailure + partIssueParts;
