// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { ForkPlanQuery, ForkPlanQueryVariables, ForkRunMutation, ForkRunMutationVariables, RunsRetryMutation, RunsRetryMutationVariables, RunFamilyQuery, RunFamilyQueryVariables, ForkVersionsQuery, ForkVersionsQueryVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `ForkPlanParts`. */
export const partForkPlanParts = "fragment ForkPlanParts on ForkPlan{token from document steps{nodeId label type fate reason hasEffects turns{kept again}}inputs{nodeId label value{value payloadId bytes}}}";
/** Fragment `RelativeParts`. */
export const partRelativeParts = "fragment RelativeParts on Execution{id status createdAt version sourceId fork{from attempt isEdited}}";
/** `ForkPlan` of libs/web/api/src/documents. */
export const ForkPlanDocument: GraphqlDocument<ForkPlanQuery, ForkPlanQueryVariables> = "query ForkPlan($id:ID!$input:ExecutionForkInput!){executionForkPlan(id:$id input:$input){...ForkPlanParts}}" + partForkPlanParts;
/** `ForkRun` of libs/web/api/src/documents. */
export const ForkRunDocument: GraphqlDocument<ForkRunMutation, ForkRunMutationVariables> = "mutation ForkRun($id:ID!$input:ExecutionForkInput!){executionFork(id:$id input:$input){execution{id}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunsRetry` of libs/web/api/src/documents. */
export const RunsRetryDocument: GraphqlDocument<RunsRetryMutation, RunsRetryMutationVariables> = "mutation RunsRetry($ids:[ID!]!$version:String!){executionsRetry(ids:$ids version:$version){results{id error{code message}}errors{...Failure}}}" + partFailure + partIssueParts;
/** `RunFamily` of libs/web/api/src/documents. */
export const RunFamilyDocument: GraphqlDocument<RunFamilyQuery, RunFamilyQueryVariables> = "query RunFamily($id:ID!){execution(id:$id){id source{...RelativeParts}forks{...RelativeParts}}}" + partRelativeParts;
/** `ForkVersions` of libs/web/api/src/documents. */
export const ForkVersionsDocument: GraphqlDocument<ForkVersionsQuery, ForkVersionsQueryVariables> = "query ForkVersions($workflowId:ID!){workflow(id:$workflowId){id versions(first:20 kinds:[PUBLISHED]){nodes{id version note}}}}";
