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
import { AcceptResults } from './runs/accept-results';
import { FileTests } from './runs/file-tests';
import { FinishedRuns } from './runs/finished-run';
import { ForgetTestExecutions } from './runs/forget-test-executions';
import { OneTest } from './runs/one-test';
import { SimulatedStarts } from './runs/simulated-start';
import { TestRunStore } from './runs/test-run-store';
import { TestRunWork, TestRuns } from './runs/test-runs';
import { VersionUnderTest } from './runs/version-under-test';
import { GreenTests } from './publish/green-tests';
import { FileTestsController } from './rest/file-tests.controller';
import { WorkflowTestsController } from './rest/workflow-tests.controller';
import { PortableTests } from './tests/portable-tests';
import { StoredTests } from './tests/stored-tests';
import { TestsInFiles } from './tests/tests-in-files';
import { TestProblems } from './tests/test-problems';

/** Tests of workflows, and dry runs. */
@Module({
  imports: [CatalogModule, ExecutionsModule, WorkflowsModule, WorkflowsApiModule],
  providers: [
    ...[StoredTests, TestProblems, TestRuns, TestRunFeed, TestOfRun, DryRun, ForgetTests],
    ...[
      AcceptResults,
      GreenTests,
      PortableTests,
      TestsInFiles,
      FileTests,
      FinishedRuns,
      ForgetTestExecutions,
      OneTest,
      SimulatedStarts,
      TestRunStore,
      TestRunWork,
      VersionUnderTest,
    ],
    ...[WorkflowTestsResolver, TestRunsResolver, DryRunResolver],
  ],
  controllers: [WorkflowTestsController, FileTestsController],
})
export class WorkflowTestsModule {}
