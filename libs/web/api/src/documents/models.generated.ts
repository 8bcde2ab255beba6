// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { NodeOptionsQuery, NodeOptionsQueryVariables, ToolWorkflowsQuery, ToolWorkflowsQueryVariables, ToolWorkflowQuery, ToolWorkflowQueryVariables, CalledWorkflowQuery, CalledWorkflowQueryVariables, NodeProgressSubscription, NodeProgressSubscriptionVariables, AssistantStatusQuery, AssistantStatusQueryVariables, AutoConfigureNodeMutation, AutoConfigureNodeMutationVariables, DraftWorkflowMutation, DraftWorkflowMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** `NodeOptions` of libs/web/api/src/documents. */
export const NodeOptionsDocument: GraphqlDocument<NodeOptionsQuery, NodeOptionsQueryVariables> = "query NodeOptions($type:String!$param:String!$credentialId:ID$search:String){nodeOptions(type:$type param:$param credentialId:$credentialId search:$search){live message options{value label hint}}}";
/** `ToolWorkflows` of libs/web/api/src/documents. */
export const ToolWorkflowsDocument: GraphqlDocument<ToolWorkflowsQuery, ToolWorkflowsQueryVariables> = "query ToolWorkflows($search:String){workflows(first:50 search:$search sort:NAME direction:ASC){nodes{id name status}}}";
/** `ToolWorkflow` of libs/web/api/src/documents. */
export const ToolWorkflowDocument: GraphqlDocument<ToolWorkflowQuery, ToolWorkflowQueryVariables> = "query ToolWorkflow($id:ID!){workflow(id:$id){id name}}";
/** `CalledWorkflow` of libs/web/api/src/documents. */
export const CalledWorkflowDocument: GraphqlDocument<CalledWorkflowQuery, CalledWorkflowQueryVariables> = "query CalledWorkflow($id:ID!){workflow(id:$id){id name contract{input result}}}";
/** `NodeProgress` of libs/web/api/src/documents. */
export const NodeProgressDocument: GraphqlDocument<NodeProgressSubscription, NodeProgressSubscriptionVariables> = "subscription NodeProgress($executionId:ID!){nodeProgress(executionId:$executionId){nodeId seq updates}}";
/** `AssistantStatus` of libs/web/api/src/documents. */
export const AssistantStatusDocument: GraphqlDocument<AssistantStatusQuery, AssistantStatusQueryVariables> = "query AssistantStatus{assistantStatus{ready provider model missing}}";
/** `AutoConfigureNode` of libs/web/api/src/documents. */
export const AutoConfigureNodeDocument: GraphqlDocument<AutoConfigureNodeMutation, AutoConfigureNodeMutationVariables> = "mutation AutoConfigureNode($nodeType:String!$intent:String!$context:ConfigureContextInput){autoConfigureNode(nodeType:$nodeType intent:$intent context:$context){config explanation open{param question}credential{slot type title}usage{totalTokens}costUsd errors{...Failure}}}" + partFailure + partIssueParts;
/** `DraftWorkflow` of libs/web/api/src/documents. */
export const DraftWorkflowDocument: GraphqlDocument<DraftWorkflowMutation, DraftWorkflowMutationVariables> = "mutation DraftWorkflow($description:String!){draftWorkflow(description:$description){document explanation problems{code message severity nodeId}usage{totalTokens}costUsd errors{...Failure}}}" + partFailure + partIssueParts;
