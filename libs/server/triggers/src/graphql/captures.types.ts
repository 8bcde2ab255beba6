import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WebhookCapture } from '../captures/webhook-capture';

/** A call that somebody made to a test address. */
@ObjectType('WebhookCapture', { description: 'A call at a test address, kept to run the draft with.' })
export class WebhookCaptureType implements WebhookCapture {
  @Field(() => ID)
  id!: string;

  workspaceId!: string;

  @Field(() => ID)
  workflowId!: string;

  @Field(() => ID)
  nodeId!: string;

  @Field()
  method!: string;

  @Field({ description: 'What followed the token in the address.' })
  path!: string;

  @Field(() => Int, { description: 'Bytes of `value` as JSON.' })
  bytes!: number;

  @Field(() => Date)
  receivedAt!: Date;
}

@ObjectType('WebhookListenPayload')
export class WebhookListenPayload {
  @Field(() => String, { nullable: true, description: 'Takes any method, and more path behind it; shown only here.' })
  testUrl?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it stops taking calls: 120 s from now.' })
  until?: Date | null;

  @Field(() => String, { nullable: true, description: 'A sample call for a shell.' })
  curl?: string | null;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}
