import { Injectable } from '@nestjs/common';
import { sessionOver } from '../identity.errors';
import { SessionStore } from '../persistence/session-store';
import { UserStore } from '../persistence/user-store';
import { StartSession, type SignedIn } from './signed-in';

/** Swaps a refresh token for a new pair of tokens. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly users: UserStore,
    private readonly startSession: StartSession,
  ) {}

  /** A refresh token works once; using it again ends its session for everybody who holds a token of it. @throws DomainError `SESSION_EXPIRED` */
  async run(refreshToken: string | null): Promise<SignedIn> {
    const rotated = refreshToken ? await this.sessions.rotate(refreshToken) : null;
    if (!rotated) throw sessionOver();
    const { session } = rotated;
    const [user, workspaces] = await Promise.all([
      this.users.find(session.userId),
      this.users.workspacesOf(session.userId),
    ]);
    const workspace = workspaces.find(({ id }) => id === session.workspaceId);
    if (!user || !workspace) throw sessionOver();
    return { user, workspace, accessToken: await this.startSession.renew(session), refreshToken: rotated.refreshToken };
  }
}
