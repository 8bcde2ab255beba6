import type { ExecutionEventBody } from '@millrace/engine';
import { NodeCatalogue } from '@millrace/server-catalog';
import { systemActor } from '@millrace/server-identity';
import type { Actor } from '@millrace/server-identity';
import { Logger, PlatformModule, SqlPool, newId, platformConfigs, readConfig } from '@millrace/server-platform';
import { startTestDatabase } from '@millrace/server-platform/testing';
import type { TestDatabase } from '@millrace/server-platform/testing';
import { workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { Json } from '@millrace/workflow-model';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { ExecutionsModule } from '../executions.module';
import type { ClaimedExecution } from '../leases/claimed-execution';
import { ExecutionLeases } from '../leases/execution-leases';
import type { Append, AppendOutcome } from '../log/append';
import { EventAppender } from '../log/event-appender';
import { executionsMigrations } from '../persistence/execution.migrations';
import { StartExecutions } from '../start/start-executions';
import type { StartRequest } from '../start/start-request';

/** The rooms of this library on a database of their own, and a hand that does what a worker would do. */
export class ExecutionsRig {
  readonly workspaceId = newId();
  private readonly modules: TestingModule[] = [];

  private constructor(readonly database: TestDatabase) {}

  /** A fresh database and one process. */
  static async start(): Promise<ExecutionsRig> {
    const migrations = [...workflowsMigrations, ...executionsMigrations];
    const rig = new ExecutionsRig(await startTestDatabase({ migrations, entities: workflowsEntities }));
    await rig.process();
    return rig;
  }

  /** Another process on the same database. */
  async process(): Promise<TestingModule> {
    const config = readConfig({ DATABASE_URL: this.database.url, DATABASE_POOL_SIZE: '10' }, platformConfigs);
    const module = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot({ config, entities: workflowsEntities, migrations: [], logger: Logger.silent() }),
        ExecutionsModule,
      ],
    })
      .overrideProvider(NodeCatalogue)
      .useValue(new NodeCatalogue([]))
      .compile();
    await module.init();
    this.modules.push(module);
    return module;
  }

  /** A part of the first process. */
  get<T>(type: Type<T>): T {
    return (this.modules[0] as TestingModule).get(type);
  }

  get actor(): Actor {
    return systemActor(this.workspaceId);
  }

  get pool(): SqlPool {
    return this.database.pool;
  }

  /** Stores a version with a trigger `start` and a node `a` after it. */
  async version(): Promise<string> {
    const id = newId();
    const document = workflowDocumentSchema.parse({
      id,
      name: 'Spec',
      nodes: [
        { id: 'start', type: 'start', label: 'Start' },
        { id: 'a', type: 'work', label: 'A node' },
      ],
      edges: [{ id: 'e', source: 'start', target: 'a' }],
    });
    await this.pool.query(
      `INSERT INTO workflow_version (id, workspace_id, kind, document, hash, created_by) VALUES ($1, $2, 'inline', $3, $4, 'spec')`,
      [id, this.workspaceId, JSON.stringify(document), id],
    );
    return id;
  }

  /** What a start needs, with the rest as given. */
  request(versionId: string, more: Partial<StartRequest> = {}): StartRequest {
    return { workspaceId: this.workspaceId, workflowId: null, versionId, trigger: {}, mode: 'api', ...more };
  }

  /** Starts a run and takes its lease. */
  async claimed(versionId: string, trigger: Json = {}): Promise<ClaimedExecution> {
    const { executionId } = await this.get(StartExecutions).start(this.request(versionId, { trigger }));
    const { runs } = await this.get(ExecutionLeases).claim('spec', [executionId]);
    return runs[0] as ClaimedExecution;
  }

  /** Adds events as the run's worker would. */
  append(
    run: ClaimedExecution,
    events: readonly ExecutionEventBody[],
    more: Partial<Append> = {},
  ): Promise<AppendOutcome> {
    const { executionId, workspaceId, workflowId, epoch } = run;
    return this.get(EventAppender).append({
      ...{ executionId, workspaceId, workflowId, epoch, events },
      expectedSeq: run.events.length,
      status: 'running',
      progress: 50,
      ...more,
    });
  }

  /** Ends a run with the given result of its node `a`. */
  async finish(run: ClaimedExecution, value: Json = { done: true }): Promise<AppendOutcome> {
    return this.append(run, [completed('start', {}), completed('a', value), FINISHED], {
      status: 'completed',
      progress: 100,
      release: { dueAtMs: null },
    });
  }

  /** Stops everything and drops the database. */
  async stop(): Promise<void> {
    for (const module of this.modules.reverse()) await module.close();
    await this.database.stop();
  }
}

/** A node that came to its end. */
export function completed(nodeId: string, value: Json): ExecutionEventBody {
  return { type: 'node.completed', nodeId, attempt: 1, ports: { main: { value } }, startedAtMs: 1, durationMs: 1 };
}

/** The end of a run whose result is that of node `a`. */
export const FINISHED: ExecutionEventBody = { type: 'workflow.finished', status: 'completed', outputFrom: ['a'] };
