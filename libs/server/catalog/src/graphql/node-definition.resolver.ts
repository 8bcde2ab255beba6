import { Requires } from '@millrace/server-identity';
import type { NodeCategory } from '@millrace/workflow-model';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { NodeCatalogue } from '../node-catalogue';
import { toNodeDefinition } from './node-definition.mapping';
import { NodeCategoryEnum, NodeDefinitionType } from './node-definition.type';

/** The catalogue over GraphQL. */
@Resolver(() => NodeDefinitionType)
export class NodeDefinitionResolver {
  constructor(private readonly catalogue: NodeCatalogue) {}

  @Requires('workflow:read')
  @Query(() => [NodeDefinitionType], { description: 'The newest version of every node, by type.' })
  nodeDefinitions(
    @Args('category', { type: () => NodeCategoryEnum, nullable: true }) category?: NodeCategory,
    @Args('types', {
      type: () => [String],
      nullable: true,
      description: 'Only these types or aliases; others are left out.',
    })
    types?: readonly string[],
  ): NodeDefinitionType[] {
    const wanted = types && new Set(types.flatMap((type) => this.catalogue.lookup(type)?.type ?? []));
    return this.catalogue
      .newest()
      .filter((data) => (!category || data.category === category) && (!wanted || wanted.has(data.type)))
      .map(toNodeDefinition);
  }

  @Requires('workflow:read')
  @Query(() => NodeDefinitionType, {
    nullable: true,
    description: 'One node by type or alias; the newest version when none is named.',
  })
  nodeDefinition(
    @Args('type') type: string,
    @Args('version', { type: () => Int, nullable: true }) version?: number,
  ): NodeDefinitionType | null {
    const data = this.catalogue.lookup(type, version ?? undefined);
    return data ? toNodeDefinition(data) : null;
  }
}
