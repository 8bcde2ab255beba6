import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { DeliveryLog } from './deliveries/delivery-log';
import { DeliveryParts } from './deliveries/delivery-parts';
import { DeliveryRows } from './deliveries/delivery-rows';
import { NotificationWork } from './deliveries/notification-work';
import { DisableFailing } from './endpoints/disable-failing';
import { ManageEndpoints } from './endpoints/manage-endpoints';
import { ForgetNotifications } from './forget-workspace';
import { DeliveriesResolver } from './graphql/deliveries.resolver';
import { EndpointsResolver } from './graphql/endpoints.resolver';
import { NotificationKeys } from './notification-keys';
import { AnnounceWorkflows } from './outbox/announce-workflows';
import { NotificationOutbox } from './outbox/notification-outbox';
import { SpreadNotifications } from './outbox/spread-notifications';

/** What every process needs: it keeps what is to be told. */
@Module({ providers: [NotificationKeys, NotificationOutbox], exports: [NotificationKeys, NotificationOutbox] })
export class NotificationsModule {}

/** Endpoints and their deliveries over GraphQL. */
@Module({
  imports: [NotificationsModule, WorkflowsModule],
  providers: [
    AnnounceWorkflows,
    DeliveriesResolver,
    DeliveryLog,
    EndpointsResolver,
    ForgetNotifications,
    ManageEndpoints,
  ],
})
export class NotificationsApiModule {}

/** What calls endpoints. */
@Module({
  imports: [NotificationsModule],
  providers: [DeliveryParts, DeliveryRows, DisableFailing, NotificationWork, SpreadNotifications],
  exports: [NotificationWork],
})
export class NotificationsWorkerModule {}
