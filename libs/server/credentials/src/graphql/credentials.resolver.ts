import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { DomainError, mutationErrorOf, type GraphqlContext } from '@millrace/server-platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CredentialTypes } from '../credential-types';
import type { Credential } from '../model/credential';
import { rememberBrowser } from '../oauth/browser-cookie';
import { ConnectCredential } from '../oauth/connect-credential';
import { OAuthFlows } from '../oauth/oauth-flows';
import type { CredentialUsage } from '../usage/credential-usage';
import { EditCredentials } from '../use-cases/edit-credentials';
import { SeeCredentials, type CredentialStorage } from '../use-cases/see-credentials';
import { toCredential, toCredentialType } from './credential.mapping';
import {
  CredentialConnectPayload,
  CredentialCreateInput,
  CredentialDeletePayload,
  CredentialInUseType,
  CredentialObjectType,
  CredentialPayload,
  CredentialShareInput,
  CredentialStorageType,
  CredentialTypeObjectType,
  CredentialUpdateInput,
  CredentialUsageType,
} from './credential.types';

/** Credentials over GraphQL. */
@Resolver(() => CredentialObjectType)
export class CredentialsResolver {
  constructor(
    private readonly seeing: SeeCredentials,
    private readonly editing: EditCredentials,
    private readonly connecting: ConnectCredential,
    private readonly types: CredentialTypes,
    private readonly flows: OAuthFlows,
  ) {}

  @Requires('credential:read')
  @Query(() => [CredentialObjectType], { description: 'Credentials of the workspace, by name.' })
  async credentials(
    @CurrentActor() actor: Actor,
    @Args('type', { type: () => String, nullable: true }) type?: string,
  ): Promise<CredentialObjectType[]> {
    return (await this.seeing.list(actor, type ?? undefined)).map(toCredential);
  }

  @Requires('credential:read')
  @Query(() => CredentialObjectType, { description: 'One credential.' })
  async credential(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CredentialObjectType> {
    return toCredential(await this.seeing.get(actor, id));
  }

  @Requires('credential:read')
  @Query(() => [CredentialTypeObjectType], { description: 'Every kind of credential, by title.' })
  credentialTypes(): CredentialTypeObjectType[] {
    return this.types.all().map((data) => toCredentialType(data, this.flows.redirectUri));
  }

  @Requires('credential:read')
  @ResolveField(() => [CredentialUsageType], {
    complexity: 10,
    description: 'Workflows that name it, by name; none for those who may see names only.',
  })
  usage(@CurrentActor() actor: Actor, @Parent() { id }: CredentialObjectType): Promise<CredentialUsage[]> {
    return this.seeing.usage(actor, id);
  }

  @Requires('credential:read')
  @ResolveField(() => CredentialStorageType, {
    nullable: true,
    complexity: 10,
    description: 'Where its values are; null for those who may see names only.',
  })
  storage(@CurrentActor() actor: Actor, @Parent() { id }: CredentialObjectType): Promise<CredentialStorage | null> {
    return this.seeing.storage(actor, id);
  }

  @Requires('credential:write')
  @Mutation(() => CredentialPayload, { description: 'Stores an account. Its values are never given back.' })
  credentialCreate(
    @CurrentActor() actor: Actor,
    @Args('input') input: CredentialCreateInput,
  ): Promise<CredentialPayload> {
    return this.payload(actor, () => this.editing.creation.create(actor, input));
  }

  @Requires('credential:write')
  @Mutation(() => CredentialPayload, { description: 'Changes name, domains or values; a secret that is blank stays.' })
  credentialUpdate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { name, values, allowedDomains }: CredentialUpdateInput,
  ): Promise<CredentialPayload> {
    return this.payload(actor, () =>
      this.editing.updating.update(actor, id, {
        ...(name === undefined || name === null ? {} : { name }),
        ...(values === undefined || values === null ? {} : { values }),
        ...(allowedDomains === undefined || allowedDomains === null ? {} : { allowedDomains }),
      }),
    );
  }

  @Requires('credential:use')
  @Mutation(() => CredentialPayload, { description: 'Tries it out; what was found is its health.' })
  credentialTest(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CredentialPayload> {
    return this.payload(actor, () => this.editing.testing.test(actor, id));
  }

  @Requires('credential:share')
  @Mutation(() => CredentialPayload, {
    description: 'Says who else may use or change it; replaces what was said before.',
  })
  credentialShare(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('shares', { type: () => [CredentialShareInput] }) shares: CredentialShareInput[],
  ): Promise<CredentialPayload> {
    return this.payload(actor, () => this.editing.sharing.share(actor, id, shares));
  }

  @Requires('credential:write')
  @Mutation(() => CredentialDeletePayload, {
    description: 'Deletes it and its values for good. Refused while workflows use it, unless an admin forces it.',
  })
  credentialDelete(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('force', { type: () => Boolean, defaultValue: false }) force: boolean,
  ): Promise<CredentialDeletePayload> {
    return told(async () => {
      await this.editing.deletion.delete(actor, id, force);
      return { deletedCredentialId: id };
    });
  }

  @Requires('credential:write')
  @Mutation(() => CredentialConnectPayload, { description: 'Begins to sign in at the service, in this browser.' })
  credentialConnect(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Context() { req, res }: GraphqlContext<Actor>,
  ): Promise<CredentialConnectPayload> {
    return told(async () => {
      const { authorizationUrl, browser } = await this.connecting.depart(actor, id);
      if (res) rememberBrowser(req, res, browser);
      return { authorizationUrl };
    });
  }

  private payload(actor: Actor, change: () => Promise<Credential>): Promise<CredentialPayload> {
    return told(async () => ({ credential: toCredential(this.seeing.seen(actor, await change())) }));
  }
}

/** A store that is away and a silent worker are told like what a person can mend. */
async function told<T extends object>(run: () => Promise<T>): Promise<T & { errors: CredentialPayload['errors'] }> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || !mayBeTold(error)) throw error;
    return { errors: [errorOf(error)] } as unknown as T & { errors: CredentialPayload['errors'] };
  }
}

function mayBeTold({ status, fault, code }: DomainError): boolean {
  if (code === 'FORBIDDEN') return false;
  return fault !== 'bug' && [400, 403, 404, 409, 413, 422, 502, 503].includes(status);
}

function errorOf(error: DomainError): CredentialPayload['errors'][number] {
  if (error.code !== 'CREDENTIAL_IN_USE') return mutationErrorOf(error);
  const { workflows } = error.details as { workflows: CredentialUsage[] };
  return Object.assign(new CredentialInUseType(), { code: error.code, message: error.message, path: null, workflows });
}
