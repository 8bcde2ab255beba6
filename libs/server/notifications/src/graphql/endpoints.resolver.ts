import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveryLog } from '../deliveries/delivery-log';
import type { Endpoint } from '../endpoints/endpoint';
import { ManageEndpoints } from '../endpoints/manage-endpoints';
import { OLD_SECRET_HOURS } from '../notification-keys';
import {
  EndpointDisabledBecause,
  NotificationEndpointDeletePayload,
  NotificationEndpointInput,
  NotificationEndpointPayload,
  NotificationEndpointSecretPayload,
  NotificationEndpointTestPayload,
  NotificationEndpointType,
} from './endpoints.type';

type Counts = Awaited<ReturnType<DeliveryLog['counts']>>;

/** Webhooks that Millrace calls: addresses elsewhere that are told what happens in a workspace. */
@Resolver(() => NotificationEndpointType)
export class EndpointsResolver {
  constructor(
    private readonly endpoints: ManageEndpoints,
    private readonly log: DeliveryLog,
  ) {}

  @Requires('workspace:manage')
  @Query(() => [NotificationEndpointType], { description: 'Addresses that are told what happens in the workspace.' })
  async notificationEndpoints(@CurrentActor() actor: Actor): Promise<NotificationEndpointType[]> {
    const [all, counts] = await Promise.all([this.endpoints.list(actor), this.log.counts(actor)]);
    return all.map((endpoint) => toEndpoint(endpoint, counts));
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointSecretPayload, { description: 'Adds an address that is told what happens.' })
  notificationEndpointCreate(
    @CurrentActor() actor: Actor,
    @Args('input') input: NotificationEndpointInput,
  ): Promise<NotificationEndpointSecretPayload> {
    return payloadOf(async () => {
      const { endpoint, secret } = await this.endpoints.create(actor, input);
      return { endpoint: toEndpoint(endpoint, []), secret };
    });
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointPayload, { description: 'Changes where and of what it is told.' })
  notificationEndpointUpdate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: NotificationEndpointInput,
  ): Promise<NotificationEndpointPayload> {
    return this.#changed(actor, () => this.endpoints.change(actor, id, input));
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointPayload, {
    description: 'Switches it on or off. Switched on, it is told what waited meanwhile.',
  })
  notificationEndpointSetEnabled(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('enabled') isEnabled: boolean,
  ): Promise<NotificationEndpointPayload> {
    return this.#changed(actor, () => this.endpoints.setEnabled(actor, id, isEnabled));
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointSecretPayload, {
    description: `Issues a new secret. Calls are signed with the old one as well for ${OLD_SECRET_HOURS} hours.`,
  })
  notificationEndpointRotateSecret(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<NotificationEndpointSecretPayload> {
    return payloadOf(async () => {
      const { endpoint, secret } = await this.endpoints.rotate(actor, id);
      return { endpoint: toEndpoint(endpoint, await this.log.counts(actor)), secret };
    });
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointDeletePayload, { description: 'Deletes it with its deliveries.' })
  notificationEndpointDelete(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<NotificationEndpointDeletePayload> {
    return payloadOf(async () => {
      await this.endpoints.delete(actor, id);
      return { deletedId: id };
    });
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationEndpointTestPayload, { description: 'Sends it an event of the type `webhook.test`.' })
  notificationEndpointTest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<NotificationEndpointTestPayload> {
    return payloadOf(async () => {
      await this.endpoints.test(actor, id);
      return {};
    });
  }

  #changed(actor: Actor, change: () => Promise<Endpoint>): Promise<NotificationEndpointPayload> {
    return payloadOf(async () => ({ endpoint: toEndpoint(await change(), await this.log.counts(actor)) }));
  }
}

function toEndpoint(endpoint: Endpoint, counts: Counts): NotificationEndpointType {
  const count = (status: string): number =>
    counts.find((one) => one.endpointId === endpoint.id && one.status === status)?.n ?? 0;
  const until = new Date(endpoint.secretIssuedAt.getTime() + OLD_SECRET_HOURS * 3_600_000);
  const isOldGood = endpoint.secretGeneration > 1 && until.getTime() > Date.now();
  return {
    ...endpoint,
    events: [...endpoint.events],
    workflowIds: [...endpoint.workflowIds],
    tags: [...endpoint.tags],
    disabledBecause: endpoint.disabledBecause as EndpointDisabledBecause | null,
    oldSecretUntil: isOldGood ? until : null,
    deliveredCount: count('delivered'),
    waitingCount: count('waiting'),
    deadCount: count('dead'),
  };
}
