// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { SignInMutation, SignInMutationVariables, SignUpMutation, SignUpMutationVariables, RefreshSessionMutation, RefreshSessionMutationVariables, SignOutMutation, SignOutMutationVariables, MeQuery, MeQueryVariables, ProfileUpdateMutation, ProfileUpdateMutationVariables, GuestStartMutation, GuestStartMutationVariables, InvitationAcceptMutation, InvitationAcceptMutationVariables, WorkspaceDeleteMutation, WorkspaceDeleteMutationVariables, WorkspaceSwitchMutation, WorkspaceSwitchMutationVariables, OwnWorkspacesQuery, OwnWorkspacesQueryVariables, WorkspaceCreateMutation, WorkspaceCreateMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `SignedInParts`. */
export const partSignedInParts = "fragment SignedInParts on SignedIn{accessToken expiresAt user{id email name createdAt}workspace{id name role}}";
/** `SignIn` of libs/web/api/src/documents. */
export const SignInDocument: GraphqlDocument<SignInMutation, SignInMutationVariables> = "mutation SignIn($input:SignInInput!){signIn(input:$input){session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `SignUp` of libs/web/api/src/documents. */
export const SignUpDocument: GraphqlDocument<SignUpMutation, SignUpMutationVariables> = "mutation SignUp($input:SignUpInput!){signUp(input:$input){session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `RefreshSession` of libs/web/api/src/documents. */
export const RefreshSessionDocument: GraphqlDocument<RefreshSessionMutation, RefreshSessionMutationVariables> = "mutation RefreshSession{refreshSession{session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `SignOut` of libs/web/api/src/documents. */
export const SignOutDocument: GraphqlDocument<SignOutMutation, SignOutMutationVariables> = "mutation SignOut{signOut{errors{...Failure}}}" + partFailure + partIssueParts;
/** `Me` of libs/web/api/src/documents. */
export const MeDocument: GraphqlDocument<MeQuery, MeQueryVariables> = "query Me{me{isGuest permissions user{id email name createdAt}workspace{id name role}}}";
/** `ProfileUpdate` of libs/web/api/src/documents. */
export const ProfileUpdateDocument: GraphqlDocument<ProfileUpdateMutation, ProfileUpdateMutationVariables> = "mutation ProfileUpdate($input:ProfileInput!){profileUpdate(input:$input){user{id email name createdAt}errors{...Failure}}}" + partFailure + partIssueParts;
/** `GuestStart` of libs/web/api/src/documents. */
export const GuestStartDocument: GraphqlDocument<GuestStartMutation, GuestStartMutationVariables> = "mutation GuestStart{guestStart{session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `InvitationAccept` of libs/web/api/src/documents. */
export const InvitationAcceptDocument: GraphqlDocument<InvitationAcceptMutation, InvitationAcceptMutationVariables> = "mutation InvitationAccept($token:String!){invitationAccept(token:$token){session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `WorkspaceDelete` of libs/web/api/src/documents. */
export const WorkspaceDeleteDocument: GraphqlDocument<WorkspaceDeleteMutation, WorkspaceDeleteMutationVariables> = "mutation WorkspaceDelete($name:String!){workspaceDelete(name:$name){session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `WorkspaceSwitch` of libs/web/api/src/documents. */
export const WorkspaceSwitchDocument: GraphqlDocument<WorkspaceSwitchMutation, WorkspaceSwitchMutationVariables> = "mutation WorkspaceSwitch($id:ID!){workspaceSwitch(id:$id){session{...SignedInParts}errors{...Failure}}}" + partFailure + partIssueParts + partSignedInParts;
/** `OwnWorkspaces` of libs/web/api/src/documents. */
export const OwnWorkspacesDocument: GraphqlDocument<OwnWorkspacesQuery, OwnWorkspacesQueryVariables> = "query OwnWorkspaces{me{workspaces{id name role}}}";
/** `WorkspaceCreate` of libs/web/api/src/documents. */
export const WorkspaceCreateDocument: GraphqlDocument<WorkspaceCreateMutation, WorkspaceCreateMutationVariables> = "mutation WorkspaceCreate($name:String!){workspaceCreate(name:$name){workspace{id name role}errors{...Failure}}}" + partFailure + partIssueParts;
