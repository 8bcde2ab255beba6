// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { EditorWorkflowQuery, EditorWorkflowQueryVariables, WorkflowPinSetMutation, WorkflowPinSetMutationVariables, WorkflowPinRemoveMutation, WorkflowPinRemoveMutationVariables, WorkflowCheckpointMutation, WorkflowCheckpointMutationVariables, EditorPublishMutation, EditorPublishMutationVariables, ExecutionStartPartialMutation, ExecutionStartPartialMutationVariables, ExecutionSkipWaitMutation, ExecutionSkipWaitMutationVariables, LatestRunQuery, LatestRunQueryVariables, WebhookListenMutation, WebhookListenMutationVariables, WebhookCapturesQuery, WebhookCapturesQueryVariables, WebhookCapturedSubscription, WebhookCapturedSubscriptionVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partAutoPauseParts } from './run-defaults.generated';
import { partExecutionErrorParts, partExecutionRow } from './executions.generated';
import { partFailure, partIssueParts } from './failures.generated';
import { partVersionParts, partWorkflowDetail } from './editor.generated';
import { partWorkflowRow } from './workflows.generated';

/** Fragment `CaptureParts`. */
export const partCaptureParts = "fragment CaptureParts on WebhookCapture{id nodeId method path receivedAt bytes value}";
/** `EditorWorkflow` of libs/web/api/src/documents. */
export const EditorWorkflowDocument: GraphqlDocument<EditorWorkflowQuery, EditorWorkflowQueryVariables> = "query EditorWorkflow($id:ID!){workflow(id:$id){...WorkflowDetail publishedVersion{document}pins{nodeId ports}}}" + partAutoPauseParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `WorkflowPinSet` of libs/web/api/src/documents. */
export const WorkflowPinSetDocument: GraphqlDocument<WorkflowPinSetMutation, WorkflowPinSetMutationVariables> = "mutation WorkflowPinSet($workflowId:ID!$nodeId:ID!$ports:JSON!){workflowPinSet(workflowId:$workflowId nodeId:$nodeId ports:$ports){errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowPinRemove` of libs/web/api/src/documents. */
export const WorkflowPinRemoveDocument: GraphqlDocument<WorkflowPinRemoveMutation, WorkflowPinRemoveMutationVariables> = "mutation WorkflowPinRemove($workflowId:ID!$nodeId:ID!){workflowPinRemove(workflowId:$workflowId nodeId:$nodeId){errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowCheckpoint` of libs/web/api/src/documents. */
export const WorkflowCheckpointDocument: GraphqlDocument<WorkflowCheckpointMutation, WorkflowCheckpointMutationVariables> = "mutation WorkflowCheckpoint($id:ID!$input:WorkflowCheckpointInput){workflowCheckpoint(id:$id input:$input){version{id name}errors{...Failure}}}" + partFailure + partIssueParts;
/** `EditorPublish` of libs/web/api/src/documents. */
export const EditorPublishDocument: GraphqlDocument<EditorPublishMutation, EditorPublishMutationVariables> = "mutation EditorPublish($id:ID!$input:WorkflowPublishInput){workflowPublish(id:$id input:$input){workflow{...WorkflowDetail publishedVersion{document}}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `ExecutionStartPartial` of libs/web/api/src/documents. */
export const ExecutionStartPartialDocument: GraphqlDocument<ExecutionStartPartialMutation, ExecutionStartPartialMutationVariables> = "mutation ExecutionStartPartial($workflowId:ID!$input:ExecutionPartialInput!){executionStartPartial(workflowId:$workflowId input:$input){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `ExecutionSkipWait` of libs/web/api/src/documents. */
export const ExecutionSkipWaitDocument: GraphqlDocument<ExecutionSkipWaitMutation, ExecutionSkipWaitMutationVariables> = "mutation ExecutionSkipWait($id:ID!$nodeId:ID!){executionSkipWait(id:$id nodeId:$nodeId){execution{...ExecutionRow}errors{...Failure}}}" + partExecutionErrorParts + partExecutionRow + partFailure + partIssueParts;
/** `LatestRun` of libs/web/api/src/documents. */
export const LatestRunDocument: GraphqlDocument<LatestRunQuery, LatestRunQueryVariables> = "query LatestRun($workflowId:ID!){workflow(id:$workflowId){id executions(first:1){nodes{...ExecutionRow}}}}" + partExecutionErrorParts + partExecutionRow;
/** `WebhookListen` of libs/web/api/src/documents. */
export const WebhookListenDocument: GraphqlDocument<WebhookListenMutation, WebhookListenMutationVariables> = "mutation WebhookListen($workflowId:ID!$nodeId:ID!){webhookListen(workflowId:$workflowId nodeId:$nodeId){testUrl curl until errors{...Failure}}}" + partFailure + partIssueParts;
/** `WebhookCaptures` of libs/web/api/src/documents. */
export const WebhookCapturesDocument: GraphqlDocument<WebhookCapturesQuery, WebhookCapturesQueryVariables> = "query WebhookCaptures($workflowId:ID!$nodeId:ID!){workflow(id:$workflowId){id captures(nodeId:$nodeId){...CaptureParts}}}" + partCaptureParts;
/** `WebhookCaptured` of libs/web/api/src/documents. */
export const WebhookCapturedDocument: GraphqlDocument<WebhookCapturedSubscription, WebhookCapturedSubscriptionVariables> = "subscription WebhookCaptured($workflowId:ID!$nodeId:ID!){webhookCaptured(workflowId:$workflowId nodeId:$nodeId){...CaptureParts}}" + partCaptureParts;
