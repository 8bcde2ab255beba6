import path from 'node:path';
import { ExecutionFeed, ExecutionsApiModule, executionsMigrations } from '@millrace/server-executions';
import {
  AccessTokens,
  identityConfig,
  identityEntities,
  IdentityModule,
  identityMigrations,
  type Role,
} from '@millrace/server-identity';
import { createGraphqlModule, newId, type SqlPool } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only specs: gates must be reached by real runs
import { Runner, runnerConfig, RunnerModule } from '@millrace/server-runner';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { JsonObject } from '@millrace/workflow-model';
import type { Type } from '@nestjs/common';
import supertest, { type Test } from 'supertest';
import { approvalsConfig } from '../approvals.config';
import { ApprovalsApiModule, ApprovalsModule, ApprovalWorkersModule } from '../approvals.module';
import { approvalsMigrations } from '../persistence/approval.migrations';

/** An answer that specs look into before they know what it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is wrong with it is what the specs are to find
export type Loose = any;

/** Somebody who is signed in, in a workspace. */
export interface Person {
  readonly userId: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly token: string;
}

/** A node in short: id, type, config, the loop that it is in. */
export type NodeInShort = readonly [id: string, type: string, config?: JsonObject, parent?: string];

/** Nodes one after the other, or with edges of their own as `a>b` or `a.port>b`. */
export function documentOf(nodes: readonly NodeInShort[], edges?: readonly string[]): JsonObject {
  const pairs = edges ?? nodes.slice(1).map(([id], index) => `${nodes[index]![0]}>${id}`);
  return {
    name: 'Spec',
    settings: { timezone: 'UTC' },
    nodes: nodes.map(([id, type, config = {}, parent]) => ({
      id,
      type,
      label: id,
      config,
      ...(parent ? { parent } : {}),
    })),
    edges: pairs.map((pair) => {
      const [from = '', target = ''] = pair.split('>');
      const [source = '', sourceHandle = 'main'] = from.split('.');
      return { id: pair, source, sourceHandle, target } as JsonObject;
    }),
  };
}

/** The api and a worker in one process, as in production. */
export class ApprovalsApp {
  private constructor(readonly test: TestApp) {}

  static async start(env: Record<string, string> = {}): Promise<ApprovalsApp> {
    const sandbox = { childFile: path.resolve('libs/sandbox/src/child/sandbox-child.mjs'), size: 1 };
    const test = await startTestApp({
      imports: [
        createGraphqlModule(),
        IdentityModule,
        WorkflowsApiModule,
        ExecutionsApiModule,
        ApprovalsModule,
        ApprovalsApiModule,
        ApprovalWorkersModule,
        RunnerModule.forRoot({ sandbox }),
      ],
      configs: [identityConfig, runnerConfig, approvalsConfig],
      entities: [...identityEntities, ...workflowsEntities],
      migrations: [...identityMigrations, ...workflowsMigrations, ...executionsMigrations, ...approvalsMigrations],
      env: { RUNNER_GRACE_SECONDS: '0', ...env },
    });
    await test.app.get(Runner, { strict: false }).start();
    return new ApprovalsApp(test);
  }

  get pool(): SqlPool {
    return this.test.database.pool;
  }

  get<T>(type: Type<T>): T {
    return this.test.app.get(type, { strict: false });
  }

  async rows<R = Loose>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(sql, values)).rows;
  }

  /** A member of a workspace; of a new one when none is named. */
  async person(role: Role = 'owner', workspaceId?: string): Promise<Person> {
    const [userId, place] = [newId(), workspaceId ?? newId()];
    const email = `${role}-${userId}@example.com`;
    await this.rows('insert into app_user (id, email, name) values ($1, $2, $3)', [userId, email, `${role} of it`]);
    if (workspaceId === undefined) await this.rows(`insert into workspace (id, name) values ($1, 'Spec')`, [place]);
    await this.rows('insert into membership (user_id, workspace_id, role) values ($1, $2, $3)', [userId, place, role]);
    const sessionId = newId();
    await this.rows(
      `insert into session (id, user_id, workspace_id, kind, token_version, expires_at)
       select $1, id, $3, 'session', token_version, now() + interval '1 day' from app_user where id = $2`,
      [sessionId, userId, place],
    );
    const session = { id: sessionId, userId, workspaceId: place, kind: 'session' as const };
    const { token } = await this.get(AccessTokens).sign(session);
    return { userId, workspaceId: place, email, token };
  }

  rest(person: Person | null, method: 'get' | 'post' | 'put' | 'delete', address: string, body?: unknown): Test {
    const request = supertest(this.test.server)[method](address);
    if (person) void request.set('authorization', `Bearer ${person.token}`);
    return body === undefined ? request : request.send(body as object);
  }

  /** One operation; fails with its top-level errors. */
  async graphql<T = Loose>(person: Person, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { body } = await this.rest(person, 'post', '/graphql', { query, variables });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as T;
  }

  /** Starts a document that nobody saved; answers the ids of the run. */
  async run(person: Person, document: JsonObject): Promise<{ executionId: string; instanceId: string }> {
    const { body } = await this.rest(person, 'post', '/api/v2/workflows', { definition: document, triggerData: {} });
    if (!body.instanceId) throw new Error(JSON.stringify(body));
    const [row] = await this.rows<{ id: string }>('select id from execution where instance_id = $1', [body.instanceId]);
    return { executionId: row!.id, instanceId: body.instanceId as string };
  }

  /** Resolves when the run has so many rows in `table`; the bell of its events says when to look. */
  async until(executionId: string, table: string, count = 1): Promise<Loose[]> {
    const events = this.get(ExecutionFeed).watch(executionId, 0);
    for await (const _ of events) {
      const rows = await this.rows(`select * from ${table} where execution_id = $1 order by 1`, [executionId]);
      if (rows.length >= count) {
        await events.return?.();
        return rows;
      }
    }
    throw new Error('the run ended');
  }

  /** Starts a run with one gate and answers its approval once it waits. */
  async gate(
    person: Person,
    config: JsonObject = {},
  ): Promise<{ approvalId: string; executionId: string; instanceId: string }> {
    const ids = await this.run(
      person,
      documentOf([
        ['start', 'manual-trigger'],
        ['gate', 'approval-gate', config],
      ]),
    );
    const [approval] = await this.until(ids.executionId, 'approval');
    return { ...ids, approvalId: approval.id as string };
  }

  /** The end of a run. */
  async finished(executionId: string): Promise<{ status: string; output: Loose }> {
    const done = await this.get(ExecutionFeed).finished(executionId, { timeoutMs: 20_000 });
    if (!done) throw new Error(`${executionId} did not end`);
    return done as Loose;
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}
