import { Injectable } from '@nestjs/common';
import { RateLimits, SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import { invalidCredentials } from '../identity.errors';
import { Passwords } from '../passwords/passwords';
import type { SessionKind } from '../persistence/session-store';
import { UserStore, type User } from '../persistence/user-store';
import { SignInPauses } from '../sessions/sign-in-pauses';
import { parseSignIn } from './account-input';
import { EnterAccount } from './enter-account';
import type { SignedIn } from './signed-in';

/** Where a sign-in comes from. */
export interface SignInOrigin {
  readonly kind: SessionKind;
  readonly address: string;
  /** Who was a guest until now: the workspace is handed over. */
  readonly guest?: User | null;
}

/** Signs in with e-mail address and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly limits: RateLimits,
    private readonly pauses: SignInPauses,
    private readonly entering: EnterAccount,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Counts every call by account and address, so many guesses in one request count as many.
   * @throws DomainError `VALIDATION_FAILED`, `INVALID_CREDENTIALS`, `RATE_LIMITED`, `TOO_BUSY`
   */
  async run(input: unknown, from: SignInOrigin): Promise<SignedIn> {
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
    return this.entering.run(found.user, { kind: from.kind, how: 'password', guest: from.guest ?? null });
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
