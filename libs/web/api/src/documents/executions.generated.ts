// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { ExecutionListQuery, ExecutionListQueryVariables, ExecutionByIdQuery, ExecutionByIdQueryVariables, ExecutionEventPageQuery, ExecutionEventPageQueryVariables, ExecutionValueQuery, ExecutionValueQueryVariables, ExecutionEventsSubscription, ExecutionEventsSubscriptionVariables, WorkflowExecutionChangesSubscription, WorkflowExecutionChangesSubscriptionVariables, WorkspaceExecutionChangesSubscription, WorkspaceExecutionChangesSubscriptionVariables, ExecutionStartMutation, ExecutionStartMutationVariables, ExecutionCancelMutation, ExecutionCancelMutationVariables, ExecutionTerminateMutation, ExecutionTerminateMutationVariables, ExecutionPauseMutation, ExecutionPauseMutationVariables, ExecutionResumeMutation, ExecutionResumeMutationVariables, ExecutionStepMutation, ExecutionStepMutationVariables, ExecutionPurgeMutation, ExecutionPurgeMutationVariables, ExecutionSignalMutation, ExecutionSignalMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `ExecutionErrorParts`. */
export const partExecutionErrorParts = "fragment ExecutionErrorParts on ExecutionError{code message fault nodeId details}";
/** Fragment `ExecutionRow`. */
export const partExecutionRow = "fragment ExecutionRow on Execution{id workflowId versionId status mode progress eventSeq terminated createdAt startedAt finishedAt startedBy error{...ExecutionErrorParts}}";
/** `ExecutionList` of libs/web/api/src/documents. */
export const ExecutionListDocument: GraphqlDocument<ExecutionListQuery, ExecutionListQueryVariables> = "query ExecutionList($first:Int=50$after:String$filter:ExecutionFilter){executions(first:$first after:$after filter:$filter){nodes{...ExecutionRow workflowName}pageInfo{hasNextPage endCursor}}}" + partExecutionErrorParts + partExecutionRow;
/** `ExecutionById` of libs/web/api/src/documents. */
export const ExecutionByIdDocument: GraphqlDocument<ExecutionByIdQuery, ExecutionByIdQueryVariables> = "query ExecutionById($id:ID!){execution(id:$id){...ExecutionRow workflowName instanceId document}}" + partExecutionErrorParts + partExecutionRow;
/** `ExecutionEventPage` of libs/web/api/src/documents. */
export const ExecutionEventPageDocument: GraphqlDocument<ExecutionEventPageQuery, ExecutionEventPageQueryVariables> = "query ExecutionEventPage($id:ID!$afterSeq:Int!$first:Int!){execution(id:$id){id eventSeq events(afterSeq:$afterSeq first:$first){seq at type nodeId body}}}";
/** `ExecutionValue` of libs/web/api/src/documents. */
export const ExecutionValueDocument: GraphqlDocument<ExecutionValueQuery, ExecutionValueQueryVariables> = "query ExecutionValue($id:ID!$payloadId:ID!$offset:Int!){execution(id:$id){id value(payloadId:$payloadId offset:$offset){text bytes nextOffset}}}";
/** `ExecutionEvents` of libs/web/api/src/documents. */
export const ExecutionEventsDocument: GraphqlDocument<ExecutionEventsSubscription, ExecutionEventsSubscriptionVariables> = "subscription ExecutionEvents($executionId:ID!$afterSeq:Int!){executionEvents(executionId:$executionId afterSeq:$afterSeq){seq at type nodeId body}}";
/** `WorkflowExecutionChanges` of libs/web/api/src/documents. */
export const WorkflowExecutionChangesDocument: GraphqlDocument<WorkflowExecutionChangesSubscription, WorkflowExecutionChangesSubscriptionVariables> = "subscription WorkflowExecutionChanges($workflowId:ID!){workflowExecutions(workflowId:$workflowId){...ExecutionRow workflowName}}" + partExecutionErrorParts + partExecutionRow;
/** `WorkspaceExecutionChanges` of libs/web/api/src/documents. */
export const WorkspaceExecutionChangesDocument: GraphqlDocument<WorkspaceExecutionChangesSubscription, WorkspaceExecutionChangesSubscriptionVariables> = "subscription WorkspaceExecutionChanges{workspaceExecutions{...ExecutionRow workflowName}}" + partExecutionErrorParts + partExecutionRow;
/** `ExecutionStart` of libs/web/api/src/documents. */
export const ExecutionStartDocument: GraphqlDocument<ExecutionStartMutation, ExecutionStartMutationVariables> = "mutation ExecutionStart($workflowId:ID!$input:ExecutionStartInput){executionStart(workflowId:$workflowId input:$input){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionCancel` of libs/web/api/src/documents. */
export const ExecutionCancelDocument: GraphqlDocument<ExecutionCancelMutation, ExecutionCancelMutationVariables> = "mutation ExecutionCancel($id:ID!$reason:String){executionCancel(id:$id reason:$reason){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionTerminate` of libs/web/api/src/documents. */
export const ExecutionTerminateDocument: GraphqlDocument<ExecutionTerminateMutation, ExecutionTerminateMutationVariables> = "mutation ExecutionTerminate($id:ID!$reason:String){executionTerminate(id:$id reason:$reason){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionPause` of libs/web/api/src/documents. */
export const ExecutionPauseDocument: GraphqlDocument<ExecutionPauseMutation, ExecutionPauseMutationVariables> = "mutation ExecutionPause($id:ID!){executionPause(id:$id){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionResume` of libs/web/api/src/documents. */
export const ExecutionResumeDocument: GraphqlDocument<ExecutionResumeMutation, ExecutionResumeMutationVariables> = "mutation ExecutionResume($id:ID!){executionResume(id:$id){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionStep` of libs/web/api/src/documents. */
export const ExecutionStepDocument: GraphqlDocument<ExecutionStepMutation, ExecutionStepMutationVariables> = "mutation ExecutionStep($id:ID!$input:ExecutionStepInput!){executionStep(id:$id input:$input){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionPurge` of libs/web/api/src/documents. */
export const ExecutionPurgeDocument: GraphqlDocument<ExecutionPurgeMutation, ExecutionPurgeMutationVariables> = "mutation ExecutionPurge($id:ID!){executionPurge(id:$id){purgedId errors{...Failure}}}" + partFailure + partIssueParts;
/** `ExecutionSignal` of libs/web/api/src/documents. */
export const ExecutionSignalDocument: GraphqlDocument<ExecutionSignalMutation, ExecutionSignalMutationVariables> = "mutation ExecutionSignal($id:ID!$input:ExecutionSignalInput!){executionSignal(id:$id input:$input){delivered execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
