export { DeliverEvents } from './events/deliver-events';
export { triggersMigrations } from './persistence/trigger.migrations';
export { ScheduleLoop } from './schedules/schedule-loop';
export { triggersConfig } from './triggers.config';
export { WebhookUpkeep } from './webhooks/webhook-upkeep';
export { TriggersModule, TriggerWorkersModule } from './triggers.module';
