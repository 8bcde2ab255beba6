import { CatalogModule } from '@millrace/server-catalog';
import { eventPublishQueue, ExecutionsModule } from '@millrace/server-executions';
import { QueueModule } from '@millrace/server-platform';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { CaptureFeed } from './captures/capture-stream';
import { TestEndpoint } from './captures/test-endpoint';
import { WebhookCaptures } from './captures/webhook-captures';
import { WebhookListeners } from './captures/webhook-listeners';
import { DeliverEvents } from './events/deliver-events';
import { PublishEvent } from './events/publish-event';
import { CapturesResolver, WorkflowCapturesResolver } from './graphql/captures.resolver';
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
    CaptureFeed,
    CapturesResolver,
    LiveTriggers,
    PublishEvent,
    TestEndpoint,
    TriggerOverview,
    TriggersResolver,
    WebhookCaptures,
    WebhookEndpoint,
    WebhookListeners,
    WebhookRegistry,
    WebhookSecrets,
    WebhookSwitch,
    WorkflowCapturesResolver,
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
