import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ENDPOINT_CHANNEL } from './outbox/notification-outbox';

/** Endpoints of a workspace that is deleted, and whatever they were told. */
@Injectable()
export class ForgetNotifications implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'notifications';
  readonly order = 30;

  constructor(@Optional() private readonly forgetters?: WorkspaceForgetters) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  /** Nothing is told from now on. */
  async quieten(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query(
      `update notification_endpoint set enabled = false, disabled_because = 'person', disabled_at = now()
        where workspace_id = $1 and enabled`,
      [workspaceId],
    );
    await client.query('select pg_notify($1, $2)', [ENDPOINT_CHANNEL, '']);
  }

  /** Deliveries and their tries go along. */
  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query('delete from notification_endpoint where workspace_id = $1', [workspaceId]);
    await client.query('delete from notification where workspace_id = $1', [workspaceId]);
  }
}
