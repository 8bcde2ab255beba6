import { Injectable } from '@nestjs/common';
import { Config, SqlPool } from '@millrace/server-platform';
import { identityConfig } from '../identity.config';
import { signUpClosed } from '../identity.errors';
import { Passwords } from '../passwords/passwords';
import type { SessionKind } from '../persistence/session-store';
import { UserStore } from '../persistence/user-store';
import { parseSignUp } from './account-input';
import { StartSession, type SignedIn } from './signed-in';

/** Makes an account with a workspace of its own, and signs in. */
@Injectable()
export class SignUp {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly startSession: StartSession,
  ) {}

  /** @throws DomainError `SIGN_UP_CLOSED`, `VALIDATION_FAILED`, `EMAIL_TAKEN`, `TOO_BUSY` */
  async run(input: unknown, kind: SessionKind): Promise<SignedIn> {
    if (this.config.of(identityConfig).MILLRACE_SIGN_UP === 'closed') throw signUpClosed();
    const { email, password, name } = parseSignUp(input);
    const passwordHash = await this.passwords.hash(password);
    const shownName = name || (email.split('@', 1)[0] ?? email);
    return this.pool.tx(async (client) => {
      const user = await this.users.addUser(client, { email, name: shownName, passwordHash });
      const workspace = await this.users.addWorkspace(client, {
        name: `${shownName}'s workspace`,
        userId: user.id,
        role: 'owner',
      });
      return this.startSession.run({ user, workspace }, kind, client);
    });
  }
}
