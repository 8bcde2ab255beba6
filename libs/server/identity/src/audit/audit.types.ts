import { ConnectionArgs, connectionOf, JsonScalar } from '@millrace/server-platform';
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';

const MAX_TEXT_LENGTH = 200;
const tooLong = { message: 'is longer than $constraint1 characters' };

/** One line of the audit log. */
@ObjectType('AuditEvent', { description: 'Who did what to which thing, from where. Never changed, never deleted.' })
export class AuditEventType {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field({ description: 'Such as workflow.published or member.roleChanged.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'Null for strangers and for the product itself.' })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address of the actor at that time.' })
  actorLabel!: string | null;

  @Field({ description: 'session, token, system, or anonymous for those who were not signed in.' })
  via!: string;

  @Field(() => ID, { nullable: true, description: 'The API token that was used.' })
  apiTokenId!: string | null;

  @Field(() => String, { nullable: true, description: 'Such as workflow, member, apiToken.' })
  targetType!: string | null;

  @Field(() => ID, { nullable: true })
  targetId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the thing at that time.' })
  targetLabel!: string | null;

  @Field(() => String, { nullable: true, description: 'Network address of the caller.' })
  address!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'X-Request-Id of the answer; the log has it too.' })
  requestId!: string | null;

  @Field(() => JsonScalar, { description: 'What else matters, such as the role before and after.' })
  details!: unknown;
}

/** A page of the audit log. */
@ObjectType('AuditEventConnection')
export class AuditEventConnectionType extends connectionOf(AuditEventType, 'AuditEvent') {}

/** What of the log is asked for. */
@InputType({ description: 'Everything that is given must fit.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'An action, or its first part such as member.' })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH, tooLong)
  action?: string | null;

  @Field(() => ID, { nullable: true })
  actorId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH, tooLong)
  targetType?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH, tooLong)
  targetId?: string | null;

  @Field(() => Date, { nullable: true })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Exclusive.' })
  to?: Date | null;
}

/** Arguments of `auditLog`. */
@ArgsType()
export class AuditLogArgs extends ConnectionArgs {
  @Field(() => AuditFilterInput, { nullable: true })
  filter?: AuditFilterInput | null;
}
