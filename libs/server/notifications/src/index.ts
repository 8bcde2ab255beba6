export { NotificationWork } from './deliveries/notification-work';
export { NOTIFICATION_TYPES } from './notification-types';
export { notificationsConfig } from './notifications.config';
export { NotificationsApiModule, NotificationsWorkerModule } from './notifications.module';
export { notificationsMigrations } from './persistence/notification.migrations';
