import { Injectable } from '@nestjs/common';
import { invalid, RateLimits, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { Passwords } from '../passwords/passwords';
import { SessionStore } from '../persistence/session-store';
import { UserStore } from '../persistence/user-store';
import { parseNewPassword } from '../use-cases/account-input';
import { AccountLinkStore } from './account-link-store';

/** A new password for somebody who knows the old one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly links: AccountLinkStore,
    private readonly limits: RateLimits,
    private readonly audit: AuditTrail,
  ) {}

  /** Ends every other session. @throws DomainError `WRONG_PASSWORD`, `VALIDATION_FAILED`, `RATE_LIMITED`, `TOO_BUSY` */
  async run(actor: Actor, { current, next }: { current: string; next: string }): Promise<void> {
    const password = parseNewPassword(next);
    const { userId } = actor;
    await this.limits.login.consume(`password|${userId}`);
    const passwordHash = await this.pool.tx((client) => this.users.lockPassword(client, userId));
    if (!(await this.passwords.verify(passwordHash, current))) throw wrongPassword();
    const newHash = await this.passwords.hash(password);
    await this.pool.tx(async (client) => {
      // Somebody else may have changed it meanwhile, with the same old password.
      if ((await this.users.lockPassword(client, userId)) !== passwordHash) throw wrongPassword();
      await this.setPassword(client, { userId, passwordHash: newHash, keep: actor.sessionId ?? null });
      const target = { type: 'user', id: userId };
      await this.audit.recordForAccount(client, userId, { action: 'account.passwordChanged', actor, target });
    });
    await this.limits.login.reset(`password|${userId}`);
  }

  /** Sets a password and ends what the old one opened: sessions, and links for a new one. */
  async setPassword(
    client: SqlClient,
    { userId, passwordHash, keep }: { userId: string; passwordHash: string; keep: string | null },
  ): Promise<void> {
    await this.users.setPassword(client, userId, passwordHash);
    await this.links.end(client, userId, 'reset');
    await this.sessions.revokeAll(client, { userId, because: 'password changed', keep });
  }
}

function wrongPassword(): Error {
  return invalid(
    'WRONG_PASSWORD',
    'The current password is not right. If you have none, ask for a link by mail instead.',
  );
}
