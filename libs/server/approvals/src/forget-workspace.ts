import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

/** Approvals of a workspace that is deleted; votes and links go with them. */
@Injectable()
export class ForgetApprovals implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'approvals';
  readonly order = 15;

  /** The list is absent where nobody signs in. */
  constructor(@Optional() private readonly forgetters?: WorkspaceForgetters) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query('DELETE FROM approval WHERE workspace_id = $1', [workspaceId]);
  }
}
