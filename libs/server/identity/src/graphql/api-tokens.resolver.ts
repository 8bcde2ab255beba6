import { payloadOf, type MutationErrorType } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Requires } from '../access/decorators';
import { ApiTokens } from '../tokens/api-tokens';
import type { ApiToken } from '../tokens/api-token-store';
import { parseName } from '../use-cases/account-input';
import { ApiTokenCreateInput, ApiTokenCreatePayload, ApiTokenPayload, ApiTokenType } from './people.types';

type Errors = { errors: MutationErrorType[] };

const shown = (token: ApiToken): ApiTokenType => ({ ...token, scopes: [...token.scopes] });

/** Tokens for programs. Never open to API tokens themselves. */
@Resolver()
export class ApiTokensResolver {
  constructor(private readonly tokens: ApiTokens) {}

  @Requires('account:manage')
  @Query(() => [ApiTokenType], { description: 'API tokens of the person in this workspace, the newest first.' })
  async apiTokens(
    @CurrentActor() actor: Actor,
    @Args('ofEverybody', { defaultValue: false, description: 'For owners and admins.' }) ofEverybody: boolean,
  ): Promise<ApiTokenType[]> {
    return (await this.tokens.list(actor, ofEverybody)).map(shown);
  }

  @Requires('account:manage')
  @Mutation(() => ApiTokenCreatePayload, { description: 'The token itself is in this answer and nowhere else.' })
  apiTokenCreate(@CurrentActor() actor: Actor, @Args('input') input: ApiTokenCreateInput): Promise<Errors> {
    const { name, scopes, role, expiresInDays: days } = input;
    return payloadOf(async () => {
      const { token, secret } = await this.tokens.create(actor, {
        name: parseName(name),
        scopes,
        role: role ?? null,
        days,
      });
      return { apiToken: shown(token), secret };
    });
  }

  @Requires('account:manage')
  @Mutation(() => ApiTokenPayload, { description: 'An own token, or that of anybody for owners and admins.' })
  apiTokenRevoke(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Errors> {
    return payloadOf(async () => ({ apiToken: shown(await this.tokens.revoke(actor, id)) }));
  }
}
