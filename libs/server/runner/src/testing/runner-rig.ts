import path from 'node:path';
import type { ExecutionEvent } from '@millrace/engine';
import {
  EventAppender,
  ExecutionControl,
  ExecutionFeed,
  ExecutionHistory,
  ExecutionLeases,
  ExecutionLog,
  PublishedEvents,
  SignalExecution,
  StartExecutions,
  executionsMigrations,
} from '@millrace/server-executions';
import type { FinishedExecution, StartRequest } from '@millrace/server-executions';
import { NodeCatalogue } from '@millrace/server-catalog';
import { Logger, PlatformModule, SqlPool, newId, platformConfigs, readConfig } from '@millrace/server-platform';
import { startTestDatabase } from '@millrace/server-platform/testing';
import type { TestDatabase } from '@millrace/server-platform/testing';
import { workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { Json, JsonObject, WorkflowNode } from '@millrace/workflow-model';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { Runner } from '../runner';
import { runnerConfig } from '../runner.config';
import { RunnerModule } from '../runner.module';
import { EffectScript, testNodes } from './test-nodes';

/** Who acts in specs. */
export type SpecActor = Parameters<ExecutionControl['cancel']>[0];

/** A node in short: id, type, params and the rest. */
export type NodeInShort = readonly [
  id: string,
  type: string,
  config?: JsonObject,
  more?: Partial<Pick<WorkflowNode, 'settings' | 'enabled' | 'parent'>>,
];

/** Everything of one process, wired as in production but with the nodes of a spec. */
export class TestProcess {
  readonly runner: Runner;
  readonly starts: StartExecutions;
  readonly control: ExecutionControl;
  readonly signals: SignalExecution;
  readonly history: ExecutionHistory;
  readonly feed: ExecutionFeed;
  readonly leases: ExecutionLeases;
  readonly appender: EventAppender;
  readonly log: ExecutionLog;
  readonly published: PublishedEvents;
  readonly pool: SqlPool;

  constructor(
    private readonly module: TestingModule,
    readonly workspaceId: string,
  ) {
    this.runner = module.get(Runner);
    this.starts = module.get(StartExecutions);
    this.control = module.get(ExecutionControl);
    this.signals = module.get(SignalExecution);
    this.history = module.get(ExecutionHistory);
    this.feed = module.get(ExecutionFeed);
    this.leases = module.get(ExecutionLeases);
    this.appender = module.get(EventAppender);
    this.log = module.get(ExecutionLog);
    this.published = module.get(PublishedEvents);
    this.pool = module.get(SqlPool);
  }

  get actor(): SpecActor {
    return { userId: 'spec', workspaceId: this.workspaceId, role: 'owner', via: 'system' };
  }

  /** A part of this process. */
  get<T>(type: Type<T>): T {
    return this.module.get(type, { strict: false });
  }

  /** Starts a run; answers its id. */
  async start(versionId: string, trigger: Json = {}, more: Partial<StartRequest> = {}): Promise<string> {
    const request = { workspaceId: this.workspaceId, workflowId: null, versionId, trigger, mode: 'api' as const };
    return (await this.starts.start({ ...request, ...more })).executionId;
  }

  /** The end of a run, or its answer to its caller. */
  async finished(executionId: string, timeoutMs = 20_000): Promise<FinishedExecution> {
    const finished = await this.feed.finished(executionId, { timeoutMs });
    if (!finished) throw new Error(`Not finished: ${JSON.stringify(await this.events(executionId), null, 1)}`);
    return finished;
  }

  /** The first event that fits, now or later. */
  async event(executionId: string, fits: (event: ExecutionEvent) => boolean): Promise<ExecutionEvent> {
    for await (const event of this.feed.watch(executionId)) if (fits(event)) return event;
    throw new Error('The run ended without such an event');
  }

  /** The whole log. */
  events(executionId: string): Promise<ExecutionEvent[]> {
    return this.log.eventsAfter(executionId, 0);
  }

  /** Ends the process in an orderly way. */
  stop(): Promise<void> {
    return this.module.close();
  }
}

/** Processes that share a database. */
export class RunnerRig {
  private readonly processes: TestProcess[] = [];
  readonly workspaceId = newId();

  private constructor(
    readonly database: TestDatabase,
    readonly script: EffectScript,
  ) {}

  /** A fresh database. */
  static async start(clusterUrl?: string): Promise<RunnerRig> {
    const migrations = [...workflowsMigrations, ...executionsMigrations];
    const cluster = clusterUrl === undefined ? {} : { clusterUrl };
    const database = await startTestDatabase({ migrations, entities: workflowsEntities, ...cluster });
    return new RunnerRig(database, new EffectScript());
  }

  /** Another process on the same database; its runner is not started. */
  async process(env: Record<string, string> = {}): Promise<TestProcess> {
    const config = readConfig(
      { DATABASE_URL: this.database.url, DATABASE_POOL_SIZE: '10', RUNNER_GRACE_SECONDS: '0', ...env },
      [...platformConfigs, runnerConfig],
    );
    const module = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot({ config, entities: workflowsEntities, migrations: [], logger: Logger.silent() }),
        RunnerModule.forRoot({
          sandbox: { childFile: path.resolve('libs/sandbox/src/child/sandbox-child.mjs'), size: 1 },
        }),
      ],
    })
      .overrideProvider(NodeCatalogue)
      .useValue(new NodeCatalogue(testNodes(this.script)))
      .compile();
    await module.init();
    const made = new TestProcess(module, this.workspaceId);
    this.processes.push(made);
    return made;
  }

  /** Another process whose runner works. */
  async worker(env: Record<string, string> = {}): Promise<TestProcess> {
    const made = await this.process(env);
    await made.runner.start();
    return made;
  }

  /** Stores a version: nodes in short, edges as `a>b`, `a.port>b` or a chain `a>b>c`. */
  async version(nodes: readonly NodeInShort[], edges: readonly string[], settings: JsonObject = {}): Promise<string> {
    const id = newId();
    const document = workflowDocumentSchema.parse({
      id,
      name: 'Spec',
      nodes: nodes.map(([nodeId, type, config = {}, more = {}]) => ({
        id: nodeId,
        type,
        label: nodeId,
        config,
        ...more,
      })),
      edges: edges.flatMap(edgesOf),
      settings: { timezone: 'UTC', ...settings },
    });
    await this.database.pool.query(
      `INSERT INTO workflow_version (id, workspace_id, kind, document, hash, created_by) VALUES ($1, $2, 'inline', $3, $4, 'spec')`,
      [id, this.workspaceId, JSON.stringify(document), id],
    );
    return id;
  }

  /** A chain: start, the given nodes one after the other. */
  chain(nodes: readonly NodeInShort[], settings: JsonObject = {}): Promise<string> {
    const all: NodeInShort[] = [['start', 'start'], ...nodes];
    return this.version(all, [all.map(([id]) => id).join('>')], settings);
  }

  /** A published workflow that is such a chain; answers its id. */
  async publishedChain(nodes: readonly NodeInShort[], workspaceId = this.workspaceId): Promise<string> {
    return this.publish(await this.chain(nodes), workspaceId);
  }

  /** Makes a stored version the published one of a new workflow; answers the id of the workflow. */
  async publish(inline: string, workspaceId = this.workspaceId): Promise<string> {
    const { pool } = this.database;
    const [workflowId, versionId] = [newId(), newId()];
    await pool.query(
      `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
       VALUES ($1, $2, 'Child', 1, '{}', 'h', 'spec', 'spec')`,
      [workflowId, workspaceId],
    );
    await pool.query(
      `INSERT INTO workflow_version (id, workflow_id, workspace_id, version, kind, document, hash, created_by)
       SELECT $1, $2, $3, '1.0.0', 'published', document, 'h', 'spec' FROM workflow_version WHERE id = $4`,
      [versionId, workflowId, workspaceId, inline],
    );
    await pool.query('UPDATE workflow SET published_version_id = $2 WHERE id = $1', [workflowId, versionId]);
    return workflowId;
  }

  /** Makes the lease of a run end now, as if its worker had not been heard of for 15 s. */
  async expireLease(executionId: string): Promise<void> {
    // Right after its start, Postgres itself is taken for the reason.
    await this.database.pool.query(
      `SELECT pg_sleep(greatest(0, 7 - extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())))`,
    );
    await this.database.pool.query(
      `UPDATE execution SET lease_until = now() - interval '1 second', next_due_at = now() - interval '1 second'
       WHERE id = $1 AND lease_owner IS NOT NULL`,
      [executionId],
    );
  }

  /** Runs whose log is not what the promises say: seqs with gaps, two results of one node, or no end. Empty when all is well. */
  async unsoundRuns(): Promise<unknown[]> {
    const { rows } = await this.database.pool.query(
      `SELECT e.id, e.status, e.event_seq, v.*
       FROM execution e LEFT JOIN (
         SELECT execution_id, count(*)::int AS events, max(seq) AS newest,
           count(*) FILTER (WHERE type IN ('node.completed', 'node.failed', 'node.skipped', 'node.cancelled'))::int AS ends,
           count(DISTINCT (node_id, body ->> 'path')) FILTER (WHERE type IN ('node.completed', 'node.failed', 'node.skipped', 'node.cancelled'))::int AS nodes,
           count(*) FILTER (WHERE type = 'workflow.finished')::int AS finishes
         FROM execution_event GROUP BY execution_id
       ) v ON v.execution_id = e.id
       WHERE v.events IS DISTINCT FROM e.event_seq OR v.newest IS DISTINCT FROM e.event_seq OR v.ends <> v.nodes
         OR v.finishes <> CASE WHEN e.finished_at IS NULL THEN 0 ELSE 1 END`,
    );
    return rows;
  }

  /** Stops all processes and drops the database. */
  async stop(): Promise<void> {
    for (const made of this.processes.reverse()) await made.stop();
    await this.database.stop();
  }
}

function edgesOf(chain: string): JsonObject[] {
  const stops = chain.split('>');
  return stops.slice(1).map((target, index) => {
    const [source = '', sourceHandle = 'main'] = (stops[index] ?? '').split('.');
    const id = (target.split('.')[0] ?? '') as string;
    return { id: `${source}.${sourceHandle}>${id}`, source, sourceHandle, target: id };
  });
}
