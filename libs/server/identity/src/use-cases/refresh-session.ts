import { Injectable } from '@nestjs/common';
import { SqlPool } from '@millrace/server-platform';
import { sessionOver } from '../identity.errors';
import { SessionStore, type Session } from '../persistence/session-store';
import { UserStore, type User } from '../persistence/user-store';
import { StartSession, type SignedIn } from './signed-in';

/** Swaps a refresh token for a new pair of tokens. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly pool: SqlPool,
    private readonly sessions: SessionStore,
    private readonly users: UserStore,
    private readonly startSession: StartSession,
  ) {}

  /** A refresh token works once; using it again ends its session for everybody who holds a token of it. @throws DomainError `SESSION_EXPIRED` */
  async run(refreshToken: string | null): Promise<SignedIn> {
    const rotated = refreshToken ? await this.sessions.rotate(refreshToken) : null;
    if (!rotated) throw sessionOver();
    const user = await this.users.find(rotated.session.userId);
    if (!user) throw sessionOver();
    const workspaces = await this.users.workspacesOf(user.id);
    const here = workspaces.find(({ id }) => id === rotated.session.workspaceId);
    const session = here ? rotated.session : await this.#moveHome(rotated.session, user);
    const workspace = here ?? (await this.users.workspacesOf(user.id)).find(({ id }) => id === session.workspaceId);
    if (!workspace) throw sessionOver();
    return { user, workspace, accessToken: await this.startSession.renew(session), refreshToken: rotated.refreshToken };
  }

  /** The person no longer belongs to the workspace of the session: it goes on in another one. */
  async #moveHome({ id: sessionId, userId }: Session, user: User): Promise<Session> {
    const home = await this.users.homeOf(user);
    const moved = await this.sessions.moveTo(this.pool, { sessionId, userId, workspaceId: home.id });
    if (!moved) throw sessionOver();
    return moved;
  }
}
