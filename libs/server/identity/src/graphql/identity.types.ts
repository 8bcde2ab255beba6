import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationErrorType } from '@millrace/server-platform';
import type { Role } from '../access/actor';

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

  @Field(() => [WorkspaceType], { description: 'Every workspace of the person.' })
  workspaces!: WorkspaceType[];

  @Field(() => [String], { description: 'What the role may do here, such as workflow:write.' })
  permissions!: string[];
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

/** What making an account takes. */
@InputType()
export class SignUpInput {
  @Field()
  email!: string;

  @Field({ description: '8 characters or more.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'The part before the @ when absent.' })
  name?: string | null;
}

/** What signing in takes. */
@InputType()
export class SignInInput {
  @Field()
  email!: string;

  @Field()
  password!: string;
}
