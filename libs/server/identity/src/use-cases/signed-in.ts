import { Injectable } from '@nestjs/common';
import type { SqlClient } from '@millrace/server-platform';
import type { MemberWorkspace, User } from '../persistence/user-store';
import { SessionStore, type Session, type SessionKind } from '../persistence/session-store';
import { AccessTokens, type AccessToken } from '../sessions/access-tokens';

/** What somebody has who has just signed in. */
export interface SignedIn {
  readonly user: User;
  readonly workspace: MemberWorkspace;
  readonly accessToken: AccessToken;
  /** Only for sessions of kind `session`. */
  readonly refreshToken: string | null;
}

/** Starts sessions. */
@Injectable()
export class StartSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessTokens,
  ) {}

  /** Inside the caller's transaction if one is given. */
  async run(who: { user: User; workspace: MemberWorkspace }, kind: SessionKind, client?: SqlClient): Promise<SignedIn> {
    const session = await this.sessions.start(
      { userId: who.user.id, workspaceId: who.workspace.id, kind, tokenVersion: who.user.tokenVersion },
      client,
    );
    const refreshToken = kind === 'session' ? await this.sessions.issueRefreshToken(session.id, client) : null;
    return { ...who, accessToken: await this.tokens.sign(session), refreshToken };
  }

  /** A new access token of a running session. */
  renew(session: Session): Promise<AccessToken> {
    return this.tokens.sign(session);
  }
}
