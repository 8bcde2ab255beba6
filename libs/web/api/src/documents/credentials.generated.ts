// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { CredentialListQuery, CredentialListQueryVariables, CredentialNamesQuery, CredentialNamesQueryVariables, CredentialUsesQuery, CredentialUsesQueryVariables, CredentialDetailQuery, CredentialDetailQueryVariables, CredentialUsageRunQuery, CredentialUsageRunQueryVariables, CredentialTypesQuery, CredentialTypesQueryVariables, CredentialPeopleQuery, CredentialPeopleQueryVariables, CredentialCreateMutation, CredentialCreateMutationVariables, CredentialUpdateMutation, CredentialUpdateMutationVariables, CredentialTestMutation, CredentialTestMutationVariables, CredentialShareMutation, CredentialShareMutationVariables, CredentialConnectMutation, CredentialConnectMutationVariables, CredentialDeleteMutation, CredentialDeleteMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `CredentialRow`. */
export const partCredentialRow = "fragment CredentialRow on Credential{id name type state mayUse mayEdit mayShare health{status message account checkedAt}allowedDomains filledFields tokens{expiresAt renewable scopes}shares{subjectKind subject right}createdBy createdAt valuesAt lastUsedAt}";
/** `CredentialList` of libs/web/api/src/documents. */
export const CredentialListDocument: GraphqlDocument<CredentialListQuery, CredentialListQueryVariables> = "query CredentialList{credentials{...CredentialRow}}" + partCredentialRow;
/** `CredentialNames` of libs/web/api/src/documents. */
export const CredentialNamesDocument: GraphqlDocument<CredentialNamesQuery, CredentialNamesQueryVariables> = "query CredentialNames{credentials{id name type}}";
/** `CredentialUses` of libs/web/api/src/documents. */
export const CredentialUsesDocument: GraphqlDocument<CredentialUsesQuery, CredentialUsesQueryVariables> = "query CredentialUses{credentials{id usage{workflowId workflowName inDraft isLive}}}";
/** `CredentialDetail` of libs/web/api/src/documents. */
export const CredentialDetailDocument: GraphqlDocument<CredentialDetailQuery, CredentialDetailQueryVariables> = "query CredentialDetail($id:ID!){credential(id:$id){...CredentialRow storage{store version}usage{workflowId workflowName inDraft isLive}}}" + partCredentialRow;
/** `CredentialUsageRun` of libs/web/api/src/documents. */
export const CredentialUsageRunDocument: GraphqlDocument<CredentialUsageRunQuery, CredentialUsageRunQueryVariables> = "query CredentialUsageRun($id:ID!){workflow(id:$id){id lastExecution{id status createdAt startedAt finishedAt}}}";
/** `CredentialTypes` of libs/web/api/src/documents. */
export const CredentialTypesDocument: GraphqlDocument<CredentialTypesQuery, CredentialTypesQueryVariables> = "query CredentialTypes{credentialTypes{type title description keywords fieldsSchema secretFields authenticatesRequests domains hostField signIn{grant scopes redirectUri}testable docs icon}}";
/** `CredentialPeople` of libs/web/api/src/documents. */
export const CredentialPeopleDocument: GraphqlDocument<CredentialPeopleQuery, CredentialPeopleQueryVariables> = "query CredentialPeople{members{userId name email role}}";
/** `CredentialCreate` of libs/web/api/src/documents. */
export const CredentialCreateDocument: GraphqlDocument<CredentialCreateMutation, CredentialCreateMutationVariables> = "mutation CredentialCreate($input:CredentialCreateInput!){credentialCreate(input:$input){credential{...CredentialRow}errors{...Failure}}}" + partCredentialRow + partFailure + partIssueParts;
/** `CredentialUpdate` of libs/web/api/src/documents. */
export const CredentialUpdateDocument: GraphqlDocument<CredentialUpdateMutation, CredentialUpdateMutationVariables> = "mutation CredentialUpdate($id:ID!$input:CredentialUpdateInput!){credentialUpdate(id:$id input:$input){credential{...CredentialRow}errors{...Failure}}}" + partCredentialRow + partFailure + partIssueParts;
/** `CredentialTest` of libs/web/api/src/documents. */
export const CredentialTestDocument: GraphqlDocument<CredentialTestMutation, CredentialTestMutationVariables> = "mutation CredentialTest($id:ID!){credentialTest(id:$id){credential{...CredentialRow}errors{...Failure}}}" + partCredentialRow + partFailure + partIssueParts;
/** `CredentialShare` of libs/web/api/src/documents. */
export const CredentialShareDocument: GraphqlDocument<CredentialShareMutation, CredentialShareMutationVariables> = "mutation CredentialShare($id:ID!$shares:[CredentialShareInput!]!){credentialShare(id:$id shares:$shares){credential{...CredentialRow}errors{...Failure}}}" + partCredentialRow + partFailure + partIssueParts;
/** `CredentialConnect` of libs/web/api/src/documents. */
export const CredentialConnectDocument: GraphqlDocument<CredentialConnectMutation, CredentialConnectMutationVariables> = "mutation CredentialConnect($id:ID!){credentialConnect(id:$id){authorizationUrl errors{...Failure}}}" + partFailure + partIssueParts;
/** `CredentialDelete` of libs/web/api/src/documents. */
export const CredentialDeleteDocument: GraphqlDocument<CredentialDeleteMutation, CredentialDeleteMutationVariables> = "mutation CredentialDelete($id:ID!$force:Boolean!){credentialDelete(id:$id force:$force){deletedCredentialId errors{...Failure ...on CredentialInUse{workflows{workflowId workflowName inDraft isLive}}}}}" + partFailure + partIssueParts;
