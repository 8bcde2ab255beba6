import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PublishEvent } from '../events/publish-event';
import { previewSchedule } from '../schedules/preview-schedule';
import { WebhookSecrets } from '../webhooks/webhook-secrets';
import { WebhookSwitch } from '../webhooks/webhook-switch';
import { EventPublishArgs, SchedulePreviewArgs } from './triggers.inputs';
import {
  EventPublishPayload,
  WebhookSecretIssuePayload,
  WebhookSwitchPayload,
  type WebhookType,
} from './triggers.types';

/** Secrets of webhooks, previews of schedules, events from outside. */
@Resolver()
export class TriggersResolver {
  constructor(
    private readonly secrets: WebhookSecrets,
    private readonly webhookSwitch: WebhookSwitch,
    private readonly events: PublishEvent,
  ) {}

  @Requires('workflow:read')
  @Query(() => [Date], { description: 'When a schedule trigger with this config would fire next.' })
  schedulePreview(@Args() { config, timezone, count }: SchedulePreviewArgs): Date[] {
    return previewSchedule(config, timezone ?? 'UTC', Date.now(), count ?? undefined);
  }

  @Requires('workflow:publish')
  @Mutation(() => WebhookSecretIssuePayload, {
    description: 'Issues a new secret; the one before stops working at once.',
  })
  webhookSecretIssue(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookSecretIssuePayload> {
    return payloadOf(() => this.secrets.issue(actor.workspaceId, id));
  }

  @Requires('workflow:publish')
  @Mutation(() => WebhookSwitchPayload, { description: 'Lets calls of one webhook start runs again.' })
  webhookEnable(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookSwitchPayload> {
    return payloadOf(async () => ({
      webhook: (await this.webhookSwitch.enable(actor.workspaceId, id)) as WebhookType,
    }));
  }

  @Requires('workflow:publish')
  @Mutation(() => WebhookSwitchPayload, { description: 'Turns one webhook off; the rest of its workflow goes on.' })
  webhookDisable(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookSwitchPayload> {
    return payloadOf(async () => ({
      webhook: (await this.webhookSwitch.disable(actor.workspaceId, id)) as WebhookType,
    }));
  }

  @Requires('execution:start')
  @Mutation(() => EventPublishPayload, {
    description: 'Publishes an event; every live event trigger of its name starts a run.',
  })
  eventPublish(
    @CurrentActor() actor: Actor,
    @Args() { name, payload }: EventPublishArgs,
  ): Promise<EventPublishPayload> {
    return payloadOf(() => this.events.publish(actor.workspaceId, { name, payload: payload ?? null }));
  }
}
