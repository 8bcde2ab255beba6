import { JsonScalar, MutationErrorType } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Whether a credential works. */
export const CredentialHealthStatusEnum = {
  UNKNOWN: 'unknown',
  GOOD: 'good',
  FAILING: 'failing',
  RECONNECT: 'reconnect',
} as const;
registerEnumType(CredentialHealthStatusEnum, {
  name: 'CredentialHealthStatus',
  description: 'Whether a credential works, as far as is known.',
  valuesMap: { RECONNECT: { description: 'Somebody must sign in at the service again; runs wait for it.' } },
});

/** Where a credential stands. */
export const CredentialStateEnum = { PENDING: 'pending', ACTIVE: 'active', DELETING: 'deleting' } as const;
registerEnumType(CredentialStateEnum, { name: 'CredentialState', description: 'Only active credentials can be used.' });

/** Whom something is shared with. */
export const CredentialSubjectEnum = { ROLE: 'role', MEMBER: 'member' } as const;
registerEnumType(CredentialSubjectEnum, { name: 'CredentialSubject', description: 'A role, or one member.' });

/** What somebody may do. */
export const CredentialRightEnum = { USE: 'use', EDIT: 'edit' } as const;
registerEnumType(CredentialRightEnum, {
  name: 'CredentialRight',
  description: 'Choose it in workflows, or also change it.',
});

/** How people sign in. */
export const OAuthGrantEnum = {
  AUTHORIZATION_CODE: 'authorization-code',
  CLIENT_CREDENTIALS: 'client-credentials',
} as const;
registerEnumType(OAuthGrantEnum, { name: 'OAuthGrant' });

/** What is known about whether it works. */
@ObjectType('CredentialHealth')
export class CredentialHealthType {
  @Field(() => CredentialHealthStatusEnum)
  status: string;

  @Field(() => String, { nullable: true, description: 'One sentence for people.' })
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose account it is, when the service tells.' })
  account?: string | null;

  @Field(() => Date, { nullable: true })
  checkedAt?: Date | null;
}

/** Tokens that a service granted. */
@ObjectType('CredentialTokens', { description: 'What is known about tokens that a service granted.' })
export class CredentialTokensType {
  @Field(() => Date, { nullable: true, description: 'Null when they last until they are taken back.' })
  expiresAt?: Date | null;

  @Field({ description: 'Whether they are renewed without a person.' })
  renewable: boolean;

  @Field(() => [String])
  scopes: readonly string[];
}

/** What keeps secrets. */
export const SecretStoreKindEnum = { FILES: 'local', VAULT: 'vault' } as const;
registerEnumType(SecretStoreKindEnum, {
  name: 'SecretStoreKind',
  description: 'What keeps secrets: encrypted files of this installation, or HashiCorp Vault.',
});

/** Where the values are. */
@ObjectType('CredentialStorage')
export class CredentialStorageType {
  @Field(() => SecretStoreKindEnum)
  store: string;

  @Field(() => Int, { description: 'Version of what was written last.' })
  version: number;
}

/** Whom it is shared with. */
@ObjectType('CredentialShare')
export class CredentialShareType {
  @Field(() => CredentialSubjectEnum)
  subjectKind: string;

  @Field({ description: 'A role, or the id of a user.' })
  subject: string;

  @Field(() => CredentialRightEnum)
  right: string;
}

/** A workflow that names it. */
@ObjectType('CredentialUsage')
export class CredentialUsageType {
  @Field(() => ID)
  workflowId: string;

  @Field()
  workflowName: string;

  @Field({ description: 'Whether the draft names it.' })
  inDraft: boolean;

  @Field({ description: 'Whether what is live names it.' })
  isLive: boolean;
}

/** A credential: everything but its values, which nothing ever gives back. */
@ObjectType('Credential', {
  description: 'An account at a service. Its values are written and never given back, by no field of any type.',
})
export class CredentialObjectType {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field({ description: 'Name of its type, such as `http-bearer`.' })
  type: string;

  @Field(() => CredentialStateEnum)
  state: string;

  @Field({ description: 'Whether you may choose it in workflows.' })
  mayUse: boolean;

  @Field({ description: 'Whether you may change, connect and delete it.' })
  mayEdit: boolean;

  @Field({ description: 'Whether you may say who else may use it.' })
  mayShare: boolean;

  @Field(() => CredentialHealthType, {
    nullable: true,
    description: 'Null, like all that follows, for those who may see names only.',
  })
  health?: CredentialHealthType | null;

  @Field(() => [String], { nullable: true, description: 'Hosts that it may be sent to.' })
  allowedDomains?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of the fields that have a value.' })
  filledFields?: readonly string[] | null;

  @Field(() => CredentialTokensType, { nullable: true, description: 'Null also when nobody has signed in.' })
  tokens?: CredentialTokensType | null;

  @Field(() => [CredentialShareType], { nullable: true })
  shares?: readonly CredentialShareType[] | null;

  @Field(() => ID, { nullable: true })
  createdBy?: string | null;

  @Field(() => Date, { nullable: true })
  createdAt?: Date | null;

  @Field(() => Date, { nullable: true })
  updatedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its values were last entered.' })
  valuesAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'To the minute.' })
  lastUsedAt?: Date | null;
}

/** How people sign in at the service. */
@ObjectType('CredentialSignIn')
export class CredentialSignInType {
  @Field(() => OAuthGrantEnum)
  grant: string;

  @Field(() => [String], { description: 'Scopes that are asked for unless the field `scopes` says otherwise.' })
  scopes: readonly string[];

  @Field({ description: 'Address to enter at the service as the one it sends people back to.' })
  redirectUri: string;
}

/** A credential type as data. */
@ObjectType('CredentialType', { description: 'Which fields a kind of account has, and what it does to a request.' })
export class CredentialTypeObjectType {
  @Field()
  type: string;

  @Field()
  title: string;

  @Field()
  description: string;

  @Field(() => [String])
  keywords: readonly string[];

  @Field(() => JsonScalar, { description: 'JSON Schema of the fields with titles, defaults and `ui` hints.' })
  fieldsSchema: JsonObject;

  @Field(() => [String], { description: 'Fields whose values are secrets.' })
  secretFields: readonly string[];

  @Field({ description: 'Whether HTTP requests can be authenticated with it.' })
  authenticatesRequests: boolean;

  @Field(() => [String], { description: 'Hosts that it may be sent to unless its owner says otherwise.' })
  domains: readonly string[];

  @Field(() => String, { nullable: true, description: 'Field that names a host, which is allowed too.' })
  hostField?: string | null;

  @Field(() => CredentialSignInType, { nullable: true, description: 'Present when a service grants tokens.' })
  signIn?: CredentialSignInType | null;

  @Field({ description: 'Whether `credentialTest` can be asked for.' })
  testable: boolean;

  @Field(() => String, { nullable: true })
  docs?: string;

  @Field(() => String, { nullable: true })
  icon?: string;
}

/** A new credential. */
@InputType()
export class CredentialCreateInput {
  @Field()
  type: string;

  @Field()
  name: string;

  @Field(() => JsonScalar, { description: 'A value for each field.' })
  values: unknown;

  @Field(() => [String], {
    nullable: true,
    description: 'Hosts that it may be sent to; those of its type when absent.',
  })
  allowedDomains?: string[];
}

/** What is to be another. */
@InputType()
export class CredentialUpdateInput {
  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Fields that change; a secret that is blank stays.' })
  values?: unknown;

  @Field(() => [String], { nullable: true })
  allowedDomains?: string[];
}

/** One share. */
@InputType()
export class CredentialShareInput {
  @Field(() => CredentialSubjectEnum)
  subjectKind: 'role' | 'member';

  @Field()
  subject: string;

  @Field(() => CredentialRightEnum)
  right: 'use' | 'edit';
}

/** A workflow stands in the way. */
@ObjectType('CredentialInUse', { implements: () => MutationErrorType })
export class CredentialInUseType extends MutationErrorType {
  readonly graphqlType = 'CredentialInUse';

  @Field(() => [CredentialUsageType])
  workflows!: readonly CredentialUsageType[];
}

/** What became of a credential. */
@ObjectType()
export class CredentialPayload {
  @Field(() => CredentialObjectType, { nullable: true })
  credential?: CredentialObjectType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class CredentialDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedCredentialId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class CredentialConnectPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Where to send the person, in this browser; it comes back to /oauth/callback.',
  })
  authorizationUrl?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
