import { WorkflowsApiModule, WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { ExecutionsModule } from './executions.module';
import { ForgetExecutions } from './control/forget-workspace';
import { AutoPauses } from './failures/auto-pauses';
import { FailuresResolver } from './failures/failures.resolver';
import { PauseWorkflows } from './failures/pause-workflows';
import { RunDefaults } from './failures/run-defaults';
import { ExecutionBulkResolver } from './graphql/execution-bulk.resolver';
import { ExecutionConnectionResolver, ExecutionRowResolver } from './graphql/execution-list.resolver';
import { ExecutionMarksResolver } from './graphql/execution-marks.resolver';
import { ExecutionMutationsResolver } from './graphql/execution-mutations.resolver';
import { ExecutionSubscriptionsResolver } from './graphql/execution-subscriptions.resolver';
import { ModelUsageResolver } from './usage/model-usage.resolver';
import { ExecutionLoaders } from './graphql/execution.loaders';
import { ExecutionResolver, WorkflowExecutionsResolver } from './graphql/execution.resolver';
import { MigrationsResolver } from './graphql/migrations.resolver';
import { ForksResolver } from './graphql/forks.resolver';
import { PartialRunsResolver } from './graphql/partial-runs.resolver';
import { StepRunResolver } from './graphql/step-run.resolver';
import { NodeProgressResolver } from './progress/node-progress.resolver';
import { LaneQueueResolver } from './lanes/lane-queue.resolver';
import { ExecutionForksController } from './rest/execution-forks.controller';
import { ExecutionsController } from './rest/executions.controller';
import { InstancesController } from './rest/instances.controller';
import { WorkflowExecutionsController } from './rest/workflow-executions.controller';

/** Runs over GraphQL and REST. */
@Module({
  imports: [ExecutionsModule, WorkflowsApiModule, WorkflowsModule],
  providers: [
    ExecutionResolver,
    WorkflowExecutionsResolver,
    ExecutionMutationsResolver,
    ExecutionSubscriptionsResolver,
    NodeProgressResolver,
    PartialRunsResolver,
    ForksResolver,
    MigrationsResolver,
    StepRunResolver,
    ExecutionBulkResolver,
    ExecutionMarksResolver,
    ExecutionConnectionResolver,
    ExecutionRowResolver,
    ExecutionLoaders,
    AutoPauses,
    LaneQueueResolver,
    ModelUsageResolver,
    FailuresResolver,
    PauseWorkflows,
    RunDefaults,
    ForgetExecutions,
  ],
  controllers: [WorkflowExecutionsController, ExecutionsController, ExecutionForksController, InstancesController],
})
export class ExecutionsApiModule {}
