import { Injectable } from '@nestjs/common';
import { RateLimits, SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import { invalidCredentials } from '../identity.errors';
import { Passwords } from '../passwords/passwords';
import type { SessionKind } from '../persistence/session-store';
import { UserStore, type User } from '../persistence/user-store';
import { SignInPauses } from '../sessions/sign-in-pauses';
import { parseSignIn } from './account-input';
import { StartSession, type SignedIn } from './signed-in';

/** Signs in with e-mail address and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly limits: RateLimits,
    private readonly pauses: SignInPauses,
    private readonly startSession: StartSession,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Counts every call by account and address, so many guesses in one request count as many.
   * @throws DomainError `VALIDATION_FAILED`, `INVALID_CREDENTIALS`, `RATE_LIMITED`, `TOO_BUSY`
   */
  async run(input: unknown, from: { kind: SessionKind; address: string }): Promise<SignedIn> {
    const { email, password } = parseSignIn(input);
    const key = `${email}|${from.address}`;
    await this.limits.login.consume(key);
    const attempt = await this.pauses.begin(email, from.address);
    const found = await this.users.findByEmail(email);
    const isRight = await this.passwords.verify(found?.passwordHash ?? null, password);
    if (!found || !isRight) {
      await this.#recordFailure(found?.user ?? null);
      throw invalidCredentials();
    }
    await Promise.all([this.limits.login.reset(key), attempt.succeeded()]);
    return this.enter(found.user, { kind: from.kind, how: 'password' });
  }

  /** Starts a session of somebody who has shown who they are. */
  async enter(user: User, { kind, how }: { kind: SessionKind; how: string }): Promise<SignedIn> {
    const workspace = await this.users.homeOf(user);
    return this.pool.tx(async (client) => {
      const actor = { userId: user.id, workspaceId: workspace.id, via: 'session' } as const;
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.record(client, { action: 'signIn.succeeded', actor, target, details: { kind, how } });
      return this.startSession.run({ user, workspace }, kind, client);
    });
  }

  /** Without what was typed: people type passwords into the wrong field. */
  #recordFailure(user: User | null): Promise<void> {
    return this.audit.recordForAccount(this.pool, user?.id ?? null, {
      action: 'signIn.failed',
      actor: null,
      ...(user ? { target: { type: 'user', id: user.id, label: user.email } } : {}),
    });
  }
}
