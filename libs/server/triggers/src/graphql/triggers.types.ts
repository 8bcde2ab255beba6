import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { WebhookOverview } from '../trigger-overview';
import type { WebhookAuth } from '../webhooks/webhook-auth';
import type { WebhookResponseMode } from '../webhooks/webhook-record';

/** Enum values of the schema are upper snake case; the words of the document stand behind them. */
export const WebhookAuthEnum = {
  TOKEN: 'token',
  BASIC: 'basic',
  HMAC: 'hmac',
  NONE: 'none',
  STRIPE: 'stripe',
  GITHUB: 'github',
  SLACK: 'slack',
  STANDARD_WEBHOOKS: 'standard-webhooks',
  SERVICE: 'service',
} as const;
export const WebhookResponseModeEnum = {
  IMMEDIATE: 'immediate',
  WHEN_FINISHED: 'when-finished',
  RESPOND_NODE: 'respond-node',
} as const;
registerEnumType(WebhookAuthEnum, { name: 'WebhookAuth', description: 'How callers of a webhook prove themselves.' });
registerEnumType(WebhookResponseModeEnum, { name: 'WebhookResponseMode', description: 'When a webhook answers.' });

/** A webhook of a workflow. */
@ObjectType('Webhook')
export class WebhookType implements WebhookOverview {
  @Field(() => ID)
  id!: string;

  workflowId!: string;

  @Field(() => ID)
  nodeId!: string;

  @Field()
  path!: string;

  @Field({ description: 'Path of its address on this installation.' })
  address!: string;

  @Field(() => [String])
  methods!: string[];

  @Field(() => WebhookAuthEnum)
  auth!: WebhookAuth;

  @Field(() => WebhookResponseModeEnum)
  response!: WebhookResponseMode;

  @Field({ description: 'Whether calls start runs: published and enabled.' })
  live!: boolean;

  @Field({ description: 'False when it was turned off by itself; then calls find nothing, live or not.' })
  enabled!: boolean;

  @Field({ description: 'Whether callers can have a secret; while false, every call but of auth NONE is refused.' })
  secretIssued!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What a person should know, such as why its secret cannot be read; null when all is well.',
  })
  notice!: string | null;
}

@ObjectType('WebhookSecretIssuePayload')
export class WebhookSecretIssuePayload {
  @Field(() => String, { nullable: true, description: 'Token, password or signing key; shown only here.' })
  secret?: string | null;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}

@ObjectType('WebhookSwitchPayload')
export class WebhookSwitchPayload {
  @Field(() => WebhookType, { nullable: true })
  webhook?: WebhookType | null;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}

@ObjectType('EventPublishPayload')
export class EventPublishPayload {
  @Field(() => ID, { nullable: true })
  eventId?: string | null;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}
