import { Module } from '@nestjs/common';
import { ExecutionsModule } from './executions.module';
import { ExecutionMutationsResolver } from './graphql/execution-mutations.resolver';
import { ExecutionSubscriptionsResolver } from './graphql/execution-subscriptions.resolver';
import { ExecutionLoaders } from './graphql/execution.loaders';
import { ExecutionResolver, WorkflowExecutionsResolver } from './graphql/execution.resolver';
import { PartialRunsResolver } from './graphql/partial-runs.resolver';
import { ExecutionsController } from './rest/executions.controller';
import { InstancesController } from './rest/instances.controller';
import { WorkflowExecutionsController } from './rest/workflow-executions.controller';

/** Runs over GraphQL and REST. */
@Module({
  imports: [ExecutionsModule],
  providers: [
    ExecutionResolver,
    WorkflowExecutionsResolver,
    ExecutionMutationsResolver,
    ExecutionSubscriptionsResolver,
    PartialRunsResolver,
    ExecutionLoaders,
  ],
  controllers: [WorkflowExecutionsController, ExecutionsController, InstancesController],
})
export class ExecutionsApiModule {}
