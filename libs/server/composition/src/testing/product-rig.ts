import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { AccessTokens, type Role } from '@millrace/server-identity';
import { newId, readConfig } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import request from 'supertest';
import { productConfigs } from '../product';
import { serveApi, type Served } from '../serve';

/** What a GraphQL answer holds. */
export interface Answer {
  // Specs read fields of answers as they come.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Somebody who is signed in, and where. */
export interface Somebody {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
}

/** The whole product on a database of its own, without workers: what is started stays as it is. */
export class ProductRig {
  private constructor(
    readonly served: Served,
    readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ProductRig> {
    const database = await startTestDatabase({});
    const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-rig-'));
    const settings = {
      NODE_ENV: 'test',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      JWT_SECRET_KEY: randomBytes(48).toString('base64url'),
      MILLRACE_WORKERS: 'off',
      MILLRACE_SECRETS_DIR: path.join(folder, 'secrets'),
      RATE_LIMIT_API_PER_MINUTE: '0',
      RATE_LIMIT_USER_PER_MINUTE: '0',
      RATE_LIMIT_LOGIN_PER_MINUTE: '0',
      RATE_LIMIT_MAIL_PER_HOUR: '0',
      ...env,
    };
    const served = await serveApi(readConfig(settings, productConfigs), { sandboxChild: 'not used' });
    return new ProductRig(served, database, folder);
  }

  async stop(): Promise<void> {
    await this.served.app.close();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Where secrets are stored, for further processes. */
  get secretsFolder(): string {
    return path.join(this.folder, 'secrets');
  }

  get server(): Server {
    return this.served.app.getHttpServer() as Server;
  }

  /** Rows of the database. */
  async rows<R = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.database.pool.query<R>(sql, values)).rows;
  }

  /** A new account with a workspace of its own. Its password works for nobody. */
  async person(name: string): Promise<Somebody> {
    const [userId, workspaceId] = [newId(), newId()];
    await this.rows('insert into app_user (id, email, name) values ($1, $2, $3)', [
      userId,
      `${name.toLowerCase().replace(/\W/g, '-')}-${userId}@example.com`,
      name,
    ]);
    await this.rows('insert into workspace (id, name) values ($1, $2)', [workspaceId, `${name}'s place`]);
    await this.join({ userId, workspaceId, role: 'owner' });
    return { userId, workspaceId, role: 'owner' };
  }

  /** Makes somebody a member, or gives a member another role. */
  async join({ userId, workspaceId, role }: Somebody): Promise<void> {
    await this.rows(
      `insert into membership (user_id, workspace_id, role) values ($1, $2, $3)
       on conflict (user_id, workspace_id) do update set role = excluded.role`,
      [userId, workspaceId, role],
    );
  }

  /** A fresh session: what was asked before may have ended the last one. */
  async tokenOf({ userId, workspaceId }: Somebody): Promise<string> {
    const sessionId = newId();
    await this.rows(
      `insert into session (id, user_id, workspace_id, kind, token_version, expires_at)
       select $1, id, $3, 'session', token_version, now() + interval '1 day' from app_user where id = $2`,
      [sessionId, userId, workspaceId],
    );
    const tokens = this.served.app.get(AccessTokens, { strict: false });
    return (await tokens.sign({ id: sessionId, userId, workspaceId, kind: 'session' })).token;
  }

  /** Asks GraphQL, with a bearer token or as a stranger. */
  async graphql(token: string | null, query: string, variables: object = {}): Promise<Answer> {
    const asking = request(this.server).post('/graphql').send({ query, variables });
    const { body } = await (token === null ? asking : asking.set('authorization', `Bearer ${token}`));
    return body as Answer;
  }

  /** Calls a REST route, with a bearer token or as a stranger. */
  rest(token: string | null, method: string, url: string, body?: object): request.Test {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const asking = request(this.server)[verb](url);
    if (token !== null) void asking.set('authorization', `Bearer ${token}`);
    return body === undefined ? asking : asking.send(body);
  }
}
