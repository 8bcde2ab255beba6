import { Config, Logger, Mailer, publicUrlOf, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { notificationsConfig } from '../notifications.config';
import { ENDPOINT_CHANNEL } from '../outbox/notification-outbox';

/** Switches endpoints off that fail for days or say that they are gone, and tells those who look after the workspace. */
@Injectable()
export class DisableFailing {
  private readonly afterHours: number;
  private readonly page: string;

  constructor(
    private readonly pool: SqlPool,
    private readonly mailer: Mailer,
    private readonly logger: Logger,
    config: Config,
  ) {
    this.afterHours = config.of(notificationsConfig).NOTIFICATION_DISABLE_AFTER_HOURS;
    this.page = `${publicUrlOf(config)}/settings/webhooks`;
  }

  /** Looks at one endpoint after a call that failed. Calls that wait stay, and go on when it is switched on again. */
  async look(endpointId: string, because: 'failing' | 'gone'): Promise<void> {
    const disabled = await this.pool.tx((client) => this.disable(client, endpointId, because));
    if (!disabled) return;
    this.logger.warn({ endpointId, because }, 'a webhook elsewhere was switched off');
    await this.tell(disabled, because);
  }

  private async disable(
    client: SqlClient,
    endpointId: string,
    because: 'failing' | 'gone',
  ): Promise<{ workspaceId: string; url: string } | undefined> {
    const { rows } = await client.query<{ workspaceId: string; url: string }>(
      `update notification_endpoint set enabled = false, disabled_because = $2, disabled_at = now()
        where id = $1 and enabled and ($2 = 'gone' or failing_since < clock_timestamp() - $3::int * interval '1 hour')
        returning workspace_id as "workspaceId", url`,
      [endpointId, because, this.afterHours],
    );
    if (rows[0]) await client.query('select pg_notify($1, $2)', [ENDPOINT_CHANNEL, '']);
    return rows[0];
  }

  private async tell({ workspaceId, url }: { workspaceId: string; url: string }, because: string): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const { rows } = await this.pool.query<{ email: string }>(
      `select u.email from membership m join app_user u on u.id = m.user_id
        where m.workspace_id = $1 and m.role in ('owner', 'admin') and not u.is_guest and u.email_verified_at is not null`,
      [workspaceId],
    );
    const { host } = new URL(url);
    const why =
      because === 'gone'
        ? 'It answered with status 410, which says that it is gone for good.'
        : `Every call failed for ${this.afterHours} hours.`;
    for (const { email } of rows) {
      this.mailer.send({
        to: email,
        subject: `A webhook to ${host} was switched off`,
        text: `Millrace calls ${host} no more. ${why}\n\nWhat was to be told waits. Look at it and switch it on again: ${this.page}\n`,
      });
    }
  }
}
