import { NodeCatalogue } from '@millrace/server-catalog';
import { Sandbox } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { PublishListeners, type LiveWorkflow, type PublishListener } from '@millrace/server-workflows';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

/** Refuses to publish more webhooks than a guest may have. */
@Injectable()
export class SandboxWebhooks implements PublishListener, OnModuleInit {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly catalogue: NodeCatalogue,
    @Optional() private readonly sandbox?: Sandbox,
  ) {}

  onModuleInit(): void {
    if (this.sandbox?.isOn) this.listeners.add(this);
  }

  /** @throws DomainError `GUEST_LIMIT_REACHED` */
  async onPublished(client: SqlClient, { workspaceId, workflowId, document }: LiveWorkflow): Promise<void> {
    const added = document.nodes.filter(
      ({ enabled, type, typeVersion }) => enabled && this.catalogue.lookup(type, typeVersion)?.startsOn === 'webhook',
    );
    if (added.length === 0) return;
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from webhook where workspace_id = $1 and workflow_id <> $2 and live',
      [workspaceId, workflowId],
    );
    const count = added.length + (rows[0]?.count ?? 0);
    await this.sandbox?.requireRoom(client, { workspaceId, what: 'webhooks', count });
  }

  onDisabled(): Promise<void> {
    return Promise.resolve();
  }

  onDeleted(): Promise<void> {
    return Promise.resolve();
  }
}
