import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { NodeOptions } from '../options/node-options';
import { NodeOptionsType } from './node-options.type';

/** Choices of params over GraphQL. */
@Resolver()
export class NodeOptionsResolver {
  constructor(private readonly options: NodeOptions) {}

  @Requires('workflow:write')
  @Query(() => NodeOptionsType, {
    description: 'Choices of a param, such as the models of an account: asked of the service through a credential.',
  })
  nodeOptions(
    @CurrentActor() actor: Actor,
    @Args('type') type: string,
    @Args('param') param: string,
    @Args('credentialId', { type: () => ID, nullable: true }) credentialId?: string,
    @Args('search', { nullable: true }) search?: string,
  ): Promise<NodeOptionsType> {
    return this.options.list(actor, {
      ...{ type, param },
      ...(credentialId ? { credentialId } : {}),
      ...(search ? { search } : {}),
    });
  }
}
