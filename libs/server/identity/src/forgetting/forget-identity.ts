import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SqlClient } from '@millrace/server-platform';
import { WorkspaceForgetters, type WorkspaceForgetter } from './workspace-forgetters';

/** The workspace itself, with what hangs on it: memberships, invitations, API tokens. Last of all. */
@Injectable()
export class ForgetIdentity implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'identity';
  readonly order = 90;

  constructor(private readonly forgetters: WorkspaceForgetters) {}

  onModuleInit(): void {
    this.forgetters.add(this);
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    // Who belongs elsewhere too stays signed in, and goes on there.
    await client.query(
      `update session s set workspace_id = home.workspace_id
         from (select distinct on (user_id) user_id, workspace_id from membership
                where workspace_id <> $1 and user_id in (select user_id from session where workspace_id = $1)
                order by user_id, created_at) home
        where s.workspace_id = $1 and s.user_id = home.user_id`,
      [workspaceId],
    );
    await client.query('delete from workspace where id = $1', [workspaceId]);
    // Index: app_user_guest. Guests have one workspace, and are nobody without it.
    await client.query(
      `delete from app_user u where is_guest and not exists (select 1 from membership m where m.user_id = u.id)`,
    );
  }
}
