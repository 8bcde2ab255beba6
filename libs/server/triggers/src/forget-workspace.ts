import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

const TABLES = [
  'webhook_listener',
  'webhook_capture',
  'event_subscription',
  'schedule_backfill',
  'schedule',
  'polled_trigger',
  'webhook',
] as const;

/** Triggers of a workspace that is deleted. They sleep since its workflows went into the bin. */
@Injectable()
export class ForgetTriggers implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'triggers';
  readonly order = 10;

  constructor(@Optional() private readonly forgetters?: WorkspaceForgetters) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  /** Fires of a schedule go with it. */
  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query(
      'delete from event_chain where execution_id in (select id from execution where workspace_id = $1)',
      [workspaceId],
    );
    for (const table of TABLES) await client.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
  }
}
