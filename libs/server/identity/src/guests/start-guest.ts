import { Injectable } from '@nestjs/common';
import { Config, conflict, newId, RateLimits, SqlPool } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { UserStore } from '../persistence/user-store';
import { StartSession, type SignedIn } from '../use-cases/signed-in';
import { guestsConfig } from './guests.config';

/** Lets a stranger in without an account, into a small workspace of their own. */
@Injectable()
export class StartGuest {
  constructor(
    private readonly config: Config,
    private readonly pool: SqlPool,
    private readonly limits: RateLimits,
    private readonly users: UserStore,
    private readonly startSession: StartSession,
    private readonly audit: AuditTrail,
  ) {}

  /** Whether strangers may try the product. */
  get isOpen(): boolean {
    return this.config.of(guestsConfig).MILLRACE_GUESTS === 'on';
  }

  /** @throws DomainError `GUESTS_OFF`, `ALREADY_SIGNED_IN`, `RATE_LIMITED` */
  async run(actor: Actor | undefined, address: string): Promise<SignedIn> {
    if (!this.isOpen) throw conflict('GUESTS_OFF', 'This server takes no guests. Sign in, or make an account.');
    if (actor) throw conflict('ALREADY_SIGNED_IN', 'You are signed in already.');
    await this.limits.guests.consume(address);
    return this.pool.tx(async (client) => {
      // A domain that never is: nothing can be mailed there, and nobody can sign in with it.
      const email = `guest-${newId()}@guests.invalid`;
      const user = await this.users.addUser(client, { email, name: 'Guest', passwordHash: null, isGuest: true });
      const own = { name: 'Sandbox', userId: user.id, role: 'owner', isSandbox: true } as const;
      const workspace = await this.users.addWorkspace(client, own);
      const by = { userId: user.id, workspaceId: workspace.id, via: 'session' } as const;
      const target = { type: 'user', id: user.id, label: email };
      await this.audit.record(client, { action: 'guest.started', actor: by, target });
      return this.startSession.run({ user, workspace }, 'session', client);
    });
  }
}
