import { nodeDefinitions, nodeImplementations } from '@millrace/nodes';
import { HealthRegistry, QueueModule } from '@millrace/server-platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeDefinitionResolver } from './graphql/node-definition.resolver';
import { NodeOptionsResolver } from './graphql/node-options.resolver';
import { NodeCatalogue } from './node-catalogue';
import { NodeOptions } from './options/node-options';
import { NodeOptionsWork } from './options/node-options-work';
import { nodeOptionsQueue } from './options/node-options.queue';
import { NodeDefinitionsController } from './rest/node-definitions.controller';

const catalogue = { provide: NodeCatalogue, useFactory: () => new NodeCatalogue(nodeImplementations, nodeDefinitions) };

/** The nodes of this installation for other rooms; for processes that serve nobody. */
@Module({ providers: [catalogue], exports: [NodeCatalogue] })
export class CatalogModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeCatalogue,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.registerFigure('functions', () => ({ builtin: this.nodes.typeCount }));
  }
}

/** The catalogue over GraphQL and REST. */
@Module({
  imports: [CatalogModule, QueueModule.register([nodeOptionsQueue])],
  providers: [NodeDefinitionResolver, NodeOptionsResolver, NodeOptions],
  controllers: [NodeDefinitionsController],
})
export class CatalogApiModule {}

/** What the catalogue asks of services; only workers import it. */
@Module({
  imports: [QueueModule.register([nodeOptionsQueue])],
  providers: [NodeOptionsWork],
  exports: [NodeOptionsWork],
})
export class CatalogWorkerModule {}
