import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

/** What is known of how long runs of a deleted workspace were to be kept, and what they took. */
@Injectable()
export class ForgetOperations implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'operations';
  readonly order = 31;

  constructor(@Optional() private readonly forgetters?: WorkspaceForgetters) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    for (const table of ['workspace_retention', 'run_size']) {
      await client.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
    }
  }
}
