import { Bell, Queue, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { webhookNotFound } from '../triggers.errors';
import { TriggerOverview, type WebhookOverview } from '../trigger-overview';
import { WEBHOOK_CHANNEL, WebhookRegistry } from './webhook-registry';
import { webhookUpkeepQueue } from './webhook-upkeep.queue';

/** Turns one webhook off and on, apart from the workflow that it belongs to. Publishing again changes nothing about it. */
@Injectable()
export class WebhookSwitch {
  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly queue: Queue,
    private readonly registry: WebhookRegistry,
    private readonly overview: TriggerOverview,
  ) {}

  /** Calls start runs again, while its workflow is live. @throws DomainError `WEBHOOK_NOT_FOUND` */
  enable(workspaceId: string, webhookId: string): Promise<WebhookOverview> {
    return this.#set(workspaceId, webhookId, 'disabled = false');
  }

  /** Calls find nothing; its path stays taken. @throws DomainError `WEBHOOK_NOT_FOUND` */
  disable(workspaceId: string, webhookId: string): Promise<WebhookOverview> {
    return this.#set(workspaceId, webhookId, 'disabled = true');
  }

  async #set(workspaceId: string, webhookId: string, change: string): Promise<WebhookOverview> {
    if (!isUuid(webhookId)) throw webhookNotFound();
    const { rows } = await this.pool.tx(async (client) => {
      const changed = await client.query<{ workflowId: string; auth: string }>(
        `update webhook set ${change}, updated_at = now() where id = $1 and workspace_id = $2
          returning workflow_id as "workflowId", auth`,
        [webhookId, workspaceId],
      );
      // Its service is told to stop, or to call again.
      if (changed.rows[0]?.auth === 'service') await this.queue.send(webhookUpkeepQueue, { webhookId }, { client });
      await this.bell.ring(WEBHOOK_CHANNEL, webhookId, client);
      return changed;
    });
    this.registry.forget();
    const webhooks = rows[0] ? await this.overview.webhooks(workspaceId, rows[0].workflowId) : [];
    const webhook = webhooks.find(({ id }) => id === webhookId);
    if (!webhook) throw webhookNotFound();
    return webhook;
  }
}
