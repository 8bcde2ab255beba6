import { conflict, payloadOf, type GraphqlContext } from '@millrace/server-platform';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import { LinkedAccountAddPayload } from '../elsewhere/elsewhere.resolver';
import { JourneyCookie, newJourney } from '../elsewhere/journey-cookie';
import { SignInProviders } from '../elsewhere/sign-in-providers';
import { SignInPayload } from '../graphql/identity.types';
import { sessionPayload, type SessionPayload } from '../graphql/session-answer';
import { ClaimGuest } from './claim-guest';
import { StartGuest } from './start-guest';

/** Trying the product without an account. */
@Resolver()
export class GuestsResolver {
  constructor(
    private readonly start: StartGuest,
    private readonly claim: ClaimGuest,
    private readonly providers: SignInProviders,
    private readonly journeys: JourneyCookie,
  ) {}

  @Public()
  @Mutation(() => SignInPayload, {
    description:
      'Lets a stranger try the product in a small workspace. signUp with its token keeps the workspace; see docs/security.md for the limits.',
  })
  guestStart(@Context() context: GraphqlContext<Actor>): Promise<SessionPayload> {
    return sessionPayload(context, () => this.start.run(context.actor, context.req.ip ?? ''));
  }

  @Requires()
  @Mutation(() => LinkedAccountAddPayload, {
    description: 'A guest signs in with another service and keeps the workspace: the browser goes to `url`.',
  })
  guestClaimElsewhere(
    @CurrentActor() actor: Actor,
    @Args('provider', { type: () => ID }) id: string,
    @Context() { res }: GraphqlContext,
  ): Promise<LinkedAccountAddPayload> {
    return payloadOf(async () => {
      if (!(await this.claim.guestOf(actor)) || actor.sessionId === undefined)
        throw conflict('NOT_A_GUEST', 'You have an account already: link the service to it under your account.');
      const guest = { guestId: actor.userId, sessionId: actor.sessionId };
      const journey = newJourney(this.providers.find(id).id, guest);
      if (res) await this.journeys.give(res, journey);
      return { url: (await this.providers.urlOf(journey)).toString() };
    });
  }
}
