import { CatalogModule } from '@millrace/server-catalog';
import { eventPublishQueue, ExecutionsModule } from '@millrace/server-executions';
import { QueueModule } from '@millrace/server-platform';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { DeliverEvents } from './events/deliver-events';
import { PublishEvent } from './events/publish-event';
import { TriggersResolver } from './graphql/triggers.resolver';
import { WorkflowTriggersResolver } from './graphql/workflow-triggers.resolver';
import { LiveTriggers } from './live-triggers';
import { HooksController } from './rest/hooks.controller';
import { TriggersController } from './rest/triggers.controller';
import { ForgetOldTriggers } from './forget-old-triggers';
import { FireSchedules } from './schedules/fire-schedules';
import { ScheduleLoop } from './schedules/schedule-loop';
import { TriggerOverview } from './trigger-overview';
import { WebhookEndpoint } from './webhooks/webhook-endpoint';
import { WebhookRegistry } from './webhooks/webhook-registry';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhookSwitch } from './webhooks/webhook-switch';

/** The API side: webhooks, their configuration, what publishing makes live. */
@Module({
  imports: [CatalogModule, WorkflowsModule, ExecutionsModule, QueueModule.register([eventPublishQueue])],
  controllers: [TriggersController, HooksController],
  providers: [
    LiveTriggers,
    PublishEvent,
    TriggerOverview,
    TriggersResolver,
    WebhookEndpoint,
    WebhookRegistry,
    WebhookSecrets,
    WebhookSwitch,
    WorkflowTriggersResolver,
  ],
})
export class TriggersModule {}

/** The worker side: schedules that come due, events that start runs. */
@Module({
  imports: [ExecutionsModule, QueueModule.register([eventPublishQueue])],
  providers: [DeliverEvents, FireSchedules, ForgetOldTriggers, ScheduleLoop],
  exports: [DeliverEvents, ScheduleLoop],
})
export class TriggerWorkersModule {}
