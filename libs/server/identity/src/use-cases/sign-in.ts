import { Injectable } from '@nestjs/common';
import { RateLimits } from '@millrace/server-platform';
import { invalidCredentials } from '../identity.errors';
import { Passwords } from '../passwords/passwords';
import type { SessionKind } from '../persistence/session-store';
import { UserStore } from '../persistence/user-store';
import { parseSignIn } from './account-input';
import { StartSession, type SignedIn } from './signed-in';

/** Signs in with e-mail address and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly limits: RateLimits,
    private readonly startSession: StartSession,
  ) {}

  /**
   * Counts every call by account and address, so many guesses in one request count as many.
   * @throws DomainError `VALIDATION_FAILED`, `INVALID_CREDENTIALS`, `RATE_LIMITED`, `TOO_BUSY`
   */
  async run(input: unknown, from: { kind: SessionKind; address: string }): Promise<SignedIn> {
    const { email, password } = parseSignIn(input);
    const key = `${email}|${from.address}`;
    await this.limits.login.consume(key);
    const found = await this.users.findByEmail(email);
    const isRight = await this.passwords.verify(found?.passwordHash ?? null, password);
    if (!found || !isRight) throw invalidCredentials();
    await this.limits.login.reset(key);
    const [workspace] = await this.users.workspacesOf(found.user.id);
    if (!workspace) throw invalidCredentials();
    return this.startSession.run({ user: found.user, workspace }, from.kind);
  }
}
