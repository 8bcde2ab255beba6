// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkflowTestSummariesQuery, WorkflowTestSummariesQueryVariables, WorkflowTestByIdQuery, WorkflowTestByIdQueryVariables, WorkflowTestCreateMutation, WorkflowTestCreateMutationVariables, WorkflowTestUpdateMutation, WorkflowTestUpdateMutationVariables, WorkflowTestDuplicateMutation, WorkflowTestDuplicateMutationVariables, WorkflowTestDeleteMutation, WorkflowTestDeleteMutationVariables, WorkflowTestAcceptMutation, WorkflowTestAcceptMutationVariables, WorkflowTestFromExecutionMutation, WorkflowTestFromExecutionMutationVariables, WorkflowTestsRunMutation, WorkflowTestsRunMutationVariables, WorkflowTestRunByIdQuery, WorkflowTestRunByIdQueryVariables, WorkflowTestRunChangedSubscription, WorkflowTestRunChangedSubscriptionVariables, WorkflowDryRunMutation, WorkflowDryRunMutationVariables, WorkflowDryRunReportQuery, WorkflowDryRunReportQueryVariables, DryRunSourcesQuery, DryRunSourcesQueryVariables, DryRunTriggerQuery, DryRunTriggerQueryVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `TestResultSummary`. */
export const partTestResultSummary = "fragment TestResultSummary on WorkflowTestResult{runId testId name status isCurrent executionId elapsedMs durationMs startedAt finishedAt error{code message}}";
/** Fragment `TestResultParts`. */
export const partTestResultParts = "fragment TestResultParts on WorkflowTestResult{...TestResultSummary assertions{index label passed message nodeId expected actual differences{path expected actual}}}";
/** Fragment `TestParts`. */
export const partTestParts = "fragment TestParts on WorkflowTest{id name revision spec updatedAt problems{path message}lastResult{...TestResultParts}}";
/** Fragment `TestRunParts`. */
export const partTestRunParts = "fragment TestRunParts on WorkflowTestRun{id status total passed failed finishedAt results{...TestResultSummary}}";
/** Fragment `DryRunMomentParts`. */
export const partDryRunMomentParts = "fragment DryRunMomentParts on WorkflowDryRunMoment{atMs kind nodeId path attempt text untilMs details isAssumed decision{taken others}}";
/** `WorkflowTestSummaries` of libs/web/api/src/documents. */
export const WorkflowTestSummariesDocument: GraphqlDocument<WorkflowTestSummariesQuery, WorkflowTestSummariesQueryVariables> = "query WorkflowTestSummaries($workflowId:ID!){workflowTests(workflowId:$workflowId){id name lastResult{...TestResultSummary}}}" + partTestResultSummary;
/** `WorkflowTestById` of libs/web/api/src/documents. */
export const WorkflowTestByIdDocument: GraphqlDocument<WorkflowTestByIdQuery, WorkflowTestByIdQueryVariables> = "query WorkflowTestById($id:ID!){workflowTest(id:$id){...TestParts}}" + partTestParts + partTestResultParts + partTestResultSummary;
/** `WorkflowTestCreate` of libs/web/api/src/documents. */
export const WorkflowTestCreateDocument: GraphqlDocument<WorkflowTestCreateMutation, WorkflowTestCreateMutationVariables> = "mutation WorkflowTestCreate($workflowId:ID!$input:WorkflowTestInput!){workflowTestCreate(workflowId:$workflowId input:$input){test{id name}errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowTestUpdate` of libs/web/api/src/documents. */
export const WorkflowTestUpdateDocument: GraphqlDocument<WorkflowTestUpdateMutation, WorkflowTestUpdateMutationVariables> = "mutation WorkflowTestUpdate($id:ID!$input:WorkflowTestUpdateInput!){workflowTestUpdate(id:$id input:$input){test{...TestParts}errors{...Failure}}}" + partFailure + partIssueParts + partTestParts + partTestResultParts + partTestResultSummary;
/** `WorkflowTestDuplicate` of libs/web/api/src/documents. */
export const WorkflowTestDuplicateDocument: GraphqlDocument<WorkflowTestDuplicateMutation, WorkflowTestDuplicateMutationVariables> = "mutation WorkflowTestDuplicate($id:ID!){workflowTestDuplicate(id:$id){test{id name}errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowTestDelete` of libs/web/api/src/documents. */
export const WorkflowTestDeleteDocument: GraphqlDocument<WorkflowTestDeleteMutation, WorkflowTestDeleteMutationVariables> = "mutation WorkflowTestDelete($id:ID!){workflowTestDelete(id:$id){deletedId errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowTestAccept` of libs/web/api/src/documents. */
export const WorkflowTestAcceptDocument: GraphqlDocument<WorkflowTestAcceptMutation, WorkflowTestAcceptMutationVariables> = "mutation WorkflowTestAccept($runId:ID!$testId:ID!$assertions:[Float!]){workflowTestAccept(runId:$runId testId:$testId assertions:$assertions){test{...TestParts}errors{...Failure}}}" + partFailure + partIssueParts + partTestParts + partTestResultParts + partTestResultSummary;
/** `WorkflowTestFromExecution` of libs/web/api/src/documents. */
export const WorkflowTestFromExecutionDocument: GraphqlDocument<WorkflowTestFromExecutionMutation, WorkflowTestFromExecutionMutationVariables> = "mutation WorkflowTestFromExecution($executionId:ID!){workflowTestFromExecution(executionId:$executionId save:false){name spec errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowTestsRun` of libs/web/api/src/documents. */
export const WorkflowTestsRunDocument: GraphqlDocument<WorkflowTestsRunMutation, WorkflowTestsRunMutationVariables> = "mutation WorkflowTestsRun($workflowId:ID!$input:WorkflowTestsRunInput){workflowTestsRun(workflowId:$workflowId input:$input){run{...TestRunParts}errors{...Failure}}}" + partFailure + partIssueParts + partTestResultSummary + partTestRunParts;
/** `WorkflowTestRunById` of libs/web/api/src/documents. */
export const WorkflowTestRunByIdDocument: GraphqlDocument<WorkflowTestRunByIdQuery, WorkflowTestRunByIdQueryVariables> = "query WorkflowTestRunById($id:ID!){workflowTestRun(id:$id){...TestRunParts}}" + partTestResultSummary + partTestRunParts;
/** `WorkflowTestRunChanged` of libs/web/api/src/documents. */
export const WorkflowTestRunChangedDocument: GraphqlDocument<WorkflowTestRunChangedSubscription, WorkflowTestRunChangedSubscriptionVariables> = "subscription WorkflowTestRunChanged($runId:ID!){workflowTestRunChanged(runId:$runId){...TestRunParts}}" + partTestResultSummary + partTestRunParts;
/** `WorkflowDryRun` of libs/web/api/src/documents. */
export const WorkflowDryRunDocument: GraphqlDocument<WorkflowDryRunMutation, WorkflowDryRunMutationVariables> = "mutation WorkflowDryRun($workflowId:ID!$input:WorkflowDryRunInput){workflowDryRun(workflowId:$workflowId input:$input){executionId errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkflowDryRunReport` of libs/web/api/src/documents. */
export const WorkflowDryRunReportDocument: GraphqlDocument<WorkflowDryRunReportQuery, WorkflowDryRunReportQueryVariables> = "query WorkflowDryRunReport($executionId:ID!){workflowDryRunReport(executionId:$executionId){executionId status isOver elapsedMs output error nodes{nodeId label path status effect source ports attempts}calls{...DryRunMomentParts}timeline{...DryRunMomentParts}}}" + partDryRunMomentParts;
/** `DryRunSources` of libs/web/api/src/documents. */
export const DryRunSourcesDocument: GraphqlDocument<DryRunSourcesQuery, DryRunSourcesQueryVariables> = "query DryRunSources($workflowId:ID!){executions(first:15 filter:{workflowId:$workflowId statuses:[COMPLETED FAILED]}){nodes{id status createdAt}}}";
/** `DryRunTrigger` of libs/web/api/src/documents. */
export const DryRunTriggerDocument: GraphqlDocument<DryRunTriggerQuery, DryRunTriggerQueryVariables> = "query DryRunTrigger($id:ID!){execution(id:$id){id trigger}}";
