import { Injectable } from '@nestjs/common';
import { invalid, SqlPool, type DomainError } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { sessionOver } from '../identity.errors';
import { SessionStore } from '../persistence/session-store';
import { UserStore } from '../persistence/user-store';
import { StartSession, type SignedIn } from '../use-cases/signed-in';
import { MembershipStore } from '../workspaces/membership-store';
import { roleTooHigh, workspaceNotFound } from '../workspaces/workspaces.errors';
import { WorkspaceDeletions } from './workspace-deletions';

/** An owner deletes the workspace of the session, for good. */
@Injectable()
export class DeleteWorkspace {
  constructor(
    private readonly pool: SqlPool,
    private readonly members: MembershipStore,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly startSession: StartSession,
    private readonly deletions: WorkspaceDeletions,
  ) {}

  /**
   * The session goes on in another workspace of the person, in a new one when there is none.
   * @throws DomainError `NAME_DOES_NOT_MATCH`, `ROLE_TOO_HIGH`, `WORKSPACE_NOT_FOUND`, `SESSION_EXPIRED`
   */
  async run(actor: Actor, typedName: string): Promise<SignedIn> {
    const { workspaceId, userId, sessionId } = actor;
    await this.pool.tx(async (client) => {
      await this.members.lock(client, workspaceId);
      const self = await this.members.find(client, workspaceId, userId);
      if (self?.role !== 'owner') throw roleTooHigh('owner');
      const { rows } = await client.query<{ name: string }>('select name from workspace where id = $1', [workspaceId]);
      const [workspace] = rows;
      if (!workspace) throw workspaceNotFound();
      if (workspace.name !== typedName.trim()) throw nameDoesNotMatch();
      await this.deletions.begin(client, { workspaceId, name: workspace.name, actor });
    });
    const user = await this.users.find(userId);
    if (!user || !sessionId) throw sessionOver();
    const home = await this.users.homeOf(user);
    const session = await this.sessions.moveTo(this.pool, { sessionId, userId, workspaceId: home.id });
    if (!session) throw sessionOver();
    return { user, workspace: home, accessToken: await this.startSession.renew(session), refreshToken: null };
  }
}

function nameDoesNotMatch(): DomainError {
  return invalid('NAME_DOES_NOT_MATCH', 'This is not the name of the workspace. Type it exactly as it is shown.');
}
