// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkflowByIdQuery, WorkflowByIdQueryVariables, WorkflowVersionsQuery, WorkflowVersionsQueryVariables, WorkflowDiffQuery, WorkflowDiffQueryVariables, WorkflowValidationQuery, WorkflowValidationQueryVariables, NodeCardsQuery, NodeCardsQueryVariables, NodeDetailsQuery, NodeDetailsQueryVariables, SchedulePreviewQuery, SchedulePreviewQueryVariables, WorkflowSaveDraftMutation, WorkflowSaveDraftMutationVariables, WorkflowPublishMutation, WorkflowPublishMutationVariables, WorkflowRestoreMutation, WorkflowRestoreMutationVariables, WorkflowRollBackMutation, WorkflowRollBackMutationVariables, WebhookSecretIssueMutation, WebhookSecretIssueMutationVariables, WorkflowEditingSubscription, WorkflowEditingSubscriptionVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partAutoPauseParts } from './run-defaults.generated';
import { partFailure, partIssueParts } from './failures.generated';
import { partWorkflowRow } from './workflows.generated';

/** Fragment `VersionParts`. */
export const partVersionParts = "fragment VersionParts on WorkflowVersion{id version kind note createdAt createdBy}";
/** Fragment `WorkflowDetail`. */
export const partWorkflowDetail = "fragment WorkflowDetail on Workflow{...WorkflowRow draft{document revision savedAt savedBy}publishedVersion{...VersionParts}webhooks{id nodeId address path methods auth response live secretIssued notice}schedules{id nodeId live nextRuns}}";
/** `WorkflowById` of libs/web/api/src/documents. */
export const WorkflowByIdDocument: GraphqlDocument<WorkflowByIdQuery, WorkflowByIdQueryVariables> = "query WorkflowById($id:ID!){workflow(id:$id){...WorkflowDetail}}" + partAutoPauseParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `WorkflowVersions` of libs/web/api/src/documents. */
export const WorkflowVersionsDocument: GraphqlDocument<WorkflowVersionsQuery, WorkflowVersionsQueryVariables> = "query WorkflowVersions($workflowId:ID!$first:Int=20$after:String){workflowVersions(workflowId:$workflowId first:$first after:$after){nodes{...VersionParts}pageInfo{hasNextPage endCursor}}}" + partVersionParts;
/** `WorkflowDiff` of libs/web/api/src/documents. */
export const WorkflowDiffDocument: GraphqlDocument<WorkflowDiffQuery, WorkflowDiffQueryVariables> = "query WorkflowDiff($id:ID!$from:ID$to:ID){workflowDiff(id:$id from:$from to:$to)}";
/** `WorkflowValidation` of libs/web/api/src/documents. */
export const WorkflowValidationDocument: GraphqlDocument<WorkflowValidationQuery, WorkflowValidationQueryVariables> = "query WorkflowValidation($id:ID!){workflowValidate(id:$id){valid issues{...IssueParts}}}" + partIssueParts;
/** `NodeCards` of libs/web/api/src/documents. */
export const NodeCardsDocument: GraphqlDocument<NodeCardsQuery, NodeCardsQueryVariables> = "query NodeCards($types:[String!]){nodeDefinitions(types:$types){type version title description category aliases keywords deprecated icon summary startsOn runAddress rawParams extraRoots timeoutMs inputs{id label description}outputs{id label description}dynamicOutputs{param idKey labelKey}credentials{id title types required showWhen}traits{branches joins pure repeatable suspends terminal container trigger}}}";
/** `NodeDetails` of libs/web/api/src/documents. */
export const NodeDetailsDocument: GraphqlDocument<NodeDetailsQuery, NodeDetailsQueryVariables> = "query NodeDetails($types:[String!]){nodeDefinitions(types:$types){type version docs paramsSchema outputSchema traits{answersCaller effect ignoresInput readsWhen}}}";
/** `SchedulePreview` of libs/web/api/src/documents. */
export const SchedulePreviewDocument: GraphqlDocument<SchedulePreviewQuery, SchedulePreviewQueryVariables> = "query SchedulePreview($config:JSON!$count:Int$timezone:String){schedulePreview(config:$config count:$count timezone:$timezone)}";
/** `WorkflowSaveDraft` of libs/web/api/src/documents. */
export const WorkflowSaveDraftDocument: GraphqlDocument<WorkflowSaveDraftMutation, WorkflowSaveDraftMutationVariables> = "mutation WorkflowSaveDraft($id:ID!$input:WorkflowSaveDraftInput!){workflowSaveDraft(id:$id input:$input){workflow{...WorkflowRow draft{revision savedAt}}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowPublish` of libs/web/api/src/documents. */
export const WorkflowPublishDocument: GraphqlDocument<WorkflowPublishMutation, WorkflowPublishMutationVariables> = "mutation WorkflowPublish($id:ID!$input:WorkflowPublishInput){workflowPublish(id:$id input:$input){workflow{...WorkflowDetail}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `WorkflowRestore` of libs/web/api/src/documents. */
export const WorkflowRestoreDocument: GraphqlDocument<WorkflowRestoreMutation, WorkflowRestoreMutationVariables> = "mutation WorkflowRestore($id:ID!$input:WorkflowRestoreInput!){workflowRestore(id:$id input:$input){workflow{...WorkflowDetail}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `WorkflowRollBack` of libs/web/api/src/documents. */
export const WorkflowRollBackDocument: GraphqlDocument<WorkflowRollBackMutation, WorkflowRollBackMutationVariables> = "mutation WorkflowRollBack($id:ID!$versionId:ID!){workflowRollBack(id:$id versionId:$versionId){workflow{...WorkflowDetail}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partVersionParts + partWorkflowDetail + partWorkflowRow;
/** `WebhookSecretIssue` of libs/web/api/src/documents. */
export const WebhookSecretIssueDocument: GraphqlDocument<WebhookSecretIssueMutation, WebhookSecretIssueMutationVariables> = "mutation WebhookSecretIssue($id:ID!){webhookSecretIssue(id:$id){secret errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowEditing` of libs/web/api/src/documents. */
export const WorkflowEditingDocument: GraphqlDocument<WorkflowEditingSubscription, WorkflowEditingSubscriptionVariables> = "subscription WorkflowEditing($workflowId:ID!$clientId:ID!){workflowEditing(workflowId:$workflowId clientId:$clientId){draftRevision draftSavedBy editors{clientId userId name since}}}";
