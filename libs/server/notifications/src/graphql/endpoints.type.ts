import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';

/** Why an endpoint is called no more. */
export enum EndpointDisabledBecause {
  PERSON = 'person',
  FAILING = 'failing',
  GONE = 'gone',
}

registerEnumType(EndpointDisabledBecause, {
  name: 'EndpointDisabledBecause',
  valuesMap: {
    PERSON: { description: 'Somebody switched it off.' },
    FAILING: { description: 'Every call failed for days.' },
    GONE: { description: 'It answered 410.' },
  },
});

/** An address elsewhere that is called when something happens. */
@ObjectType('NotificationEndpoint')
export class NotificationEndpointType {
  @Field(() => ID)
  id: string;

  @Field()
  url: string;

  @Field()
  description: string;

  @Field(() => [String], { description: 'Names of events, or families such as `execution.*`.' })
  events: string[];

  @Field(() => [ID], { description: 'Only of these workflows; all when there are neither workflows nor tags.' })
  workflowIds: string[];

  @Field(() => [String], { description: 'Only of workflows with one of these tags.' })
  tags: string[];

  @Field()
  enabled: boolean;

  @Field(() => EndpointDisabledBecause, { nullable: true })
  disabledBecause: EndpointDisabledBecause | null;

  @Field(() => Date, { nullable: true })
  disabledAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when every call failed.' })
  failingSince: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when the secret before the newest is good as well.' })
  oldSecretUntil: Date | null;

  @Field()
  createdAt: Date;

  @Field(() => Int, { description: 'Deliveries of the last day that arrived.' })
  deliveredCount: number;

  @Field(() => Int, { description: 'Deliveries that are still to be made.' })
  waitingCount: number;

  @Field(() => Int, { description: 'Deliveries that were given up.' })
  deadCount: number;
}

/** An endpoint as it is to be. */
@InputType('NotificationEndpointInput')
export class NotificationEndpointInput {
  @Field({ description: 'Where to call; http or https.' })
  @IsString()
  @MaxLength(2_000)
  url: string;

  @Field({ defaultValue: '', description: 'For people.' })
  @IsString()
  @MaxLength(200)
  description: string;

  @Field(() => [String], { description: 'Names of events, or families such as `execution.*`; at least one.' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  events: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Only of these workflows.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  workflowIds: string[];

  @Field(() => [String], { defaultValue: [], description: 'Only of workflows with one of these tags.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  tags: string[];
}

/** See the mutations. */
@ObjectType()
export class NotificationEndpointPayload {
  @Field(() => NotificationEndpointType, { nullable: true })
  endpoint?: NotificationEndpointType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutations. */
@ObjectType()
export class NotificationEndpointSecretPayload extends NotificationEndpointPayload {
  @Field({ nullable: true, description: 'What signatures are checked with. Shown this once.' })
  secret?: string;
}

/** See the mutation of its name. */
@ObjectType()
export class NotificationEndpointDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class NotificationEndpointTestPayload {
  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
