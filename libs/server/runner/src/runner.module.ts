import { CatalogModule } from '@millrace/server-catalog';
import {
  EventAppender,
  ExecutionFeed,
  ExecutionLeases,
  ExecutionLog,
  ExecutionsModule,
  LocalCommits,
  LocalWorker,
  AwaitedRuns,
  RunFailures,
  RunLinks,
  SignalExecution,
} from '@millrace/server-executions';
import { Bell, Queue, SqlPool } from '@millrace/server-platform';
import { SandboxPool } from '@millrace/sandbox';
import type { SandboxPoolOptions } from '@millrace/sandbox';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider, OnApplicationShutdown } from '@nestjs/common';
import { ChildRuns } from './actions/child-runs';
import { NodeActions } from './actions/node-actions';
import { NodeLinks } from './actions/node-links';
import { ProgressNotices } from './actions/progress-notices';
import { CompiledWorkflows } from './node/compiled-workflow';
import { NodePorts } from './node/node-ports';
import { VersionAuthors } from './node/version-authors';
import { Runner } from './runner';
import { RunnerServices } from './runner-services';

/** What composition knows and the runner does not. */
export interface RunnerOptions {
  /** Where the child program of the sandbox lies, and how many children there are. */
  readonly sandbox: SandboxPoolOptions;
}

const parts = {
  pool: SqlPool,
  queue: Queue,
  bell: Bell,
  appender: EventAppender,
  log: ExecutionLog,
  leases: ExecutionLeases,
  signals: SignalExecution,
  awaited: AwaitedRuns,
  failures: RunFailures,
  commits: LocalCommits,
  feed: ExecutionFeed,
  worker: LocalWorker,
  workflows: CompiledWorkflows,
  ports: NodePorts,
  runLinks: RunLinks,
} satisfies Record<keyof RunnerServices, unknown>;

const services: FactoryProvider = {
  provide: RunnerServices,
  inject: Object.values(parts),
  useFactory: (...given: unknown[]) =>
    Object.fromEntries(Object.keys(parts).map((name, index) => [name, given[index]])) as unknown as RunnerServices,
};

/** Ends the children of the sandbox after the runner has ended. */
class SandboxShutdown implements OnApplicationShutdown {
  constructor(private readonly pool: SandboxPool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}

/** Workers. Nothing runs until somebody calls `Runner.start`. */
@Module({})
export class RunnerModule {
  static forRoot(options: RunnerOptions): DynamicModule {
    return {
      module: RunnerModule,
      imports: [ExecutionsModule, WorkflowsModule, CatalogModule],
      providers: [
        { provide: SandboxPool, useFactory: () => new SandboxPool(options.sandbox) },
        {
          provide: SandboxShutdown,
          inject: [SandboxPool],
          useFactory: (pool: SandboxPool) => new SandboxShutdown(pool),
        },
        CompiledWorkflows,
        NodePorts,
        NodeLinks,
        ChildRuns,
        NodeActions,
        ProgressNotices,
        VersionAuthors,
        services,
        Runner,
      ],
      exports: [Runner],
    };
  }
}
