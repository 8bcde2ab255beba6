import { CatalogApiModule } from '@millrace/server-catalog';
import { ExecutionsApiModule, executionsMigrations } from '@millrace/server-executions';
import { identityConfig, identityEntities, IdentityModule, identityMigrations } from '@millrace/server-identity';
import { notificationsMigrations } from '@millrace/server-notifications';
import { createGraphqlModule, newId, type SqlPool } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { Type } from '@nestjs/common';
import supertest from 'supertest';
import { operationsConfig } from '../operations.config';
import { OperationsApiModule, OperationsWorkerModule } from '../operations.module';
import { operationsMigrations } from '../persistence/operations.migrations';

/** What a spec reads of an answer before it knows what it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is wrong with it is what the specs are to find
export type Loose = any;

/** Somebody with a workspace of their own. */
export interface Person {
  readonly workspaceId: string;
  graphql(query: string, variables?: object): Promise<Loose>;
  workflow(settings?: object): Promise<string>;
}

/** Runs to be put into the database as if they had happened. */
export interface PastRuns {
  readonly person: Person;
  readonly workflowId: string | null;
  readonly count: number;
  /** Days since they finished. */
  readonly daysAgo?: number;
  /** Characters of the one event that each has. */
  readonly size?: number;
  /** `manual` when absent. */
  readonly mode?: string;
}

/** The api and the worker side of this room in one process. */
export class OperationsApp {
  private constructor(readonly test: TestApp) {}

  static async start(env: Record<string, string> = {}): Promise<OperationsApp> {
    const test = await startTestApp({
      imports: [
        createGraphqlModule(),
        IdentityModule,
        CatalogApiModule,
        WorkflowsApiModule,
        ExecutionsApiModule,
        OperationsApiModule,
        OperationsWorkerModule.forRoot('1.2.3'),
      ],
      configs: [identityConfig, operationsConfig],
      entities: [...identityEntities, ...workflowsEntities],
      migrations: [
        ...identityMigrations,
        ...workflowsMigrations,
        ...executionsMigrations,
        ...notificationsMigrations,
        ...operationsMigrations,
      ],
      env,
    });
    return new OperationsApp(test);
  }

  get pool(): SqlPool {
    return this.test.database.pool;
  }

  get<T>(type: Type<T>): T {
    return this.test.app.get(type, { strict: false });
  }

  async person(): Promise<Person> {
    const account = { email: `${newId()}@example.com`, password: 'correct horse battery' };
    const { body } = await supertest(this.test.server).post('/api/auth/register').send(account).expect(201);
    const { rows } = await this.pool.query<{ id: string }>(
      'select workspace_id as id from membership where user_id = $1',
      [body.user.id],
    );
    const call = (path: string, sent: object) =>
      supertest(this.test.server).post(path).set('authorization', `Bearer ${body.token}`).send(sent);
    return {
      workspaceId: rows[0]!.id,
      graphql: async (query, variables = {}) => {
        const answer = await call('/graphql', { query, variables });
        if (answer.body.errors) throw new Error(JSON.stringify(answer.body.errors));
        return Object.values(answer.body.data as object)[0];
      },
      workflow: async (settings = {}) => {
        const nodes = [{ id: 'start', type: 'manual-trigger', label: 'Start' }];
        return (await call('/api/workflows', { name: 'Orders', nodes, edges: [], settings })).body.id as string;
      },
    };
  }

  /** Puts finished runs into the database; answers their ids, oldest first. */
  async past({ person, workflowId, count, daysAgo = 0, size = 10, mode = 'manual' }: PastRuns): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await this.pool.query(
      `insert into execution (id, instance_id, workspace_id, workflow_id, version_id, trigger_node_id, status, mode, event_seq,
         created_at, finished_at)
       select id, id::text, $2, $3, gen_random_uuid(), 'start', 'completed', $5, 1,
         now() - $4::int * interval '1 day', now() - $4::int * interval '1 day' from unnest($1::uuid[]) as ids(id)`,
      [ids, person.workspaceId, workflowId, daysAgo, mode],
    );
    await this.pool.query(
      `insert into execution_event (execution_id, seq, type, body)
       select id, 1, 'workflow.started', to_json((select string_agg(md5(id::text || n), '') from generate_series(1, $2::int) n))
         from unnest($1::uuid[]) as ids(id)`,
      [ids, Math.ceil(size / 32)],
    );
    return ids;
  }

  /** Runs of a workflow that are there, oldest first. */
  async runs(workflowId: string | null, person?: Person): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from execution where workflow_id is not distinct from $1 and ($2::uuid is null or workspace_id = $2) order by id`,
      [workflowId, person?.workspaceId ?? null],
    );
    return rows.map(({ id }) => id);
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}
