// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkflowAutoPauseQuery, WorkflowAutoPauseQueryVariables, RunDefaultsQuery, RunDefaultsQueryVariables, ErrorWorkflowSetMutation, ErrorWorkflowSetMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `AutoPauseParts`. */
export const partAutoPauseParts = "fragment AutoPauseParts on WorkflowAutoPause{pausedAt failures executionId error}";
/** `WorkflowAutoPause` of libs/web/api/src/documents. */
export const WorkflowAutoPauseDocument: GraphqlDocument<WorkflowAutoPauseQuery, WorkflowAutoPauseQueryVariables> = "query WorkflowAutoPause($id:ID!){workflow(id:$id){id autoPause{...AutoPauseParts}}}" + partAutoPauseParts;
/** `RunDefaults` of libs/web/api/src/documents. */
export const RunDefaultsDocument: GraphqlDocument<RunDefaultsQuery, RunDefaultsQueryVariables> = "query RunDefaults{runDefaults{errorWorkflowId}workflows(first:100 sort:NAME direction:ASC){nodes{id name enabled}}}";
/** `ErrorWorkflowSet` of libs/web/api/src/documents. */
export const ErrorWorkflowSetDocument: GraphqlDocument<ErrorWorkflowSetMutation, ErrorWorkflowSetMutationVariables> = "mutation ErrorWorkflowSet($workflowId:ID){errorWorkflowSet(workflowId:$workflowId){runDefaults{errorWorkflowId}errors{...Failure}}}" + partFailure + partIssueParts;
