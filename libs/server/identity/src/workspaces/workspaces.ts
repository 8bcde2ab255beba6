import { Injectable } from '@nestjs/common';
import { limitExceeded, SqlPool } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { SessionStore } from '../persistence/session-store';
import { UserStore, type MemberWorkspace } from '../persistence/user-store';
import { sessionOver } from '../identity.errors';
import { StartSession, type SignedIn } from '../use-cases/signed-in';
import { Invitations } from './invitations';
import { workspaceNotFound } from './workspaces.errors';

/** Workspaces that one person may own. */
const MAX_OWNED = 50;

/** Workspaces of a person, and which of them a session works in. */
@Injectable()
export class Workspaces {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly startSession: StartSession,
    private readonly invitations: Invitations,
    private readonly audit: AuditTrail,
  ) {}

  /** A further workspace, with the person as owner; the session stays where it is. @throws DomainError `TOO_MANY_WORKSPACES` */
  async create(actor: Actor, name: string): Promise<MemberWorkspace> {
    const owned = (await this.users.workspacesOf(actor.userId)).filter(({ role }) => role === 'owner');
    if (owned.length >= MAX_OWNED)
      throw limitExceeded('TOO_MANY_WORKSPACES', `One person may own ${MAX_OWNED} workspaces.`);
    return this.pool.tx(async (client) => {
      const workspace = await this.users.addWorkspace(client, { name, userId: actor.userId, role: 'owner' });
      const target = { type: 'workspace', id: workspace.id, label: name };
      await this.audit.record(client, { action: 'workspace.created', actor, workspaceId: workspace.id, target });
      return workspace;
    });
  }

  /** Gives the workspace of the session another name. */
  rename(actor: Actor, name: string): Promise<MemberWorkspace> {
    const { workspaceId: id, role } = actor;
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from workspace where id = $1 for update', [
        id,
      ]);
      await client.query('update workspace set name = $2 where id = $1', [id, name]);
      const target = { type: 'workspace', id, label: name };
      const details = { from: rows[0]?.name };
      await this.audit.record(client, { action: 'workspace.renamed', actor, target, details });
      return { id, name, role };
    });
  }

  /**
   * The session works in another workspace from now on; its tokens for the one before are refused.
   * @throws DomainError `WORKSPACE_NOT_FOUND`, `SESSION_EXPIRED`
   */
  async switchTo(actor: Actor, workspaceId: string): Promise<SignedIn> {
    const workspaces = await this.users.workspacesOf(actor.userId);
    const workspace = workspaces.find(({ id }) => id === workspaceId);
    if (!workspace) throw workspaceNotFound();
    return this.#enter(actor, workspace);
  }

  /** @throws DomainError `INVITATION_NOT_VALID`, `INVITATION_FOR_ANOTHER`, `ALREADY_MEMBER` */
  async join(actor: Actor, invitation: string): Promise<SignedIn> {
    const user = await this.invitations.userOf(actor);
    const workspace = await this.pool.tx((client) => this.invitations.accept(client, user, invitation));
    return this.#enter(actor, workspace);
  }

  async #enter(actor: Actor, workspace: MemberWorkspace): Promise<SignedIn> {
    const { userId, sessionId } = actor;
    const user = await this.users.find(userId);
    if (!user || !sessionId) throw sessionOver();
    const session = await this.sessions.moveTo(this.pool, { sessionId, userId, workspaceId: workspace.id });
    if (!session) throw sessionOver();
    return { user, workspace, accessToken: await this.startSession.renew(session), refreshToken: null };
  }
}
