import { Config } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { DisableFailing } from '../endpoints/disable-failing';
import { NotificationKeys } from '../notification-keys';
import { notificationsConfig } from '../notifications.config';

/** What calls are made with. */
@Injectable()
export class DeliveryParts {
  /** Seconds before each further try. */
  readonly ladder: readonly number[];
  /** Days for which deliveries are kept. */
  readonly keepDays: number;

  constructor(
    config: Config,
    readonly keys: NotificationKeys,
    readonly disabling: DisableFailing,
  ) {
    const settings = config.of(notificationsConfig);
    this.ladder = settings.NOTIFICATION_RETRY_SECONDS;
    this.keepDays = settings.NOTIFICATION_KEEP_DAYS;
  }
}
