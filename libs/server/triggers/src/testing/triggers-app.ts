import path from 'node:path';
import { CatalogApiModule } from '@millrace/server-catalog';
import { ExecutionFeed, ExecutionsApiModule, executionsMigrations } from '@millrace/server-executions';
import { identityConfig, identityEntities, IdentityModule, identityMigrations } from '@millrace/server-identity';
import { createGraphqlModule, newId, type Logger, type SqlPool } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only specs: runs that callers wait for must end
import { Runner, runnerConfig, RunnerModule } from '@millrace/server-runner';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { Type } from '@nestjs/common';
import supertest, { type Response, type Test } from 'supertest';
import { triggersMigrations } from '../persistence/trigger.migrations';
import { triggersConfig } from '../triggers.config';
import { TriggersModule, TriggerWorkersModule } from '../triggers.module';

/** An answer that specs look into before they know what it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is wrong with it is what the specs are to find
export type Loose = any;

/** A node in short: id, type, config, whether it is enabled. */
export type NodeInShort = readonly [id: string, type: string, config?: JsonObject, enabled?: boolean];

/** Nodes one after the other, or with edges of their own as `a>b`. */
export function documentOf(nodes: readonly NodeInShort[], edges?: readonly string[]): JsonObject {
  const pairs = edges?.map((edge) => edge.split('>')) ?? nodes.slice(1).map(([id], index) => [nodes[index]![0], id]);
  return {
    name: 'Spec',
    settings: { timezone: 'UTC' },
    nodes: nodes.map(([id, type, config = {}, enabled = true]) => ({ id, type, label: id, config, enabled })),
    edges: pairs.map(([source, target]) => ({ id: `${source}-${target}`, source, target }) as JsonObject),
  };
}

/** A workflow that starts on a webhook and ends at once. */
export function hooked(config: JsonObject = {}, ...more: readonly NodeInShort[]): JsonObject {
  return documentOf([['hook', 'webhook-trigger', config], ...(more.length ? more : ([['end', 'no-op']] as const))]);
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete' | 'head' | 'options';

/** Somebody with a workspace of their own, signed in as in production. */
export class Owner {
  constructor(
    private readonly rig: TriggersApp,
    readonly token: string,
    readonly workspaceId: string,
  ) {}

  rest(method: Method, address: string, body?: unknown): Test {
    const request = this.rig.call(method, address).set('authorization', `Bearer ${this.token}`);
    return body === undefined ? request : request.send(body as object);
  }

  /** One operation; fails with its errors. */
  async graphql<T = Loose>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { body } = await this.rest('post', '/graphql', { query, variables });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as T;
  }

  async create(document: JsonObject): Promise<string> {
    const { body } = await this.rest('post', '/api/workflows', document).expect(201);
    return body.id as string;
  }

  /** Replaces the draft and publishes it; the answer may be a refusal. */
  async republish(workflowId: string, document: JsonObject): Promise<Response> {
    await this.rest('patch', `/api/workflows/${workflowId}`, document).expect(200);
    return this.rest('post', `/api/workflows/${workflowId}/publish`, {});
  }

  /** Creates and publishes; answers the id. */
  async publish(document: JsonObject): Promise<string> {
    const id = await this.create(document);
    const { body, status } = await this.rest('post', `/api/workflows/${id}/publish`, {});
    if (status >= 300) throw new Error(JSON.stringify(body));
    return id;
  }

  async webhooks(workflowId: string): Promise<Loose[]> {
    return (await this.rest('get', `/api/webhooks?workflowId=${workflowId}`).expect(200)).body.items;
  }

  /** Publishes a workflow with one webhook and issues its secret. */
  async hook(
    document: JsonObject,
  ): Promise<{ workflowId: string; webhookId: string; address: string; secret: string }> {
    const workflowId = await this.publish(document);
    const [webhook] = await this.webhooks(workflowId);
    const { id: webhookId, address, auth } = webhook!;
    const secret = auth === 'none' ? '' : await this.issue(webhookId);
    return { workflowId, webhookId, address, secret };
  }

  async issue(webhookId: string): Promise<string> {
    return (await this.rest('post', `/api/webhooks/${webhookId}/secret`).expect(201)).body.secret;
  }
}

/** What a row of `execution` tells. */
export interface Run {
  readonly id: string;
  readonly status: string;
  readonly mode: string;
  readonly workflowId: string;
  readonly trigger: Json;
}

/** The api and a worker in one process, as in production. */
export class TriggersApp {
  private constructor(
    readonly test: TestApp,
    readonly pool: SqlPool,
  ) {}

  /** `runs` says whether anything performs runs; without it they stay pending. */
  static async start(
    options: { runs?: boolean; env?: Record<string, string>; logger?: Logger } = {},
  ): Promise<TriggersApp> {
    const sandbox = { childFile: path.resolve('libs/sandbox/src/child/sandbox-child.mjs'), size: 1 };
    const { env = {}, logger } = options;
    const test = await startTestApp({
      imports: [
        createGraphqlModule(),
        IdentityModule,
        CatalogApiModule,
        WorkflowsApiModule,
        ExecutionsApiModule,
        TriggersModule,
        TriggerWorkersModule,
        RunnerModule.forRoot({ sandbox }),
      ],
      configs: [identityConfig, triggersConfig, runnerConfig],
      entities: [...identityEntities, ...workflowsEntities],
      migrations: [...identityMigrations, ...workflowsMigrations, ...executionsMigrations, ...triggersMigrations],
      env: { RUNNER_GRACE_SECONDS: '0', ...env },
      ...(logger ? { logger } : {}),
    });
    if (options.runs) await test.app.get(Runner, { strict: false }).start();
    return new TriggersApp(test, test.database.pool);
  }

  get<T>(type: Type<T>): T {
    return this.test.app.get(type, { strict: false });
  }

  call(method: Method, address: string): Test {
    return supertest(this.test.server)[method](address);
  }

  async owner(): Promise<Owner> {
    const account = { email: `${newId()}@example.com`, password: 'correct horse battery' };
    const { body } = await this.call('post', '/api/auth/register').send(account).expect(201);
    const { rows } = await this.pool.query<{ id: string }>(
      'select workspace_id as id from membership where user_id = $1',
      [body.user.id],
    );
    return new Owner(this, body.token, rows[0]!.id);
  }

  /** Runs of a workflow, oldest first. */
  async runs(workflowId: string): Promise<Run[]> {
    const { rows } = await this.pool.query<Run>(
      `select e.id, e.status, e.mode, e.workflow_id as "workflowId", v.body->'trigger' as trigger
         from execution e join execution_event v on v.execution_id = e.id and v.seq = 1
        where e.workflow_id = $1 order by e.id`,
      [workflowId],
    );
    return rows;
  }

  /** What the trigger of a run was given. */
  async triggerOf(executionId: string): Promise<Loose> {
    const { rows } = await this.pool.query<{ body: Loose }>(
      'select body from execution_event where execution_id = $1 and seq = 1',
      [executionId],
    );
    return rows[0]!.body.trigger.value;
  }

  async finished(executionId: string): Promise<string> {
    const done = await this.get(ExecutionFeed).finished(executionId, { timeoutMs: 20_000 });
    if (!done) throw new Error(`${executionId} did not end`);
    return done.status;
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}
