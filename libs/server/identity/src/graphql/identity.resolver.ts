import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Config, httpConfig, type GraphqlContext } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import { actorMay, permissions, tokenPermissions } from '../access/permission';
import { ClaimGuest } from '../guests/claim-guest';
import { Me } from '../use-cases/me';
import { RefreshSession } from '../use-cases/refresh-session';
import { SignIn } from '../use-cases/sign-in';
import { SignOut } from '../use-cases/sign-out';
import { SignUp } from '../use-cases/sign-up';
import { MeType, SignInInput, SignInPayload, SignOutPayload, SignUpInput } from './identity.types';
import { refreshTokenIn, takeRefreshToken } from './refresh-cookie';
import { sessionPayload, type SessionPayload } from './session-answer';

/** Signing up, in and out, for the editor. */
@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signUpUseCase: SignUp,
    private readonly signInUseCase: SignIn,
    private readonly refreshUseCase: RefreshSession,
    private readonly signOutUseCase: SignOut,
    private readonly meUseCase: Me,
    private readonly guests: ClaimGuest,
    private readonly config: Config,
  ) {}

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Makes an account with a workspace of its own, and signs in. A guest who asks keeps the workspace.',
  })
  signUp(@Args('input') input: SignUpInput, @Context() context: GraphqlContext<Actor>): Promise<SessionPayload> {
    return sessionPayload(context, () => this.signUpUseCase.run(input, 'session', context.actor));
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Signs in; the refresh token comes as a cookie. The workspace of a guest who asks becomes theirs.',
  })
  signIn(@Args('input') input: SignInInput, @Context() context: GraphqlContext<Actor>): Promise<SessionPayload> {
    return sessionPayload(context, async () => {
      const guest = await this.guests.guestOf(context.actor);
      return this.signInUseCase.run(input, { kind: 'session', address: context.req.ip ?? '', guest });
    });
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'A new access token for the refresh token in the cookie, which is replaced.',
  })
  refreshSession(@Context() context: GraphqlContext): Promise<SessionPayload> {
    return sessionPayload(context, () => this.refreshUseCase.run(refreshTokenIn(context.req, this.allowedOrigins)));
  }

  @Public()
  @Mutation(() => SignOutPayload, {
    description: 'Ends the session, with all its tokens. Works when signed out as well.',
  })
  async signOut(@Context() context: GraphqlContext<Actor>): Promise<SignOutPayload> {
    await this.signOutUseCase.run(context.actor, refreshTokenIn(context.req, this.allowedOrigins));
    if (context.res) takeRefreshToken(context.req, context.res);
    return { errors: [] };
  }

  @Requires()
  @Query(() => MeType, { description: 'Who is signed in, and where.' })
  async me(@CurrentActor() actor: Actor): Promise<MeType> {
    const { workspaces, ...rest } = await this.meUseCase.run(actor);
    return {
      ...rest,
      workspaces: [...workspaces],
      isGuest: rest.user.isGuest,
      permissions: permissions.filter((permission) => actorMay(actor, permission)),
      grantableScopes: tokenPermissions.filter((permission) => actorMay(actor, permission)),
    };
  }

  private get allowedOrigins(): readonly string[] {
    return this.config.of(httpConfig).ALLOWED_ORIGINS;
  }
}
