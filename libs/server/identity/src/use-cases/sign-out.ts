import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { SessionStore } from '../persistence/session-store';
import type { SignedInActor } from '../sessions/access-tokens';

/** Ends the session that somebody is signed in with, at once and everywhere. */
@Injectable()
export class SignOut {
  constructor(private readonly sessions: SessionStore) {}

  /** Ends the session of the access token and that of the refresh token, whichever are there. */
  async run(actor: Actor | undefined, refreshToken: string | null): Promise<void> {
    const sessionId = actor && 'sessionId' in actor ? (actor as SignedInActor).sessionId : null;
    if (sessionId) await this.sessions.revoke(sessionId, 'signed out');
    if (refreshToken) await this.sessions.revokeByRefreshToken(refreshToken, 'signed out');
  }
}
