import { Injectable } from '@nestjs/common';
import { notFound, SqlPool } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { SessionStore, type ShownSession } from '../persistence/session-store';

/** What people do with their own account. */
@Injectable()
export class Account {
  constructor(
    private readonly pool: SqlPool,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Where the person is signed in. */
  sessionsOf({ userId }: Actor): Promise<ShownSession[]> {
    return this.sessions.listLive(userId);
  }

  /** Ends one session of the person. @throws DomainError `SESSION_NOT_FOUND` */
  async endSession(actor: Actor, sessionId: string): Promise<void> {
    await this.pool.tx(async (client) => {
      const { userId } = actor;
      const isEnded = isUuid(sessionId) && (await this.sessions.revokeOf(client, { userId, sessionId }));
      if (!isEnded) throw notFound('SESSION_NOT_FOUND', 'This session does not exist, or is over.');
      const target = { type: 'session', id: sessionId };
      await this.audit.recordForAccount(client, userId, { action: 'session.ended', actor, target });
    });
  }

  /** Ends every session of the person; this one stays if `keepsThis`. How many ended. */
  signOutEverywhere(actor: Actor, keepsThis: boolean): Promise<number> {
    const { userId, sessionId = null } = actor;
    return this.pool.tx(async (client) => {
      const keep = keepsThis ? sessionId : null;
      const count = await this.sessions.revokeAll(client, { userId, because: 'signed out everywhere', keep });
      const target = { type: 'user', id: userId };
      const entry = { action: 'session.allEnded', actor, target, details: { count } };
      await this.audit.recordForAccount(client, userId, entry);
      return count;
    });
  }
}
