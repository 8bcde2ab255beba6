import type {
  AwaitedRuns,
  EventAppender,
  ExecutionFeed,
  ExecutionLeases,
  ExecutionLog,
  LocalCommits,
  LocalWorker,
  RunFailures,
  RunLinks,
  SignalExecution,
} from '@millrace/server-executions';
import type { Bell, Queue, SqlPool } from '@millrace/server-platform';
import type { CompiledWorkflows } from './node/compiled-workflow';
import type { NodePorts } from './node/node-ports';

/** Everything that a runner works with. A class only so that Nest can inject it whole. */
export abstract class RunnerServices {
  abstract readonly pool: SqlPool;
  abstract readonly queue: Queue;
  abstract readonly bell: Bell;
  abstract readonly appender: EventAppender;
  abstract readonly log: ExecutionLog;
  abstract readonly leases: ExecutionLeases;
  abstract readonly signals: SignalExecution;
  abstract readonly awaited: AwaitedRuns;
  abstract readonly failures: RunFailures;
  abstract readonly commits: LocalCommits;
  abstract readonly feed: ExecutionFeed;
  abstract readonly worker: LocalWorker;
  abstract readonly workflows: CompiledWorkflows;
  abstract readonly ports: NodePorts;
  abstract readonly runLinks: RunLinks;
}
