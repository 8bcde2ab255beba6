import { CatalogModule } from '@millrace/server-catalog';
import { ExecutionsModule } from '@millrace/server-executions';
import { WorkflowsApiModule, WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { DryRun } from './dry-run/dry-run';
import { DryRunResolver } from './graphql/dry-run.resolver';
import { TestRunsResolver } from './graphql/test-runs.resolver';
import { WorkflowTestsResolver } from './graphql/workflow-tests.resolver';
import { ForgetTests } from './persistence/forget-workspace';
import { TestOfRun } from './record/test-of-run';
import { TestRunFeed } from './runs/test-run-feed';
import { TestRuns } from './runs/test-runs';
import { StoredTests } from './tests/stored-tests';
import { TestProblems } from './tests/test-problems';

/** Tests of workflows, and dry runs. */
@Module({
  imports: [CatalogModule, ExecutionsModule, WorkflowsModule, WorkflowsApiModule],
  providers: [
    ...[StoredTests, TestProblems, TestRuns, TestRunFeed, TestOfRun, DryRun, ForgetTests],
    ...[WorkflowTestsResolver, TestRunsResolver, DryRunResolver],
  ],
})
export class WorkflowTestsModule {}
