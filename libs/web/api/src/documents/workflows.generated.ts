// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkflowListQuery, WorkflowListQueryVariables, WorkflowRowByIdQuery, WorkflowRowByIdQueryVariables, WorkflowTagsQuery, WorkflowTagsQueryVariables, WorkflowExportQuery, WorkflowExportQueryVariables, ValidateDocumentQuery, ValidateDocumentQueryVariables, WorkflowCreateMutation, WorkflowCreateMutationVariables, WorkflowImportMutation, WorkflowImportMutationVariables, WorkflowDuplicateMutation, WorkflowDuplicateMutationVariables, WorkflowDeleteMutation, WorkflowDeleteMutationVariables, WorkflowUndeleteMutation, WorkflowUndeleteMutationVariables, WorkflowEnableMutation, WorkflowEnableMutationVariables, WorkflowDisableMutation, WorkflowDisableMutationVariables, WorkflowSearchQuery, WorkflowSearchQueryVariables, NodeTypesQuery, NodeTypesQueryVariables, FirstStepsQuery, FirstStepsQueryVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partAutoPauseParts } from './run-defaults.generated';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `WorkflowRow`. */
export const partWorkflowRow = "fragment WorkflowRow on Workflow{id name description status enabled tags nodeCount draftRevision hasUnpublishedChanges createdAt updatedAt deletedAt publishedVersion{id version createdAt}autoPause{...AutoPauseParts}}";
/** Fragment `LastRun`. */
export const partLastRun = "fragment LastRun on Execution{id workflowId status mode createdAt startedAt finishedAt eventSeq error{message}}";
/** `WorkflowList` of libs/web/api/src/documents. */
export const WorkflowListDocument: GraphqlDocument<WorkflowListQuery, WorkflowListQueryVariables> = "query WorkflowList($first:Int=40$after:String$search:String$tags:[String!]$status:WorkflowStatus$sort:WorkflowSort$direction:SortDirection){workflows(first:$first after:$after search:$search tags:$tags status:$status sort:$sort direction:$direction){totalCount nodes{...WorkflowRow lastExecution{...LastRun}}pageInfo{hasNextPage endCursor}}}" + partAutoPauseParts + partLastRun + partWorkflowRow;
/** `WorkflowRowById` of libs/web/api/src/documents. */
export const WorkflowRowByIdDocument: GraphqlDocument<WorkflowRowByIdQuery, WorkflowRowByIdQueryVariables> = "query WorkflowRowById($id:ID!){workflow(id:$id){...WorkflowRow}}" + partAutoPauseParts + partWorkflowRow;
/** `WorkflowTags` of libs/web/api/src/documents. */
export const WorkflowTagsDocument: GraphqlDocument<WorkflowTagsQuery, WorkflowTagsQueryVariables> = "query WorkflowTags{workflowTags{tag workflowCount}}";
/** `WorkflowExport` of libs/web/api/src/documents. */
export const WorkflowExportDocument: GraphqlDocument<WorkflowExportQuery, WorkflowExportQueryVariables> = "query WorkflowExport($id:ID!$versionId:ID$form:WorkflowExportForm){workflowExport(id:$id versionId:$versionId form:$form)}";
/** `ValidateDocument` of libs/web/api/src/documents. */
export const ValidateDocumentDocument: GraphqlDocument<ValidateDocumentQuery, ValidateDocumentQueryVariables> = "query ValidateDocument($document:JSON!){workflowValidate(document:$document){valid issues{...IssueParts}}}" + partIssueParts;
/** `WorkflowCreate` of libs/web/api/src/documents. */
export const WorkflowCreateDocument: GraphqlDocument<WorkflowCreateMutation, WorkflowCreateMutationVariables> = "mutation WorkflowCreate($input:WorkflowCreateInput!){workflowCreate(input:$input){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowImport` of libs/web/api/src/documents. */
export const WorkflowImportDocument: GraphqlDocument<WorkflowImportMutation, WorkflowImportMutationVariables> = "mutation WorkflowImport($input:WorkflowImportInput!){workflowImport(input:$input){workflow{...WorkflowRow}issues{...IssueParts}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowDuplicate` of libs/web/api/src/documents. */
export const WorkflowDuplicateDocument: GraphqlDocument<WorkflowDuplicateMutation, WorkflowDuplicateMutationVariables> = "mutation WorkflowDuplicate($id:ID!$name:String){workflowDuplicate(id:$id name:$name){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowDelete` of libs/web/api/src/documents. */
export const WorkflowDeleteDocument: GraphqlDocument<WorkflowDeleteMutation, WorkflowDeleteMutationVariables> = "mutation WorkflowDelete($id:ID!){workflowDelete(id:$id){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowUndelete` of libs/web/api/src/documents. */
export const WorkflowUndeleteDocument: GraphqlDocument<WorkflowUndeleteMutation, WorkflowUndeleteMutationVariables> = "mutation WorkflowUndelete($id:ID!){workflowUndelete(id:$id){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowEnable` of libs/web/api/src/documents. */
export const WorkflowEnableDocument: GraphqlDocument<WorkflowEnableMutation, WorkflowEnableMutationVariables> = "mutation WorkflowEnable($id:ID!){workflowEnable(id:$id){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowDisable` of libs/web/api/src/documents. */
export const WorkflowDisableDocument: GraphqlDocument<WorkflowDisableMutation, WorkflowDisableMutationVariables> = "mutation WorkflowDisable($id:ID!){workflowDisable(id:$id){workflow{...WorkflowRow}errors{...Failure}}}" + partAutoPauseParts + partFailure + partIssueParts + partWorkflowRow;
/** `WorkflowSearch` of libs/web/api/src/documents. */
export const WorkflowSearchDocument: GraphqlDocument<WorkflowSearchQuery, WorkflowSearchQueryVariables> = "query WorkflowSearch($search:String$first:Int!){workflows(search:$search first:$first){nodes{id name status}}}";
/** `NodeTypes` of libs/web/api/src/documents. */
export const NodeTypesDocument: GraphqlDocument<NodeTypesQuery, NodeTypesQueryVariables> = "query NodeTypes{nodeDefinitions{type version title description icon category keywords aliases traits{trigger}}}";
/** `FirstSteps` of libs/web/api/src/documents. */
export const FirstStepsDocument: GraphqlDocument<FirstStepsQuery, FirstStepsQueryVariables> = "query FirstSteps{executions(first:1){nodes{id}}credentials{id}workflows(first:20 sort:UPDATED direction:DESC){nodes{id status draftRevision}}}";
