export { ExecutionsModule } from './executions.module';
export { ExecutionsApiModule } from './executions-api.module';
export { ExecutionType } from './graphql/execution.type';
export { toExecution } from './graphql/execution.mapping';
export { RunWorkflow } from './start/run-workflow';
export type { InlineRunRequest, ManualRunRequest, RunRequest, StartedInline } from './start/run-workflow';
export { RunPartial } from './partial/run-partial';
export type { PartialRunRequest, StartedPartial } from './partial/run-partial';
export type { PartialMode, PartialPlan } from './partial/partial-plan';
export { executionsMigrations } from './persistence/execution.migrations';
export { StartExecutions } from './start/start-executions';
export type { ExecutionMode, Idempotency, StartPart, StartRequest, StartedExecution } from './start/start-request';
export { deleteRuns } from './control/delete-runs';
export { ExecutionControl } from './control/execution-control';
export { SkipWait } from './control/skip-wait';
export { StepRun } from './control/step-run';
export type { OutputEdit, StepRequest } from './control/step-run';
export { AwaitedRuns } from './children/awaited-runs';
export { RunAncestors, STARTED_BY_RUN } from './children/run-ancestors';
export type { AncestorRun } from './children/run-ancestors';
export { SignalExecution } from './control/signal-execution';
export type { SignalRequest } from './control/signal-execution';
export { SignalRules } from './control/signal-rules';
export type { AskedSignal, SignalRule, SignalVerdict } from './control/signal-rules';
export { RecentEvents } from './waits/recent-events';
export type { RecentEvent } from './waits/recent-events';
export { RunLinks } from './waits/run-links';
export { WakeWaiting } from './control/wake-waiting';
export type { WaitAnswer } from './control/wake-waiting';
export type { LockedExecution } from './log/outside-events';
export { isUuid } from './log/is-uuid';
export { ExecutionHistory } from './history/execution-history';
export type { ExecutionDetail, ExecutionListRequest, ValuePart } from './history/execution-history';
export type { ExecutionFilter } from './history/execution-filter';
export { MigrateRuns, type CheckedRun, type WaitingVersion } from './migrate/migrate-runs';
export { ExecutionFamily } from './fork/execution-family';
export { ForkExecution, type ForkWish, type PlannedFork, type StartedFork } from './fork/fork-execution';
export { RerunExecution } from './start/rerun-execution';
export type { RerunVersion } from './start/rerun-execution';
export type { ExecutionSummary } from './history/execution-row';
export type { ExecutionStep } from './history/run-view';
export { ExecutionFeed } from './feed/execution-feed';
export type { FinishedOptions, NoticeFilter } from './feed/execution-feed';
export { PROGRESS_CHANNEL, addUpdate, fittingGroups, progressLine } from './progress/node-progress';
export type { NodeProgress } from './progress/node-progress';
export { ProgressFeed } from './progress/progress-feed';
export { eventPublishQueue } from './publish/event-publish.queue';
export { PublishedEvents } from './publish/published-events';
export type { DeadEvent, PublishedEvent } from './publish/published-events';
export { KeyValues } from './key-value/key-values';
export { ExecutionLeases } from './leases/execution-leases';
export type { Claim, HeldLease } from './leases/execution-leases';
export type { ClaimedExecution } from './leases/claimed-execution';
export { PauseWorkflows } from './failures/pause-workflows';
export { RunFailures } from './failures/run-failures';
export { RunLanes } from './lanes/run-lanes';
export { LocalWorker } from './leases/local-worker';
export type { WorkerOffer } from './leases/local-worker';
export { executionRunQueue } from './leases/execution-run.queue';
export { EventAppender } from './log/event-appender';
export { isTerminal } from './log/append';
export type {
  Append,
  AppendOutcome,
  AppendRows,
  FinishedExecution,
  PayloadRow,
  PublishedRow,
  WaitRow,
} from './log/append';
export { EVENT_CHANNEL, WORK_CHANNEL, readNotices } from './log/event-notices';
export type { EventNotice } from './log/event-notices';
export { LocalCommits } from './log/local-commits';
export { ExecutionLog } from './log/execution-log';
export { storeWake } from './log/stored-wake';
export { INLINE_BYTES, storeValue } from './log/value-ref';
export type { StoredValue } from './log/value-ref';
export { aliasOf, outputValue, viewRun } from './history/run-view';
export type { RunView } from './history/run-view';
