// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { SignInMethodsQuery, SignInMethodsQueryVariables, PasswordResetRequestMutation, PasswordResetRequestMutationVariables, PasswordResetMutation, PasswordResetMutationVariables, EmailConfirmMutation, EmailConfirmMutationVariables, EmailConfirmationRequestMutation, EmailConfirmationRequestMutationVariables, InvitationPreviewQuery, InvitationPreviewQueryVariables, WorkspaceRenameMutation, WorkspaceRenameMutationVariables, WorkspaceLeaveMutation, WorkspaceLeaveMutationVariables, WorkspaceTransferOwnershipMutation, WorkspaceTransferOwnershipMutationVariables, OwnAccountQuery, OwnAccountQueryVariables, MembersQuery, MembersQueryVariables, MemberChangeRoleMutation, MemberChangeRoleMutationVariables, MemberRemoveMutation, MemberRemoveMutationVariables, InvitationsQuery, InvitationsQueryVariables, InvitationCreateMutation, InvitationCreateMutationVariables, InvitationRevokeMutation, InvitationRevokeMutationVariables, ApiTokensQuery, ApiTokensQueryVariables, GrantableScopesQuery, GrantableScopesQueryVariables, ApiTokenCreateMutation, ApiTokenCreateMutationVariables, ApiTokenRevokeMutation, ApiTokenRevokeMutationVariables, AuditLogQuery, AuditLogQueryVariables, SessionsQuery, SessionsQueryVariables, SessionRevokeMutation, SessionRevokeMutationVariables, SignOutEverywhereMutation, SignOutEverywhereMutationVariables, PasswordChangeMutation, PasswordChangeMutationVariables, LinkedAccountsQuery, LinkedAccountsQueryVariables, LinkedAccountAddMutation, LinkedAccountAddMutationVariables, LinkedAccountRemoveMutation, LinkedAccountRemoveMutationVariables, InstanceQuery, InstanceQueryVariables, GuestClaimElsewhereMutation, GuestClaimElsewhereMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `MemberRow`. */
export const partMemberRow = "fragment MemberRow on Member{userId name email role joinedAt lastSeenAt}";
/** Fragment `InvitationRow`. */
export const partInvitationRow = "fragment InvitationRow on Invitation{id email role invitedBy createdAt expiresAt}";
/** Fragment `ApiTokenRow`. */
export const partApiTokenRow = "fragment ApiTokenRow on ApiToken{id name hint role scopes createdAt expiresAt lastUsedAt revokedAt revokedBecause userId userName}";
/** Fragment `AuditRow`. */
export const partAuditRow = "fragment AuditRow on AuditEvent{id at action actorId actorLabel via apiTokenId targetType targetId targetLabel address userAgent requestId details}";
/** Fragment `SessionRow`. */
export const partSessionRow = "fragment SessionRow on Session{id kind address userAgent workspaceName createdAt lastUsedAt isCurrent}";
/** `SignInMethods` of libs/web/api/src/documents. */
export const SignInMethodsDocument: GraphqlDocument<SignInMethodsQuery, SignInMethodsQueryVariables> = "query SignInMethods{signInMethods{signUp guests passwordReset providers{id name url}}}";
/** `PasswordResetRequest` of libs/web/api/src/documents. */
export const PasswordResetRequestDocument: GraphqlDocument<PasswordResetRequestMutation, PasswordResetRequestMutationVariables> = "mutation PasswordResetRequest($email:String!){passwordResetRequest(email:$email){errors{...Failure}}}" + partFailure + partIssueParts;
/** `PasswordReset` of libs/web/api/src/documents. */
export const PasswordResetDocument: GraphqlDocument<PasswordResetMutation, PasswordResetMutationVariables> = "mutation PasswordReset($input:PasswordResetInput!){passwordReset(input:$input){errors{...Failure}}}" + partFailure + partIssueParts;
/** `EmailConfirm` of libs/web/api/src/documents. */
export const EmailConfirmDocument: GraphqlDocument<EmailConfirmMutation, EmailConfirmMutationVariables> = "mutation EmailConfirm($token:String!){emailConfirm(token:$token){errors{...Failure}}}" + partFailure + partIssueParts;
/** `EmailConfirmationRequest` of libs/web/api/src/documents. */
export const EmailConfirmationRequestDocument: GraphqlDocument<EmailConfirmationRequestMutation, EmailConfirmationRequestMutationVariables> = "mutation EmailConfirmationRequest{emailConfirmationRequest{isMailed errors{...Failure}}}" + partFailure + partIssueParts;
/** `InvitationPreview` of libs/web/api/src/documents. */
export const InvitationPreviewDocument: GraphqlDocument<InvitationPreviewQuery, InvitationPreviewQueryVariables> = "query InvitationPreview($token:String!){invitation(token:$token){email expiresAt invitedBy role workspaceName}}";
/** `WorkspaceRename` of libs/web/api/src/documents. */
export const WorkspaceRenameDocument: GraphqlDocument<WorkspaceRenameMutation, WorkspaceRenameMutationVariables> = "mutation WorkspaceRename($name:String!){workspaceRename(name:$name){workspace{id name role}errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkspaceLeave` of libs/web/api/src/documents. */
export const WorkspaceLeaveDocument: GraphqlDocument<WorkspaceLeaveMutation, WorkspaceLeaveMutationVariables> = "mutation WorkspaceLeave{workspaceLeave{errors{...Failure}}}" + partFailure + partIssueParts;
/** `WorkspaceTransferOwnership` of libs/web/api/src/documents. */
export const WorkspaceTransferOwnershipDocument: GraphqlDocument<WorkspaceTransferOwnershipMutation, WorkspaceTransferOwnershipMutationVariables> = "mutation WorkspaceTransferOwnership($userId:ID!){workspaceTransferOwnership(userId:$userId){member{...MemberRow}errors{...Failure}}}" + partFailure + partIssueParts + partMemberRow;
/** `OwnAccount` of libs/web/api/src/documents. */
export const OwnAccountDocument: GraphqlDocument<OwnAccountQuery, OwnAccountQueryVariables> = "query OwnAccount{me{user{id email isEmailVerified}}}";
/** `Members` of libs/web/api/src/documents. */
export const MembersDocument: GraphqlDocument<MembersQuery, MembersQueryVariables> = "query Members{members{...MemberRow}}" + partMemberRow;
/** `MemberChangeRole` of libs/web/api/src/documents. */
export const MemberChangeRoleDocument: GraphqlDocument<MemberChangeRoleMutation, MemberChangeRoleMutationVariables> = "mutation MemberChangeRole($userId:ID!$role:Role!){memberChangeRole(userId:$userId role:$role){member{...MemberRow}errors{...Failure}}}" + partFailure + partIssueParts + partMemberRow;
/** `MemberRemove` of libs/web/api/src/documents. */
export const MemberRemoveDocument: GraphqlDocument<MemberRemoveMutation, MemberRemoveMutationVariables> = "mutation MemberRemove($userId:ID!){memberRemove(userId:$userId){errors{...Failure}}}" + partFailure + partIssueParts;
/** `Invitations` of libs/web/api/src/documents. */
export const InvitationsDocument: GraphqlDocument<InvitationsQuery, InvitationsQueryVariables> = "query Invitations{invitations{...InvitationRow}}" + partInvitationRow;
/** `InvitationCreate` of libs/web/api/src/documents. */
export const InvitationCreateDocument: GraphqlDocument<InvitationCreateMutation, InvitationCreateMutationVariables> = "mutation InvitationCreate($input:InvitationCreateInput!){invitationCreate(input:$input){invitation{...InvitationRow}link isMailed errors{...Failure}}}" + partFailure + partInvitationRow + partIssueParts;
/** `InvitationRevoke` of libs/web/api/src/documents. */
export const InvitationRevokeDocument: GraphqlDocument<InvitationRevokeMutation, InvitationRevokeMutationVariables> = "mutation InvitationRevoke($id:ID!){invitationRevoke(id:$id){errors{...Failure}}}" + partFailure + partIssueParts;
/** `ApiTokens` of libs/web/api/src/documents. */
export const ApiTokensDocument: GraphqlDocument<ApiTokensQuery, ApiTokensQueryVariables> = "query ApiTokens($ofEverybody:Boolean!){apiTokens(ofEverybody:$ofEverybody){...ApiTokenRow}}" + partApiTokenRow;
/** `GrantableScopes` of libs/web/api/src/documents. */
export const GrantableScopesDocument: GraphqlDocument<GrantableScopesQuery, GrantableScopesQueryVariables> = "query GrantableScopes{me{grantableScopes}}";
/** `ApiTokenCreate` of libs/web/api/src/documents. */
export const ApiTokenCreateDocument: GraphqlDocument<ApiTokenCreateMutation, ApiTokenCreateMutationVariables> = "mutation ApiTokenCreate($input:ApiTokenCreateInput!){apiTokenCreate(input:$input){apiToken{...ApiTokenRow}secret errors{...Failure}}}" + partApiTokenRow + partFailure + partIssueParts;
/** `ApiTokenRevoke` of libs/web/api/src/documents. */
export const ApiTokenRevokeDocument: GraphqlDocument<ApiTokenRevokeMutation, ApiTokenRevokeMutationVariables> = "mutation ApiTokenRevoke($id:ID!){apiTokenRevoke(id:$id){apiToken{...ApiTokenRow}errors{...Failure}}}" + partApiTokenRow + partFailure + partIssueParts;
/** `AuditLog` of libs/web/api/src/documents. */
export const AuditLogDocument: GraphqlDocument<AuditLogQuery, AuditLogQueryVariables> = "query AuditLog($filter:AuditFilterInput$after:String){auditLog(filter:$filter after:$after first:50){nodes{...AuditRow}pageInfo{endCursor hasNextPage}}}" + partAuditRow;
/** `Sessions` of libs/web/api/src/documents. */
export const SessionsDocument: GraphqlDocument<SessionsQuery, SessionsQueryVariables> = "query Sessions{sessions{...SessionRow}}" + partSessionRow;
/** `SessionRevoke` of libs/web/api/src/documents. */
export const SessionRevokeDocument: GraphqlDocument<SessionRevokeMutation, SessionRevokeMutationVariables> = "mutation SessionRevoke($id:ID!){sessionRevoke(id:$id){errors{...Failure}}}" + partFailure + partIssueParts;
/** `SignOutEverywhere` of libs/web/api/src/documents. */
export const SignOutEverywhereDocument: GraphqlDocument<SignOutEverywhereMutation, SignOutEverywhereMutationVariables> = "mutation SignOutEverywhere($keepThis:Boolean!){signOutEverywhere(keepThis:$keepThis){ended errors{...Failure}}}" + partFailure + partIssueParts;
/** `PasswordChange` of libs/web/api/src/documents. */
export const PasswordChangeDocument: GraphqlDocument<PasswordChangeMutation, PasswordChangeMutationVariables> = "mutation PasswordChange($input:PasswordChangeInput!){passwordChange(input:$input){errors{...Failure}}}" + partFailure + partIssueParts;
/** `LinkedAccounts` of libs/web/api/src/documents. */
export const LinkedAccountsDocument: GraphqlDocument<LinkedAccountsQuery, LinkedAccountsQueryVariables> = "query LinkedAccounts{linkedAccounts{id provider email createdAt lastUsedAt}}";
/** `LinkedAccountAdd` of libs/web/api/src/documents. */
export const LinkedAccountAddDocument: GraphqlDocument<LinkedAccountAddMutation, LinkedAccountAddMutationVariables> = "mutation LinkedAccountAdd($provider:ID!){linkedAccountAdd(provider:$provider){url errors{...Failure}}}" + partFailure + partIssueParts;
/** `LinkedAccountRemove` of libs/web/api/src/documents. */
export const LinkedAccountRemoveDocument: GraphqlDocument<LinkedAccountRemoveMutation, LinkedAccountRemoveMutationVariables> = "mutation LinkedAccountRemove($id:ID!){linkedAccountRemove(id:$id){errors{...Failure}}}" + partFailure + partIssueParts;
/** `Instance` of libs/web/api/src/documents. */
export const InstanceDocument: GraphqlDocument<InstanceQuery, InstanceQueryVariables> = "query Instance{instance{version publicUrl signUp mailFrom signIn{id name isReady callbackUrl missing}secrets{store isHealthy reason}limits{webhookPerMinute eachWebhookPerMinute userPerMinute}}}";
/** `GuestClaimElsewhere` of libs/web/api/src/documents. */
export const GuestClaimElsewhereDocument: GraphqlDocument<GuestClaimElsewhereMutation, GuestClaimElsewhereMutationVariables> = "mutation GuestClaimElsewhere($provider:ID!){guestClaimElsewhere(provider:$provider){url errors{...Failure}}}" + partFailure + partIssueParts;
