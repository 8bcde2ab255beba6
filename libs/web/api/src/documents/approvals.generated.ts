// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { ApprovalPageQuery, ApprovalPageQueryVariables, ApprovalByIdQuery, ApprovalByIdQueryVariables, ApprovalsOfRunQuery, ApprovalsOfRunQueryVariables, ApprovalCountQuery, ApprovalCountQueryVariables, ApprovalChangesSubscription, ApprovalChangesSubscriptionVariables, ApprovalBellSubscription, ApprovalBellSubscriptionVariables, ApprovalDecideMutation, ApprovalDecideMutationVariables, ApprovalReassignMutation, ApprovalReassignMutationVariables, ApprovalRemindMutation, ApprovalRemindMutationVariables, RunWaitsQuery, RunWaitsQueryVariables, WorkflowFormQuery, WorkflowFormQueryVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `ApprovalChangeParts`. */
export const partApprovalChangeParts = "fragment ApprovalChangeParts on ApprovalChange{path before after}";
/** Fragment `ApprovalParts`. */
export const partApprovalParts = "fragment ApprovalParts on Approval{id executionId workflowId nodeId path title message status quorum rejectQuorum editable schema details payload originalPayload payloadVersion dueAt expiresAt escalateAt escalatedAt createdAt decidedAt decidedBy decidedVia reason mayDecide assignees{id kind name}votes{person name decision reason counts via at changes{...ApprovalChangeParts}}execution{workflowName version mode}}";
/** `ApprovalPage` of libs/web/api/src/documents. */
export const ApprovalPageDocument: GraphqlDocument<ApprovalPageQuery, ApprovalPageQueryVariables> = "query ApprovalPage($first:Int=50$after:String$filter:ApprovalFilter!$search:String){approvals(first:$first after:$after filter:$filter search:$search){nodes{...ApprovalParts}pageInfo{hasNextPage endCursor}}}" + partApprovalChangeParts + partApprovalParts;
/** `ApprovalById` of libs/web/api/src/documents. */
export const ApprovalByIdDocument: GraphqlDocument<ApprovalByIdQuery, ApprovalByIdQueryVariables> = "query ApprovalById($id:ID!){approval(id:$id){...ApprovalParts}}" + partApprovalChangeParts + partApprovalParts;
/** `ApprovalsOfRun` of libs/web/api/src/documents. */
export const ApprovalsOfRunDocument: GraphqlDocument<ApprovalsOfRunQuery, ApprovalsOfRunQueryVariables> = "query ApprovalsOfRun($id:ID!){execution(id:$id){approvals{...ApprovalParts}}}" + partApprovalChangeParts + partApprovalParts;
/** `ApprovalCount` of libs/web/api/src/documents. */
export const ApprovalCountDocument: GraphqlDocument<ApprovalCountQuery, ApprovalCountQueryVariables> = "query ApprovalCount{approvalCounts{mine open overdue}}";
/** `ApprovalChanges` of libs/web/api/src/documents. */
export const ApprovalChangesDocument: GraphqlDocument<ApprovalChangesSubscription, ApprovalChangesSubscriptionVariables> = "subscription ApprovalChanges{approvalChanged{...ApprovalParts}}" + partApprovalChangeParts + partApprovalParts;
/** `ApprovalBell` of libs/web/api/src/documents. */
export const ApprovalBellDocument: GraphqlDocument<ApprovalBellSubscription, ApprovalBellSubscriptionVariables> = "subscription ApprovalBell{approvalChanged{id}}";
/** `ApprovalDecide` of libs/web/api/src/documents. */
export const ApprovalDecideDocument: GraphqlDocument<ApprovalDecideMutation, ApprovalDecideMutationVariables> = "mutation ApprovalDecide($id:ID!$decision:ApprovalDecision!$input:ApprovalDecideInput){approvalDecide(id:$id decision:$decision input:$input){approval{...ApprovalParts}errors{...Failure}}}" + partApprovalChangeParts + partApprovalParts + partFailure + partIssueParts;
/** `ApprovalReassign` of libs/web/api/src/documents. */
export const ApprovalReassignDocument: GraphqlDocument<ApprovalReassignMutation, ApprovalReassignMutationVariables> = "mutation ApprovalReassign($id:ID!$assignees:[String!]!){approvalReassign(id:$id assignees:$assignees){approval{...ApprovalParts}errors{...Failure}}}" + partApprovalChangeParts + partApprovalParts + partFailure + partIssueParts;
/** `ApprovalRemind` of libs/web/api/src/documents. */
export const ApprovalRemindDocument: GraphqlDocument<ApprovalRemindMutation, ApprovalRemindMutationVariables> = "mutation ApprovalRemind($id:ID!){approvalRemind(id:$id){approval{...ApprovalParts}errors{...Failure}}}" + partApprovalChangeParts + partApprovalParts + partFailure + partIssueParts;
/** `RunWaits` of libs/web/api/src/documents. */
export const RunWaitsDocument: GraphqlDocument<RunWaitsQuery, RunWaitsQueryVariables> = "query RunWaits($id:ID!){execution(id:$id){waits{nodeId path kind url}}}";
/** `WorkflowForm` of libs/web/api/src/documents. */
export const WorkflowFormDocument: GraphqlDocument<WorkflowFormQuery, WorkflowFormQueryVariables> = "query WorkflowForm($id:ID!$nodeId:ID!){workflow(id:$id){formUrl(nodeId:$nodeId)formLive(nodeId:$nodeId)}}";
