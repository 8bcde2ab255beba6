import { Injectable } from '@nestjs/common';
import { SqlPool } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { SessionStore } from '../persistence/session-store';

/** Ends the session that somebody is signed in with, at once and everywhere: its tokens and its open sockets. */
@Injectable()
export class SignOut {
  constructor(
    private readonly pool: SqlPool,
    private readonly sessions: SessionStore,
  ) {}

  /** Ends the session of the access token and that of the refresh token, whichever are there. */
  async run(actor: Actor | undefined, refreshToken: string | null): Promise<void> {
    await this.pool.tx(async (client) => {
      if (actor?.sessionId) await this.sessions.revoke(client, actor.sessionId, 'signed out');
      if (refreshToken) await this.sessions.revokeByRefreshToken(client, refreshToken, 'signed out');
    });
  }
}
