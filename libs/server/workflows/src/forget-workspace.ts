import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import { Bell, type SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { PUBLISHED_CHANNEL } from './published-cache';
import { PublishListeners } from './publish-listener';

/** Workflows of a workspace that is deleted: into the bin with the wish, so that nothing of them starts; then they go. */
@Injectable()
export class ForgetWorkflows implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'workflows';
  readonly order = 40;

  constructor(
    private readonly listeners: PublishListeners,
    private readonly bell: Bell,
    /** Absent where nobody signs in. */
    @Optional() private readonly forgetters?: WorkspaceForgetters,
  ) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  async quieten(client: SqlClient, workspaceId: string): Promise<void> {
    const { rows } = await client.query<{ id: string }>(
      'UPDATE workflow SET deleted_at = now() WHERE workspace_id = $1 AND deleted_at IS NULL RETURNING id',
      [workspaceId],
    );
    for (const { id: workflowId } of rows) {
      await this.listeners.tell('onDeleted', client, { workflowId, workspaceId });
      await this.bell.ring(PUBLISHED_CHANNEL, workflowId, client);
    }
  }

  /** Pins, and versions with a workflow, go with it. */
  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query('DELETE FROM workflow WHERE workspace_id = $1', [workspaceId]);
    await client.query('DELETE FROM workflow_version WHERE workspace_id = $1', [workspaceId]);
  }
}
