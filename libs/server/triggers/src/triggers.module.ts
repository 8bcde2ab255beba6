import { CatalogModule } from '@millrace/server-catalog';
import { eventPublishQueue, ExecutionsModule } from '@millrace/server-executions';
import { QueueModule } from '@millrace/server-platform';
import { WorkflowLoaders, WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { CaptureFeed } from './captures/capture-feed';
import { TestEndpoint } from './captures/test-endpoint';
import { WebhookCaptures } from './captures/webhook-captures';
import { WebhookListeners } from './captures/webhook-listeners';
import { DeliverEvents } from './events/deliver-events';
import { PublishEvent } from './events/publish-event';
import { CapturesResolver, WorkflowCapturesResolver } from './graphql/captures.resolver';
import { SchedulesResolver } from './graphql/schedules.resolver';
import { TriggersResolver } from './graphql/triggers.resolver';
import { WorkflowTriggersResolver } from './graphql/workflow-triggers.resolver';
import { LiveTriggers } from './live-triggers';
import { HooksController } from './rest/hooks.controller';
import { SchedulesController } from './rest/schedules.controller';
import { TriggersController } from './rest/triggers.controller';
import { ForgetTriggers } from './forget-workspace';
import { SandboxWebhooks } from './sandbox-webhooks';
import { ForgetOldTriggers } from './forget-old-triggers';
import { Backfills } from './schedules/backfills';
import { FireSchedules } from './schedules/fire-schedules';
import { RunBackfills } from './schedules/run-backfills';
import { ScheduleControl } from './schedules/schedule-control';
import { ScheduleList } from './schedules/schedule-list';
import { ScheduleLoop } from './schedules/schedule-loop';
import { PollTriggers } from './polls/poll-triggers';
import { TriggerOverview } from './trigger-overview';
import { KeepWebhook } from './webhooks/keep-webhook';
import { WebhookAccounts } from './webhooks/webhook-accounts';
import { WebhookDeliveries } from './webhooks/webhook-deliveries';
import { WebhookEndpoint } from './webhooks/webhook-endpoint';
import { WebhookKeys } from './webhooks/webhook-keys';
import { WebhookRegistry } from './webhooks/webhook-registry';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhookSwitch } from './webhooks/webhook-switch';
import { WebhookUpkeep } from './webhooks/webhook-upkeep';
import { webhookUpkeepQueue } from './webhooks/webhook-upkeep.queue';

/** The API side: webhooks, their configuration, what publishing makes live. */
@Module({
  imports: [
    CatalogModule,
    WorkflowsModule,
    ExecutionsModule,
    QueueModule.register([eventPublishQueue, webhookUpkeepQueue]),
  ],
  controllers: [TriggersController, SchedulesController, HooksController],
  providers: [
    Backfills,
    CaptureFeed,
    CapturesResolver,
    ForgetTriggers,
    SandboxWebhooks,
    ScheduleControl,
    ScheduleList,
    SchedulesResolver,
    WorkflowLoaders,
    LiveTriggers,
    PublishEvent,
    TestEndpoint,
    TriggerOverview,
    TriggersResolver,
    WebhookCaptures,
    WebhookDeliveries,
    WebhookEndpoint,
    WebhookKeys,
    WebhookListeners,
    WebhookRegistry,
    WebhookSecrets,
    WebhookSwitch,
    WorkflowCapturesResolver,
    WorkflowTriggersResolver,
  ],
})
export class TriggersModule {}

/** The worker side: schedules that come due, events that start runs, what webhooks need of secrets and services. */
@Module({
  imports: [
    CatalogModule,
    WorkflowsModule,
    ExecutionsModule,
    QueueModule.register([eventPublishQueue, webhookUpkeepQueue]),
  ],
  providers: [
    DeliverEvents,
    FireSchedules,
    ForgetOldTriggers,
    KeepWebhook,
    PollTriggers,
    RunBackfills,
    ScheduleLoop,
    WebhookAccounts,
    WebhookKeys,
    WebhookUpkeep,
  ],
  exports: [DeliverEvents, ScheduleLoop, WebhookUpkeep],
})
export class TriggerWorkersModule {}
