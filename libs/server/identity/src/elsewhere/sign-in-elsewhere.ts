import { Injectable } from '@nestjs/common';
import { conflict, Config, forbidden, notFound, SqlPool, type DomainError } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { identityConfig } from '../identity.config';
import { signUpClosed } from '../identity.errors';
import { UserStore, type User } from '../persistence/user-store';
import { CreateAccount } from '../use-cases/create-account';
import { EnterAccount } from '../use-cases/enter-account';
import type { SignedIn } from '../use-cases/signed-in';
import { ExternalIdentityStore, type ExternalIdentity } from './external-identity-store';
import type { ExternalPerson } from './provider';

/** What becomes of somebody who comes back from another service. */
@Injectable()
export class SignInElsewhere {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
    private readonly users: UserStore,
    private readonly identities: ExternalIdentityStore,
    private readonly createAccount: CreateAccount,
    private readonly entering: EnterAccount,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Signs in who is linked; else links by address, if the service vouches for it and the account here has shown it too; else
   * makes an account. What a guest made is theirs then.
   * @throws DomainError `EMAIL_NOT_VERIFIED`, `SIGN_IN_FIRST`, `SIGN_UP_CLOSED`
   */
  async enter(provider: string, person: ExternalPerson, guest: User | null = null): Promise<SignedIn> {
    const knownId = await this.identities.userOf(person);
    const known = knownId === null ? null : await this.users.find(knownId);
    const user = known ?? (await this.#byAddress(provider, person));
    if (!user) return this.#signUp(provider, person, guest);
    return this.entering.run(user, { kind: 'session', how: provider, guest });
  }

  /** Links an account elsewhere to the person who is signed in here. @throws DomainError `LINKED_TO_ANOTHER` */
  async link(userId: string, provider: string, person: ExternalPerson): Promise<void> {
    await this.pool.tx(async (client) => {
      if (await this.identities.add(client, userId, provider, person)) {
        const target = { type: 'user', id: userId };
        const actor = { userId, workspaceId: '', via: 'session' } as const;
        const entry = { action: 'account.linked', actor, target, details: { provider } };
        await this.audit.recordForAccount(client, userId, entry);
      }
    });
    if ((await this.identities.userOf(person)) !== userId)
      throw conflict('LINKED_TO_ANOTHER', 'This account is linked to somebody else here already.');
  }

  /** The accounts elsewhere of a person. */
  list({ userId }: Actor): Promise<ExternalIdentity[]> {
    return this.identities.list(this.pool, userId);
  }

  /** @throws DomainError `LINK_NOT_FOUND`, `LAST_SIGN_IN_METHOD` */
  async unlink(actor: Actor, id: string): Promise<void> {
    const { userId } = actor;
    await this.pool.tx(async (client) => {
      const passwordHash = await this.users.lockPassword(client, userId);
      const linked = await this.identities.list(client, userId);
      const found = linked.find((identity) => identity.id === id);
      if (!found) throw notFound('LINK_NOT_FOUND', 'You have no linked account with this id.');
      if (passwordHash === null && linked.length < 2)
        throw conflict('LAST_SIGN_IN_METHOD', 'Set a password first: without this account you could not sign in.');
      await this.identities.remove(client, userId, id);
      const target = { type: 'user', id: userId };
      const entry = { action: 'account.unlinked', actor, target, details: { provider: found.provider } };
      await this.audit.recordForAccount(client, userId, entry);
    });
  }

  /** The account with the same address, if both sides have shown that it is theirs. */
  async #byAddress(provider: string, person: ExternalPerson): Promise<User | null> {
    const { email, isEmailVerified } = person;
    if (email === null || !isEmailVerified) throw emailNotVerified();
    const found = await this.users.findByEmail(email);
    if (!found) return null;
    // Whoever made the account may have given an address that is not theirs: it would be handed to its owner, or kept from them.
    if (!found.user.isEmailVerified) throw signInFirst();
    await this.link(found.user.id, provider, person);
    return found.user;
  }

  async #signUp(provider: string, person: ExternalPerson, guest: User | null): Promise<SignedIn> {
    if (this.config.of(identityConfig).MILLRACE_SIGN_UP === 'closed') throw signUpClosed();
    const email = person.email as string;
    const name = (person.name ?? email.split('@', 1)[0] ?? email).slice(0, 200);
    const account = { email, name, passwordHash: null, isEmailVerified: true };
    const signedIn = await this.createAccount.run(account, { kind: 'session', how: provider, guest });
    await this.link(signedIn.user.id, provider, person);
    return signedIn;
  }
}

function emailNotVerified(): DomainError {
  return forbidden('The service does not vouch for your e-mail address. Confirm it there first.', 'EMAIL_NOT_VERIFIED');
}

function signInFirst(): DomainError {
  return conflict(
    'SIGN_IN_FIRST',
    'There is an account with this e-mail address that has not confirmed it. Sign in with its password, then link this service under your account.',
  );
}
