import { connectionOf, MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';

/** Where a delivery stands. */
export enum NotificationDeliveryStatus {
  WAITING = 'waiting',
  DELIVERED = 'delivered',
  DEAD = 'dead',
  DISCARDED = 'discarded',
}

registerEnumType(NotificationDeliveryStatus, {
  name: 'NotificationDeliveryStatus',
  valuesMap: {
    WAITING: { description: 'A try is due, or under way.' },
    DELIVERED: { description: 'The receiver answered with a 2xx.' },
    DEAD: { description: 'Given up after the last try.' },
    DISCARDED: { description: 'Somebody decided that it is not to be made.' },
  },
});

/** One thing that one endpoint is told. */
@ObjectType('NotificationDelivery')
export class NotificationDeliveryType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'Id of the event, which receivers get as `webhook-id`; the same in every try.' })
  notificationId: string;

  @Field(() => ID)
  endpointId: string;

  @Field()
  endpointUrl: string;

  @Field({ description: 'Such as `execution.failed`.' })
  type: string;

  @Field(() => NotificationDeliveryStatus)
  status: NotificationDeliveryStatus;

  @Field(() => Int, { description: 'Tries so far; a replay begins to count anew.' })
  attempts: number;

  @Field(() => Date, { nullable: true, description: 'When the next try is due.' })
  dueAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'Status of the last answer.' })
  lastStatus: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  lastError: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;
}

/** One call. */
@ObjectType('NotificationAttempt')
export class NotificationAttemptType {
  @Field()
  at: Date;

  @Field(() => Int)
  number: number;

  @Field(() => Int)
  durationMs: number;

  @Field(() => Int, { nullable: true, description: 'Status of the answer; null when there was none.' })
  status: number | null;

  @Field(() => String, { nullable: true })
  error: string | null;

  @Field(() => String, { nullable: true, description: 'How the answer began.' })
  response: string | null;
}

/** A delivery with what was sent and how every call went. */
@ObjectType('NotificationDeliveryDetails')
export class NotificationDeliveryDetailsType {
  @Field(() => NotificationDeliveryType)
  delivery: NotificationDeliveryType;

  @Field({ description: 'The body of the request, letter for letter.' })
  body: string;

  @Field(() => [NotificationAttemptType], { description: 'The last hundred, newest first.' })
  attempts: NotificationAttemptType[];
}

/** One page of deliveries. */
@ObjectType('NotificationDeliveryConnection')
export class NotificationDeliveryConnectionType extends connectionOf(
  NotificationDeliveryType,
  'NotificationDelivery',
) {}

/** Which deliveries are meant. */
@InputType('NotificationDeliveryFilter')
export class NotificationDeliveryFilter {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  endpointId?: string | null;

  @Field(() => NotificationDeliveryStatus, { nullable: true })
  @IsOptional()
  @IsEnum(NotificationDeliveryStatus)
  status?: NotificationDeliveryStatus | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string | null;

  @Field(() => Date, { nullable: true, description: 'Of things that happened then or later.' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Of things that happened before.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;
}

/** See the mutations. */
@ObjectType()
export class NotificationDeliveriesPayload {
  @Field(() => Int, { nullable: true, description: 'How many it concerned; 10,000 at most with one request.' })
  count?: number;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}
