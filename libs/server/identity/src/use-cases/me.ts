import { Injectable } from '@nestjs/common';
import { unauthenticated } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { UserStore, type MemberWorkspace, type User } from '../persistence/user-store';

/** Who is signed in, and where. */
@Injectable()
export class Me {
  constructor(private readonly users: UserStore) {}

  /** @throws DomainError `UNAUTHENTICATED` when the account is gone */
  async run(actor: Actor): Promise<{ user: User; workspace: MemberWorkspace; workspaces: readonly MemberWorkspace[] }> {
    const [user, workspaces] = await Promise.all([
      this.users.find(actor.userId),
      this.users.workspacesOf(actor.userId),
    ]);
    const workspace = workspaces.find(({ id }) => id === actor.workspaceId);
    if (!user || !workspace) throw unauthenticated();
    return { user, workspace, workspaces };
  }
}
