import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationErrorType } from '@millrace/server-platform';
import { isEmail, IsOptional, MaxLength, MinLength, ValidateBy } from 'class-validator';
import type { Role } from '../access/actor';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../passwords/passwords';

/** Roles as the schema names them. */
export const RoleEnum = {
  OWNER: 'owner',
  ADMIN: 'admin',
  EDITOR: 'editor',
  OPERATOR: 'operator',
  VIEWER: 'viewer',
} as const satisfies Record<string, Role>;
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do in a workspace, from most to least.' });

/** A person with an account. */
@ObjectType('User')
export class UserType {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field()
  createdAt!: Date;

  @Field({ description: 'Whether the person has shown to receive mail at the address.' })
  isEmailVerified!: boolean;
}

/** A workspace, as the person who asks sees it. */
@ObjectType('Workspace')
export class WorkspaceType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => RoleEnum, { description: 'The role of the person who asks.' })
  role!: Role;
}

/** Who is signed in, and where. */
@ObjectType('Me')
export class MeType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => WorkspaceType, { description: 'The workspace of this session.' })
  workspace!: WorkspaceType;

  @Field({ description: 'Somebody without an account, whose workspace is kept for some days and by signing up.' })
  isGuest!: boolean;

  @Field(() => [WorkspaceType], { description: 'Every workspace of the person.' })
  workspaces!: WorkspaceType[];

  @Field(() => [String], { description: 'What the role may do here, such as workflow:write.' })
  permissions!: string[];

  @Field(() => [String], { description: 'What an API token of the person may be made for.' })
  grantableScopes!: string[];
}

/** What signing in gives. The refresh token comes as a cookie that scripts cannot read. */
@ObjectType('SignedIn')
export class SignedInType {
  @Field({ description: 'Send it as "Authorization: Bearer <token>".' })
  accessToken!: string;

  @Field({ description: 'When the access token ends. Call refreshSession before.' })
  expiresAt!: Date;

  @Field(() => UserType)
  user!: UserType;

  @Field(() => WorkspaceType)
  workspace!: WorkspaceType;
}

/** Payload of the mutations that sign in. */
@ObjectType('SignInPayload')
export class SignInPayload {
  @Field(() => SignedInType, { nullable: true })
  session?: SignedInType | null;

  @Field(() => [MutationErrorType], { description: 'Empty when it worked.' })
  errors!: MutationErrorType[];
}

/** Payload of `signOut`. */
@ObjectType('SignOutPayload')
export class SignOutPayload {
  @Field(() => [MutationErrorType], { description: 'Empty when it worked.' })
  errors!: MutationErrorType[];
}

/** Characters of a name, at most. */
export const MAX_NAME_LENGTH = 200;
/** Message of length rules. */
export const tooLong = { message: 'is longer than $constraint1 characters' };

/** An e-mail address, with or without spaces around it. */
export function IsAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isAddress',
    validator: {
      validate: (value) => typeof value === 'string' && isEmail(value.trim()),
      defaultMessage: () => 'is not an e-mail address',
    },
  });
}

/** What making an account takes. */
@InputType()
export class SignUpInput {
  @Field()
  @IsAddress()
  email!: string;

  @Field({ description: '8 characters or more.' })
  @MinLength(MIN_PASSWORD_LENGTH, { message: `must have at least ${MIN_PASSWORD_LENGTH} characters` })
  @MaxLength(MAX_PASSWORD_BYTES, tooLong)
  password!: string;

  @Field(() => String, { nullable: true, description: 'The part before the @ when absent.' })
  @IsOptional()
  @MaxLength(MAX_NAME_LENGTH, tooLong)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The last part of the link of an invitation.' })
  @IsOptional()
  @MaxLength(MAX_NAME_LENGTH, tooLong)
  invitation?: string | null;
}

/** What signing in takes. */
@InputType()
export class SignInInput {
  @Field()
  @IsAddress()
  email!: string;

  @Field()
  @MaxLength(MAX_PASSWORD_BYTES, tooLong)
  password!: string;
}
