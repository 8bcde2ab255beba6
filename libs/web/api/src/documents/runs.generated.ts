// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { RunStandingQuery, RunStandingQueryVariables, RunPageQuery, RunPageQueryVariables, RunByIdQuery, RunByIdQueryVariables, RunChangesSubscription, RunChangesSubscriptionVariables, WorkflowRunChangesSubscription, WorkflowRunChangesSubscriptionVariables, RunWorkflowNamesQuery, RunWorkflowNamesQueryVariables, RunWorkflowQuery, RunWorkflowQueryVariables, RunStepInputsQuery, RunStepInputsQueryVariables, RunsCancelMutation, RunsCancelMutationVariables, RunsPurgeMutation, RunsPurgeMutationVariables, RunsRerunMutation, RunsRerunMutationVariables, RunRerunMutation, RunRerunMutationVariables, SavedRunViewsQuery, SavedRunViewsQueryVariables, SavedRunViewSaveMutation, SavedRunViewSaveMutationVariables, SavedRunViewDeleteMutation, SavedRunViewDeleteMutationVariables, RunStarMutation, RunStarMutationVariables, RunsSinceQuery, RunsSinceQueryVariables, PreviousRunQuery, PreviousRunQueryVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `RunRowParts`. */
export const partRunRowParts = "fragment RunRowParts on Execution{id workflowId workflowName versionId version status mode phase progress eventSeq terminated createdAt startedAt finishedAt retryCount starred error{code message nodeId}queue{...QueueParts}modelUsage{inputTokens outputTokens totalTokens costUsd isPartial}}";
/** Fragment `QueueParts`. */
export const partQueueParts = "fragment QueueParts on ExecutionQueue{ahead limit key}";
/** `RunStanding` of libs/web/api/src/documents. */
export const RunStandingDocument: GraphqlDocument<RunStandingQuery, RunStandingQueryVariables> = "query RunStanding($id:ID!){execution(id:$id){id status queue{...QueueParts}}}" + partQueueParts;
/** `RunPage` of libs/web/api/src/documents. */
export const RunPageDocument: GraphqlDocument<RunPageQuery, RunPageQueryVariables> = "query RunPage($first:Int=50$after:String$filter:ExecutionFilter){executions(first:$first after:$after filter:$filter){nodes{...RunRowParts}totalCount pageInfo{hasNextPage endCursor}}}" + partQueueParts + partRunRowParts;
/** `RunById` of libs/web/api/src/documents. */
export const RunByIdDocument: GraphqlDocument<RunByIdQuery, RunByIdQueryVariables> = "query RunById($id:ID!){execution(id:$id){...RunRowParts instanceId document startedBy sourceId partial{mode nodeId}fork{from attempt isEdited}}}" + partQueueParts + partRunRowParts;
/** `RunChanges` of libs/web/api/src/documents. */
export const RunChangesDocument: GraphqlDocument<RunChangesSubscription, RunChangesSubscriptionVariables> = "subscription RunChanges{workspaceExecutions{...RunRowParts}}" + partQueueParts + partRunRowParts;
/** `WorkflowRunChanges` of libs/web/api/src/documents. */
export const WorkflowRunChangesDocument: GraphqlDocument<WorkflowRunChangesSubscription, WorkflowRunChangesSubscriptionVariables> = "subscription WorkflowRunChanges($workflowId:ID!){workflowExecutions(workflowId:$workflowId){...RunRowParts}}" + partQueueParts + partRunRowParts;
/** `RunWorkflowNames` of libs/web/api/src/documents. */
export const RunWorkflowNamesDocument: GraphqlDocument<RunWorkflowNamesQuery, RunWorkflowNamesQueryVariables> = "query RunWorkflowNames($search:String){workflows(first:50 search:$search sort:NAME direction:ASC){nodes{id name}}}";
/** `RunWorkflow` of libs/web/api/src/documents. */
export const RunWorkflowDocument: GraphqlDocument<RunWorkflowQuery, RunWorkflowQueryVariables> = "query RunWorkflow($id:ID!){workflow(id:$id){id name enabled status webhooks{id address live methods}}}";
/** `RunStepInputs` of libs/web/api/src/documents. */
export const RunStepInputsDocument: GraphqlDocument<RunStepInputsQuery, RunStepInputsQueryVariables> = "query RunStepInputs($id:ID!){execution(id:$id){id steps{nodeId input{value payloadId bytes}}}}";
/** `RunsCancel` of libs/web/api/src/documents. */
export const RunsCancelDocument: GraphqlDocument<RunsCancelMutation, RunsCancelMutationVariables> = "mutation RunsCancel($ids:[ID!]!){executionsCancel(ids:$ids){results{id error{code message}}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunsPurge` of libs/web/api/src/documents. */
export const RunsPurgeDocument: GraphqlDocument<RunsPurgeMutation, RunsPurgeMutationVariables> = "mutation RunsPurge($ids:[ID!]!){executionsPurge(ids:$ids){results{id error{code message}}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunsRerun` of libs/web/api/src/documents. */
export const RunsRerunDocument: GraphqlDocument<RunsRerunMutation, RunsRerunMutationVariables> = "mutation RunsRerun($ids:[ID!]!$version:RerunVersion!){executionsRerun(ids:$ids version:$version){results{id error{code message}}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunRerun` of libs/web/api/src/documents. */
export const RunRerunDocument: GraphqlDocument<RunRerunMutation, RunRerunMutationVariables> = "mutation RunRerun($id:ID!$version:RerunVersion!){executionRerun(id:$id version:$version){execution{id}errors{...Failure}}}" + partFailure + partIssueParts;
/** `SavedRunViews` of libs/web/api/src/documents. */
export const SavedRunViewsDocument: GraphqlDocument<SavedRunViewsQuery, SavedRunViewsQueryVariables> = "query SavedRunViews{savedRunViews{id name query}}";
/** `SavedRunViewSave` of libs/web/api/src/documents. */
export const SavedRunViewSaveDocument: GraphqlDocument<SavedRunViewSaveMutation, SavedRunViewSaveMutationVariables> = "mutation SavedRunViewSave($id:ID$input:SavedRunViewInput!){savedRunViewSave(id:$id input:$input){view{id name query}errors{...Failure}}}" + partFailure + partIssueParts;
/** `SavedRunViewDelete` of libs/web/api/src/documents. */
export const SavedRunViewDeleteDocument: GraphqlDocument<SavedRunViewDeleteMutation, SavedRunViewDeleteMutationVariables> = "mutation SavedRunViewDelete($id:ID!){savedRunViewDelete(id:$id){deletedId errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunStar` of libs/web/api/src/documents. */
export const RunStarDocument: GraphqlDocument<RunStarMutation, RunStarMutationVariables> = "mutation RunStar($id:ID!$starred:Boolean!){executionStar(id:$id starred:$starred){execution{id starred}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunsSince` of libs/web/api/src/documents. */
export const RunsSinceDocument: GraphqlDocument<RunsSinceQuery, RunsSinceQueryVariables> = "query RunsSince($since:DateTime!$workflowId:ID){all:executions(first:1 filter:{createdAfter:$since workflowId:$workflowId}){totalCount}failed:executions(first:1 filter:{createdAfter:$since workflowId:$workflowId statuses:[FAILED]}){totalCount}}";
/** `PreviousRun` of libs/web/api/src/documents. */
export const PreviousRunDocument: GraphqlDocument<PreviousRunQuery, PreviousRunQueryVariables> = "query PreviousRun($workflowId:ID!$before:DateTime!){executions(first:1 filter:{workflowId:$workflowId createdBefore:$before}){nodes{id}}}";
