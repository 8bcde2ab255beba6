import { CatalogApiModule } from '@millrace/server-catalog';
import { HeaderActorGuard } from '@millrace/server-identity/testing';
import { createGraphqlModule, newId } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import supertest, { type Test } from 'supertest';
import { ExecutionsApiModule } from '../executions-api.module';
import { ExecutionLeases } from '../leases/execution-leases';
import { EventAppender } from '../log/event-appender';
import { executionsMigrations } from '../persistence/execution.migrations';
import { FINISHED, completed } from './executions-rig';

/** The APIs of this library over HTTP, and a hand that does what a worker would do. */
export class ApiRig {
  readonly workspaceId = newId();

  private constructor(private readonly app: TestApp) {}

  static async start(): Promise<ApiRig> {
    const app = await startTestApp({
      imports: [CatalogApiModule, WorkflowsApiModule, ExecutionsApiModule, createGraphqlModule()],
      providers: [{ provide: APP_GUARD, useClass: HeaderActorGuard }],
      entities: workflowsEntities,
      migrations: [...workflowsMigrations, ...executionsMigrations],
    });
    return new ApiRig(app);
  }

  /** A request of an owner, or of whom `as` says (`<workspace>/<role>`). */
  rest(method: 'get' | 'post' | 'delete', path: string, body?: unknown, as = `${this.workspaceId}/owner`): Test {
    const request = supertest(this.app.server)[method](path).set('x-actor', as);
    return body === undefined ? request : request.send(body as object);
  }

  /** The data of an operation that must not fail. */
  async graphql<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { body } = await supertest(this.app.server)
      .post('/graphql')
      .set('x-actor', `${this.workspaceId}/owner`)
      .send({ query, variables });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as T;
  }

  get<T>(type: Type<T>): T {
    return this.app.app.get(type, { strict: false });
  }

  /** Makes a workflow with a manual trigger `start` and a node `a`; answers its id. */
  async workflow(): Promise<string> {
    const { body } = await this.rest('post', '/api/workflows', definition()).expect(201);
    return body.id as string;
  }

  /** Ends a run as its worker would, with this result of node `a`. */
  async finish(executionId: string, value: unknown): Promise<void> {
    const { runs } = await this.get(ExecutionLeases).claim('spec', [executionId]);
    const [run] = runs;
    if (!run) throw new Error('not claimed');
    await this.get(EventAppender).append({
      ...{ executionId, workspaceId: run.workspaceId, workflowId: run.workflowId, epoch: run.epoch },
      expectedSeq: run.events.length,
      events: [completed('start', { from: 'trigger' }), completed('a', value as never), FINISHED],
      status: 'completed',
      progress: 100,
      release: { dueAtMs: null },
    });
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}

/** A document that can run. */
export function definition(id?: string): Record<string, unknown> {
  return {
    ...(id === undefined ? {} : { id }),
    name: 'Greet',
    nodes: [
      { id: 'start', type: 'manual-trigger', label: 'Start' },
      { id: 'a', type: 'no-op', label: 'Do nothing' },
    ],
    edges: [{ id: 'e', source: 'start', target: 'a' }],
  };
}
