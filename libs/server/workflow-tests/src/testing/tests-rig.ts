import path from 'node:path';
import { CatalogApiModule } from '@millrace/server-catalog';
import { ExecutionFeed, ExecutionsApiModule, executionsMigrations } from '@millrace/server-executions';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { HeaderActorGuard } from '@millrace/server-identity/testing';
import { SqlPool, createGraphqlModule, newId } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { Runner, RunnerModule, runnerConfig } from '@millrace/server-runner';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import { Global, Module, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import supertest, { type Test } from 'supertest';
import { workflowTestsMigrations } from '../persistence/workflow-test.migrations';
import { WorkflowTestsModule } from '../workflow-tests.module';

/** What identity gives to everybody in the product. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
class AuditModule {}

/** Everything that tests need, with a worker in the same process and the nodes of the product. */
export class TestsRig {
  readonly workspaceId = newId();

  private constructor(private readonly app: TestApp) {}

  static async start(): Promise<TestsRig> {
    const app = await startTestApp({
      imports: [
        ...[
          AuditModule,
          CatalogApiModule,
          WorkflowsApiModule,
          ExecutionsApiModule,
          WorkflowTestsModule,
          createGraphqlModule(),
        ],
        RunnerModule.forRoot({
          sandbox: { childFile: path.resolve('libs/sandbox/src/child/sandbox-child.mjs'), size: 1 },
        }),
      ],
      providers: [{ provide: APP_GUARD, useClass: HeaderActorGuard }],
      configs: [runnerConfig],
      entities: workflowsEntities,
      migrations: [...workflowsMigrations, ...executionsMigrations, ...workflowTestsMigrations],
    });
    const rig = new TestsRig(app);
    await rig.get(Runner).start();
    return rig;
  }

  get actor(): Actor {
    return { workspaceId: this.workspaceId, userId: newId(), role: 'owner', via: 'session' };
  }

  get pool(): SqlPool {
    return this.get(SqlPool);
  }

  get<T>(type: Type<T>): T {
    return this.app.app.get(type, { strict: false });
  }

  rest(method: 'get' | 'post' | 'put', url: string, body?: unknown, as = `${this.workspaceId}/owner`): Test {
    const request = supertest(this.app.server)[method](url).set('x-actor', as);
    return body === undefined ? request : request.send(body as object);
  }

  /** The data of an operation; its payload is the only field. */
  async graphql<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { body } = await supertest(this.app.server)
      .post('/graphql')
      .set('x-actor', `${this.workspaceId}/owner`)
      .send({ query, variables });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return Object.values(body.data as Record<string, T>)[0] as T;
  }

  /** Makes a workflow; answers its id. */
  async workflow(document: object): Promise<string> {
    const { body } = await this.rest('post', '/api/workflows', document).expect(201);
    return body.id as string;
  }

  /** Waits for the end of a run. */
  async ended(executionId: string): Promise<void> {
    for await (const event of this.get(ExecutionFeed).watch(executionId)) {
      if (event.type === 'workflow.finished') return;
    }
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}

const node = (id: string, type: string, config: object = {}, more: object = {}) => ({
  id,
  type,
  label: id,
  config,
  ...more,
});

/** An order is looked up, waited for, and told to somebody; large ones go another way. */
export function orders(settings: object = {}): object {
  const retry = {
    settings: { onError: 'stop', retry: { maxAttempts: 3, backoff: 'fixed', baseMs: 1_000, maxMs: 60_000 } },
  };
  return {
    name: 'Orders',
    settings: { timezone: 'UTC', ...settings },
    nodes: [
      node('start', 'manual-trigger'),
      node('look', 'http-request', { url: 'https://shop.example/orders/{{ trigger.id }}', method: 'GET' }, retry),
      node('rest', 'timer', { duration: 'P2D' }),
      node('large', 'condition', {
        combinator: 'and',
        conditions: [{ field: '{{ look.body.total }}', operator: 'greater_than', value: 100 }],
      }),
      node('tell', 'http-request', {
        output: 'response',
        url: 'https://chat.example/post',
        method: 'POST',
        body: { text: 'Order {{ trigger.id }} of {{ look.body.total }}' },
      }),
      node('out', 'output', { value: { id: '{{ trigger.id }}', told: '{{ tell.status }}' } }),
    ],
    edges: [
      ['start', 'look'],
      ['look', 'rest'],
      ['rest', 'large'],
      ['large', 'tell', 'true'],
      ['tell', 'out'],
    ].map(([source, target, sourceHandle = 'main']) => ({ id: `${source}-${target}`, source, target, sourceHandle })),
  };
}
