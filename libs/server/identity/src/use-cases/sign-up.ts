import { Injectable } from '@nestjs/common';
import { Config, currentRequest } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { VerifyEmail } from '../account/verify-email';
import { ClaimGuest } from '../guests/claim-guest';
import { identityConfig } from '../identity.config';
import { signUpClosed } from '../identity.errors';
import { Passwords } from '../passwords/passwords';
import type { SessionKind } from '../persistence/session-store';
import { SignInPauses, type SignInAttempt } from '../sessions/sign-in-pauses';
import { Invitations } from '../workspaces/invitations';
import { parseSignUp } from './account-input';
import { CreateAccount } from './create-account';
import type { SignedIn } from './signed-in';

/** Makes an account with a workspace of its own, and signs in. */
@Injectable()
export class SignUp {
  constructor(
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly pauses: SignInPauses,
    private readonly invitations: Invitations,
    private readonly guests: ClaimGuest,
    private readonly createAccount: CreateAccount,
    private readonly verification: VerifyEmail,
  ) {}

  /**
   * A guest who asks keeps the workspace. With an invitation the account joins that workspace instead of getting one of its own, also where sign-up is closed.
   * @throws DomainError `SIGN_UP_CLOSED`, `VALIDATION_FAILED`, `EMAIL_TAKEN`, `TOO_BUSY`, `INVITATION_NOT_VALID`, `INVITATION_FOR_ANOTHER`
   */
  async run(input: unknown, kind: SessionKind, actor?: Actor): Promise<SignedIn> {
    const { email, password, name, invitation } = parseSignUp(input);
    if (invitation) await this.invitations.preview(invitation);
    else if (this.config.of(identityConfig).MILLRACE_SIGN_UP === 'closed') throw signUpClosed();
    const guest = await this.guests.guestOf(actor);
    const attempt = await this.#countGuess();
    const passwordHash = await this.passwords.hash(password);
    const shownName = name || (email.split('@', 1)[0] ?? email);
    const account = { email, name: shownName, passwordHash };
    const signedIn = await this.createAccount.run(account, { kind, how: 'password', invitation, guest });
    await attempt.succeeded();
    await this.verification.request(signedIn.user);
    return signedIn;
  }

  /** Signing up tells who has an account: whoever asks for many that are taken has to wait. */
  #countGuess(): Promise<SignInAttempt> {
    return this.pauses.beginSignUp(currentRequest()?.address ?? '');
  }
}
