import { payloadOf, unauthenticated, type GraphqlContext, type MutationErrorType } from '@millrace/server-platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import { Account } from '../account/account';
import { ChangePassword } from '../account/change-password';
import { ResetPassword } from '../account/reset-password';
import { VerifyEmail } from '../account/verify-email';
import { UserStore } from '../persistence/user-store';
import {
  DonePayload,
  EmailConfirmationRequestPayload,
  PasswordChangeInput,
  PasswordResetInput,
  SessionType,
  SignOutEverywherePayload,
} from './people.types';
import { takeRefreshToken } from './refresh-cookie';

type Errors = { errors: MutationErrorType[] };

/** What people do with their own account. Never open to API tokens. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly account: Account,
    private readonly change: ChangePassword,
    private readonly resets: ResetPassword,
    private readonly verification: VerifyEmail,
    private readonly users: UserStore,
  ) {}

  @Requires('account:manage')
  @Mutation(() => DonePayload, { description: 'Ends every other session of the person.' })
  passwordChange(@CurrentActor() actor: Actor, @Args('input') input: PasswordChangeInput): Promise<Errors> {
    return payloadOf(() => this.#done(this.change.run(actor, input)));
  }

  @Public()
  @Mutation(() => DonePayload, {
    description: 'Mails a link if there is an account with this address; the answer is the same if there is none.',
  })
  passwordResetRequest(@Args('email') email: string): Promise<Errors> {
    return payloadOf(() => this.#done(this.resets.request(email)));
  }

  @Public()
  @Mutation(() => DonePayload, { description: 'Sets a password by link, and ends every session of the person.' })
  passwordReset(@Args('input') { token, password }: PasswordResetInput): Promise<Errors> {
    return payloadOf(() => this.#done(this.resets.reset(token, password)));
  }

  @Requires('account:manage')
  @Mutation(() => EmailConfirmationRequestPayload, { description: 'Mails a link that confirms the address.' })
  emailConfirmationRequest(@CurrentActor() { userId }: Actor): Promise<Errors> {
    return payloadOf(async () => {
      const user = await this.users.find(userId);
      if (!user) throw unauthenticated();
      return { isMailed: await this.verification.request(user) };
    });
  }

  @Public()
  @Mutation(() => DonePayload, { description: 'Confirms an address by the link that was mailed to it.' })
  emailConfirm(@Args('token') token: string): Promise<Errors> {
    return payloadOf(() => this.#done(this.verification.confirm(token)));
  }

  @Requires('account:manage')
  @Query(() => [SessionType], { description: 'Where the person is signed in, the last used first.' })
  async sessions(@CurrentActor() actor: Actor): Promise<SessionType[]> {
    const live = await this.account.sessionsOf(actor);
    return live.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }));
  }

  @Requires('account:manage')
  @Mutation(() => DonePayload, { description: 'Ends one session of the person, at once.' })
  sessionRevoke(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Errors> {
    return payloadOf(() => this.#done(this.account.endSession(actor, id)));
  }

  @Requires('account:manage')
  @Mutation(() => SignOutEverywherePayload, { description: 'Ends every session of the person, at once.' })
  signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Args('keepThis', { defaultValue: false, description: 'Whether the session that asks stays.' }) keepThis: boolean,
    @Context() { req, res }: GraphqlContext,
  ): Promise<Errors> {
    return payloadOf(async () => {
      const ended = await this.account.signOutEverywhere(actor, keepThis);
      if (res && !keepThis) takeRefreshToken(req, res);
      return { ended };
    });
  }

  async #done(working: Promise<void>): Promise<object> {
    await working;
    return {};
  }
}
