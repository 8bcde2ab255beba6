import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { Type } from '@nestjs/common';
import type { Role } from '../access/actor';
import type { InvitedRole } from '../workspaces/invitation-store';
import { IsAddress, MAX_NAME_LENGTH, RoleEnum, tooLong, WorkspaceType } from './identity.types';

const emptyName = { message: 'is empty' };
const MAX_INVITATION_DAYS = 30;
const MAX_TOKEN_DAYS = 366;
const days = (max: number): { message: string } => ({ message: `must be a whole number from 1 to ${max}` });

/** Roles that can be had by invitation. */
export const InvitedRoleEnum = {
  ADMIN: 'admin',
  EDITOR: 'editor',
  OPERATOR: 'operator',
  VIEWER: 'viewer',
} as const satisfies Record<string, InvitedRole>;
registerEnumType(InvitedRoleEnum, {
  name: 'InvitedRole',
  description: 'Roles that can be had by invitation; owners are made by transfer.',
});

/** Somebody who belongs to a workspace. */
@ObjectType('Member')
export class MemberType {
  @Field(() => ID)
  userId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field()
  joinedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the person was last seen in this workspace.' })
  lastSeenAt!: Date | null;
}

/** An invitation that can still be accepted. */
@ObjectType('Invitation')
export class InvitationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Whom it is for; whoever has the link when null.' })
  email!: string | null;

  @Field(() => InvitedRoleEnum)
  role!: InvitedRole;

  @Field()
  createdAt!: Date;

  @Field()
  expiresAt!: Date;

  @Field({ description: 'Name of the one who invites.' })
  invitedBy!: string;
}

/** What somebody sees who opens the link of an invitation. */
@ObjectType('InvitationPreview')
export class InvitationPreviewType {
  @Field()
  workspaceName!: string;

  @Field(() => InvitedRoleEnum)
  role!: InvitedRole;

  @Field()
  invitedBy!: string;

  @Field(() => String, { nullable: true, description: 'The account must have this address.' })
  email!: string | null;

  @Field()
  expiresAt!: Date;
}

/** An API token, without its secret. */
@ObjectType('ApiToken')
export class ApiTokenType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => ID)
  userId!: string;

  @Field({ description: 'Who made it, and whose rights bound it.' })
  userName!: string;

  @Field({ description: 'The first characters of the token.' })
  hint!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'At most this role; that of its maker when null.' })
  role!: Role | null;

  @Field(() => [String], { description: 'What it may do, such as workflow:read.' })
  scopes!: string[];

  @Field()
  createdAt!: Date;

  @Field()
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true })
  revokedBecause!: string | null;
}

/** One sign-in of the person who asks. */
@ObjectType('Session')
export class SessionType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'The one that asks.' })
  isCurrent!: boolean;

  @Field({ description: 'session for the editor, token for scripts that signed in with a password.' })
  kind!: string;

  @Field()
  workspaceName!: string;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field()
  createdAt!: Date;

  @Field()
  lastUsedAt!: Date;

  @Field()
  expiresAt!: Date;
}

/** What every payload has. */
@ObjectType({ isAbstract: true })
class Payload {
  @Field(() => [MutationErrorType], { description: 'Empty when it worked.' })
  errors!: MutationErrorType[];
}

function payloadWith<T extends object>(name: string, field: string, type: () => Type<T>): Type<Payload> {
  @ObjectType(name)
  class Extended extends Payload {}
  Field(type, { nullable: true })(Extended.prototype, field);
  return Extended;
}

/** Payload of `memberChangeRole`, `workspaceTransferOwnership`. */
export const MemberPayload = payloadWith('MemberPayload', 'member', () => MemberType);
/** Payload of `workspaceCreate`, `workspaceRename`. */
export const WorkspacePayload = payloadWith('WorkspacePayload', 'workspace', () => WorkspaceType);
/** Payload of `apiTokenRevoke`. */
export const ApiTokenPayload = payloadWith('ApiTokenPayload', 'apiToken', () => ApiTokenType);
/** Payload of `invitationRevoke`. */
export const InvitationPayload = payloadWith('InvitationPayload', 'invitation', () => InvitationType);

/** Payload of mutations that have nothing to show. */
@ObjectType('DonePayload')
export class DonePayload extends Payload {}

/** Payload of `signOutEverywhere`. */
@ObjectType('SignOutEverywherePayload')
export class SignOutEverywherePayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'Sessions that ended.' })
  ended?: number | null;
}

/** Payload of `emailConfirmationRequest`. */
@ObjectType('EmailConfirmationRequestPayload')
export class EmailConfirmationRequestPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'False when this server sends no mail.' })
  isMailed?: boolean | null;
}

/** Payload of `invitationCreate`. */
@ObjectType('InvitationCreatePayload')
export class InvitationCreatePayload extends Payload {
  @Field(() => InvitationType, { nullable: true })
  invitation?: InvitationType | null;

  @Field(() => String, { nullable: true, description: 'To hand on; shown this once.' })
  link?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was mailed as well.' })
  isMailed?: boolean | null;
}

/** Payload of `apiTokenCreate`. */
@ObjectType('ApiTokenCreatePayload')
export class ApiTokenCreatePayload extends Payload {
  @Field(() => ApiTokenType, { nullable: true })
  apiToken?: ApiTokenType | null;

  @Field(() => String, { nullable: true, description: 'To be sent as "Authorization: Bearer mlr_…"; shown this once.' })
  secret?: string | null;
}

/** What inviting takes. */
@InputType()
export class InvitationCreateInput {
  @Field(() => String, { nullable: true, description: 'Only an account with this address may accept it then.' })
  @IsOptional()
  @IsAddress()
  email?: string | null;

  @Field(() => InvitedRoleEnum)
  role!: InvitedRole;

  @Field(() => Int, { defaultValue: 7, description: `Days until it ends, 1 to ${MAX_INVITATION_DAYS}.` })
  @Min(1, days(MAX_INVITATION_DAYS))
  @Max(MAX_INVITATION_DAYS, days(MAX_INVITATION_DAYS))
  expiresInDays!: number;
}

/** What making an API token takes. */
@InputType()
export class ApiTokenCreateInput {
  @Field()
  @MinLength(1, emptyName)
  @MaxLength(MAX_NAME_LENGTH, tooLong)
  name!: string;

  @Field(() => [String], { description: 'Permissions out of me.grantableScopes.' })
  @ArrayMaxSize(100, { message: 'has too many entries' })
  scopes!: string[];

  @Field(() => RoleEnum, { nullable: true, description: 'A role below the own one, to bound it further.' })
  role?: Role | null;

  @Field(() => Int, { defaultValue: 90, description: `Days until it ends, 1 to ${MAX_TOKEN_DAYS}.` })
  @Min(1, days(MAX_TOKEN_DAYS))
  @Max(MAX_TOKEN_DAYS, days(MAX_TOKEN_DAYS))
  expiresInDays!: number;
}

/** What changing a password takes. */
@InputType()
export class PasswordChangeInput {
  @Field()
  @MaxLength(1_024, tooLong)
  current!: string;

  @Field({ description: '8 characters or more.' })
  @MaxLength(1_024, tooLong)
  next!: string;
}

/** What setting a password by link takes. */
@InputType()
export class PasswordResetInput {
  @Field({ description: 'The last part of the link.' })
  @MaxLength(200, tooLong)
  token!: string;

  @Field({ description: '8 characters or more.' })
  @MaxLength(1_024, tooLong)
  password!: string;
}
