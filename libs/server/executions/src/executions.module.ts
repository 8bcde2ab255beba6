import { CatalogModule } from '@millrace/server-catalog';
import { QueueModule } from '@millrace/server-platform';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { AwaitedRuns } from './children/awaited-runs';
import { RunAncestors } from './children/run-ancestors';
import { ExecutionControl } from './control/execution-control';
import { SkipWait } from './control/skip-wait';
import { StepRun } from './control/step-run';
import { SignalExecution } from './control/signal-execution';
import { SignalRules } from './control/signal-rules';
import { WakeWaiting } from './control/wake-waiting';
import { EventFilters } from './waits/event-filters';
import { RecentEvents } from './waits/recent-events';
import { RunLinks } from './waits/run-links';
import { MigrateRuns } from './migrate/migrate-runs';
import { ExecutionFamily } from './fork/execution-family';
import { ForkExecution } from './fork/fork-execution';
import { ForkVersions } from './fork/fork-versions';
import { ExecutionFeed } from './feed/execution-feed';
import { ExecutionHistory } from './history/execution-history';
import { FinishedExecutions } from './history/finished-executions';
import { KeyValues } from './key-value/key-values';
import { ExecutionLeases } from './leases/execution-leases';
import { executionRunQueue } from './leases/execution-run.queue';
import { LocalWorker } from './leases/local-worker';
import { ErrorWorkflows } from './failures/error-workflow';
import { RunFailures } from './failures/run-failures';
import { RunLanes } from './lanes/run-lanes';
import { EventAppender } from './log/event-appender';
import { ExecutionLog } from './log/execution-log';
import { LocalCommits } from './log/local-commits';
import { OutsideEvents } from './log/outside-events';
import { eventPublishQueue } from './publish/event-publish.queue';
import { PublishedEvents } from './publish/published-events';
import { ModelUsages } from './usage/model-usage';
import { ExecutionCounts } from './history/execution-counts';
import { ExportExecution } from './history/export-execution';
import { ExecutionStars } from './marks/execution-stars';
import { SavedViews } from './marks/saved-views';
import { RunPartial } from './partial/run-partial';
import { RerunExecution } from './start/rerun-execution';
import { RunWorkflow } from './start/run-workflow';
import { ProgressFeed } from './progress/progress-feed';
import { BegunRuns } from './start/begun-runs';
import { StartExecutions } from './start/start-executions';
import { StartPreparation } from './start/start-preparation';

const useCases = [
  StartExecutions,
  RunWorkflow,
  RunPartial,
  RerunExecution,
  ForkExecution,
  ForkVersions,
  MigrateRuns,
  ExecutionFamily,
  ExecutionCounts,
  ModelUsages,
  ExportExecution,
  ExecutionControl,
  SkipWait,
  StepRun,
  ExecutionStars,
  SavedViews,
  SignalExecution,
  SignalRules,
  WakeWaiting,
  RunLinks,
  EventFilters,
  RecentEvents,
  AwaitedRuns,
  RunAncestors,
  ExecutionHistory,
  ExecutionFeed,
  ProgressFeed,
  ExecutionLeases,
  ExecutionLog,
  EventAppender,
  KeyValues,
  LocalCommits,
  LocalWorker,
  RunLanes,
  RunFailures,
  PublishedEvents,
];

/** Runs: start, control, signals, history and live news. The runner performs them. */
@Module({
  imports: [CatalogModule, WorkflowsModule, QueueModule.register([executionRunQueue, eventPublishQueue])],
  providers: [...useCases, StartPreparation, BegunRuns, ErrorWorkflows, FinishedExecutions, OutsideEvents],
  exports: useCases,
})
export class ExecutionsModule {}
