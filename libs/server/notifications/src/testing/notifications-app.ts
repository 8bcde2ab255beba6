import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogApiModule } from '@millrace/server-catalog';
import { ExecutionsApiModule, executionsMigrations } from '@millrace/server-executions';
import { identityConfig, identityEntities, IdentityModule, identityMigrations } from '@millrace/server-identity';
import { createGraphqlModule, newId, type SqlPool } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import { WorkflowsApiModule, workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { Type } from '@nestjs/common';
import supertest from 'supertest';
import { notificationsConfig } from '../notifications.config';
import { NotificationsApiModule, NotificationsWorkerModule } from '../notifications.module';
import { notificationsMigrations } from '../persistence/notification.migrations';

/** A call as the receiver saw it. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Somebody elsewhere who takes calls, and answers as a spec says. */
export class Receiver {
  readonly calls: Received[] = [];
  /** What is answered: a status, and headers with it; null for nothing at all. */
  answer: { status: number; headers?: Record<string, string>; body?: string } | null = { status: 204 };

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        receiver.calls.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body });
        if (receiver.answer === null) return;
        const { status, headers, body: answer } = receiver.answer;
        response.writeHead(status, headers).end(answer);
      });
    });
    return receiver;
  }

  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  of(path: string): readonly Received[] {
    return this.calls.filter((call) => call.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a spec reads of an answer before it knows what it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is wrong with it is what the specs are to find
export type Loose = any;

/** Somebody with a workspace of their own. */
export interface Person {
  readonly workspaceId: string;
  graphql(query: string, variables?: object): Promise<Loose>;
  rest(method: 'get' | 'post' | 'delete', path: string, body?: object): Promise<Loose>;
}

/** The api and what calls endpoints, in one process and as in production, without anything that performs runs. */
export class NotificationsApp {
  private constructor(
    readonly test: TestApp,
    readonly receiver: Receiver,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<NotificationsApp> {
    const receiver = await Receiver.start();
    const test = await startTestApp({
      imports: [
        createGraphqlModule(),
        IdentityModule,
        CatalogApiModule,
        WorkflowsApiModule,
        ExecutionsApiModule,
        NotificationsApiModule,
        NotificationsWorkerModule,
      ],
      configs: [identityConfig, notificationsConfig],
      entities: [...identityEntities, ...workflowsEntities],
      migrations: [...identityMigrations, ...workflowsMigrations, ...executionsMigrations, ...notificationsMigrations],
      env: { NOTIFICATION_RETRY_SECONDS: '0,0', OUTBOUND_ALLOW: receiver.host, ...env },
    });
    return new NotificationsApp(test, receiver);
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
    const call = (method: 'get' | 'post' | 'delete', path: string, sent?: object) =>
      supertest(this.test.server)[method](path).set('authorization', `Bearer ${body.token}`).send(sent);
    return {
      workspaceId: rows[0]!.id,
      graphql: async (query, variables = {}) => {
        const answer = await call('post', '/graphql', { query, variables });
        if (answer.body.errors) throw new Error(JSON.stringify(answer.body.errors));
        return Object.values(answer.body.data as object)[0];
      },
      rest: async (method, path, sent) => (await call(method, path, sent)).body,
    };
  }

  async stop(): Promise<void> {
    await this.test.stop();
    await this.receiver.stop();
  }
}

/** Waits until something holds. @throws Error with what was waited for, after ten seconds */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`did not come: ${what}`);
}
