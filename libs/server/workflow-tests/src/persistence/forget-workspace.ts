import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

/** Tests of a workspace that is deleted. */
@Injectable()
export class ForgetTests implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'workflow-tests';
  readonly order = 30;

  constructor(
    /** Absent where nobody signs in. */
    @Optional() private readonly forgetters?: WorkspaceForgetters,
  ) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    for (const table of ['workflow_test_result', 'workflow_test_run', 'workflow_test']) {
      await client.query(`DELETE FROM ${table} WHERE workspace_id = $1`, [workspaceId]);
    }
  }
}
