import { CatalogApiModule } from '@millrace/server-catalog';
import { roleMay, type Actor, type Permission, type Role } from '@millrace/server-identity';
import { ACCESS_RULE, createGraphqlModule, forbidden, newId, unauthenticated } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import { Injectable, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import supertest, { type Test } from 'supertest';
import { ExecutionsApiModule } from '../executions-api.module';
import { ExecutionLeases } from '../leases/execution-leases';
import { EventAppender } from '../log/event-appender';
import { executionsMigrations } from '../persistence/execution.migrations';
import { FINISHED, completed } from './executions-rig';

interface Carrier {
  actor?: Actor;
  req?: { headers: Record<string, string | undefined> };
  headers?: Record<string, string | undefined>;
}

/** Signing in is identity's business: here a header says who asks. Permissions are checked as in production. */
@Injectable()
class HeaderGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const carrier =
      context.getType<string>() === 'graphql'
        ? GqlExecutionContext.create(context).getContext<Carrier>()
        : context.switchToHttp().getRequest<Carrier>();
    const header = (carrier.req ?? carrier).headers?.['x-actor'];
    if (!header) throw unauthenticated();
    const [workspaceId = '', role = 'owner'] = header.split('/');
    carrier.actor = { workspaceId, role: role as Role, userId: newId(), via: 'session' };
    const rule = this.reflector.getAllAndOverride<{ permissions?: Permission[] } | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!(rule?.permissions ?? []).every((permission) => roleMay(role as Role, permission))) throw forbidden();
    return true;
  }
}

/** The APIs of this library over HTTP, and a hand that does what a worker would do. */
export class ApiRig {
  readonly workspaceId = newId();

  private constructor(private readonly app: TestApp) {}

  static async start(): Promise<ApiRig> {
    const app = await startTestApp({
      imports: [CatalogApiModule, WorkflowsApiModule, ExecutionsApiModule, createGraphqlModule()],
      providers: [{ provide: APP_GUARD, useClass: HeaderGuard }],
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
