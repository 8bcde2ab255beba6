import { Config, Mailer, MutationErrorType, payloadOf, type GraphqlContext } from '@millrace/server-platform';
import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import { DonePayload } from '../graphql/people.types';
import { guestsConfig } from '../guests/guests.config';
import { identityConfig } from '../identity.config';
import { ELSEWHERE_PATH, JourneyCookie, newJourney } from './journey-cookie';
import { SignInElsewhere } from './sign-in-elsewhere';
import { SignInProviders } from './sign-in-providers';

/** A service that people may sign in with. */
@ObjectType('SignInProvider')
export class SignInProviderType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What its button says.' })
  name!: string;

  @Field({ description: 'Where its button leads, on this server.' })
  url!: string;
}

/** How people can sign in to this server. */
@ObjectType('SignInMethods')
export class SignInMethodsType {
  @Field({ description: 'Whether strangers may make an account.' })
  signUp!: boolean;

  @Field({ description: 'Whether strangers may try the product without an account: guestStart.' })
  guests!: boolean;

  @Field({ description: 'Whether a link for a new password can be mailed.' })
  passwordReset!: boolean;

  @Field(() => [SignInProviderType])
  providers!: SignInProviderType[];
}

/** An account elsewhere that the person who asks signs in with. */
@ObjectType('LinkedAccount')
export class LinkedAccountType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  provider!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field()
  createdAt!: Date;

  @Field()
  lastUsedAt!: Date;
}

/** Payload of `linkedAccountAdd`. */
@ObjectType('LinkedAccountAddPayload')
export class LinkedAccountAddPayload {
  @Field(() => String, { nullable: true, description: 'Where to send the browser.' })
  url?: string | null;

  @Field(() => [MutationErrorType], { description: 'Empty when it worked.' })
  errors!: MutationErrorType[];
}

/** Signing in with other services, for the page of it. */
@Resolver()
export class ElsewhereResolver {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly providers: SignInProviders,
    private readonly journeys: JourneyCookie,
    private readonly signIn: SignInElsewhere,
  ) {}

  @Public()
  @Query(() => SignInMethodsType, { description: 'How people can sign in to this server.' })
  signInMethods(): SignInMethodsType {
    return {
      signUp: this.config.of(identityConfig).MILLRACE_SIGN_UP === 'open',
      guests: this.config.of(guestsConfig).MILLRACE_GUESTS === 'on',
      passwordReset: this.mailer.isConfigured,
      providers: this.providers.all.map(({ id, name }) => ({ id, name, url: `${ELSEWHERE_PATH}/${id}` })),
    };
  }

  @Requires('account:manage')
  @Query(() => [LinkedAccountType], { description: 'Accounts elsewhere that the person signs in with.' })
  linkedAccounts(@CurrentActor() actor: Actor): Promise<LinkedAccountType[]> {
    return this.signIn.list(actor);
  }

  @Requires('account:manage')
  @Mutation(() => LinkedAccountAddPayload, { description: 'Links an account elsewhere: the browser goes to `url`.' })
  linkedAccountAdd(
    @CurrentActor() { userId, sessionId }: Actor,
    @Args('provider', { type: () => ID }) id: string,
    @Context() { res }: GraphqlContext,
  ): Promise<LinkedAccountAddPayload> {
    return payloadOf(async () => {
      const link = { linkTo: userId, ...(sessionId === undefined ? {} : { sessionId }) };
      const journey = newJourney(this.providers.find(id).id, link);
      if (res) await this.journeys.give(res, journey);
      return { url: (await this.providers.urlOf(journey)).toString() };
    });
  }

  @Requires('account:manage')
  @Mutation(() => DonePayload, { description: 'The person no longer signs in with this account.' })
  linkedAccountRemove(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<DonePayload> {
    return payloadOf(async () => {
      await this.signIn.unlink(actor, id);
      return {};
    });
  }
}
