import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { connectionFrom, ConnectionArgs, keyOf, pageSizeOf, payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveryLog, type Delivery } from '../deliveries/delivery-log';
import {
  NotificationDeliveriesPayload,
  NotificationDeliveryConnectionType,
  NotificationDeliveryDetailsType,
  NotificationDeliveryFilter,
  NotificationDeliveryStatus,
  NotificationDeliveryType,
} from './deliveries.type';

/** What endpoints were told and are to be told. */
@Resolver(() => NotificationDeliveryType)
export class DeliveriesResolver {
  constructor(private readonly log: DeliveryLog) {}

  @Requires('workspace:manage')
  @Query(() => NotificationDeliveryConnectionType, { description: 'Deliveries of the workspace, newest first.' })
  async notificationDeliveries(
    @CurrentActor() actor: Actor,
    @Args() { first, after }: ConnectionArgs,
    @Args('filter', { nullable: true }) filter?: NotificationDeliveryFilter,
  ): Promise<NotificationDeliveryConnectionType> {
    const size = pageSizeOf(first);
    const before = after ? String(keyOf(after, 1)[0]) : null;
    const rows = await this.log.list(actor, { filter: filter ?? {}, first: size, before });
    return connectionFrom(rows, size, {
      key: ({ id }) => [id],
      node: toDelivery,
    }) as NotificationDeliveryConnectionType;
  }

  @Requires('workspace:manage')
  @Query(() => NotificationDeliveryDetailsType, { description: 'One delivery with what was sent and every call.' })
  async notificationDelivery(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<NotificationDeliveryDetailsType> {
    const { delivery, body, attempts } = await this.log.get(actor, id);
    return { delivery: toDelivery(delivery), body, attempts: [...attempts] };
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationDeliveriesPayload, {
    description:
      'Makes deliveries again that are over, with the same `webhook-id`. An endpoint that is off is told later.',
  })
  notificationDeliveriesReplay(
    @CurrentActor() actor: Actor,
    @Args('filter') filter: NotificationDeliveryFilter,
  ): Promise<NotificationDeliveriesPayload> {
    return payloadOf(async () => ({ count: await this.log.replay(actor, filter) }));
  }

  @Requires('workspace:manage')
  @Mutation(() => NotificationDeliveriesPayload, {
    description: 'Decides that deliveries which were given up, or wait, are not to be made.',
  })
  notificationDeliveriesDiscard(
    @CurrentActor() actor: Actor,
    @Args('filter') filter: NotificationDeliveryFilter,
  ): Promise<NotificationDeliveriesPayload> {
    return payloadOf(async () => ({ count: await this.log.discard(actor, filter) }));
  }
}

function toDelivery(delivery: Delivery): NotificationDeliveryType {
  return { ...delivery, status: delivery.status as NotificationDeliveryStatus };
}
