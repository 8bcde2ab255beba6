import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { identityMigrations, type Actor, type Role } from '@millrace/server-identity';
import { HeaderActorGuard } from '@millrace/server-identity/testing';
import { createGraphqlModule, Logger, newId, type SqlPool } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import type { Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import supertest from 'supertest';
import { CredentialsApiModule, CredentialsModule, CredentialsWorkerModule } from '../credentials.module';
import type { Credential } from '../model/credential';
import { credentialsMigrations } from '../persistence/credentials.migrations';
import { ResolveForRun } from '../run/resolve-for-run';
import type { CredentialRequest } from '../run/run-credentials';
import { SecretMask } from '../run/secret-mask';
import { secretsConfig } from '../secret-store/secret-store.config';
import { CreateCredential } from '../use-cases/create-credential';
import { CredentialWork } from '../jobs/credential-work';
import { specTypes } from './spec-types';

/** What GraphQL answered. */
export interface Answer {
  // Specs read fields of answers as they come.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A member of a workspace. */
export class Member {
  constructor(
    private readonly rig: CredentialsRig,
    readonly actor: Actor,
  ) {}

  /** Somebody else in the same workspace. */
  colleague(role: Role): Promise<Member> {
    return this.rig.member(role, this.actor.workspaceId);
  }

  /** Asks REST. */
  rest(method: 'get' | 'post' | 'patch' | 'put' | 'delete', route: string, body?: object): supertest.Test {
    const { workspaceId, role, userId } = this.actor;
    const request = supertest(this.rig.app.server)[method](route).set('x-actor', `${workspaceId}/${role}/${userId}`);
    return body === undefined ? request : request.send(body);
  }

  /** Asks GraphQL. */
  async graphql(query: string, variables: object = {}): Promise<Answer> {
    return (await this.rest('post', '/graphql', { query, variables })).body as Answer;
  }

  /** A credential of this member. */
  create(type: string, values: object, allowedDomains: string[] = []): Promise<Credential> {
    const name = `${type} ${newId()}`;
    return this.rig.get(CreateCredential).create(this.actor, { type, name, values, allowedDomains });
  }
}

/** Credentials as in production, api and worker in one process, with secrets in files and a database of its own. */
export class CredentialsRig {
  private constructor(
    readonly app: TestApp,
    private readonly folder: string,
    /** Everything that was logged. */
    readonly log: string[],
  ) {}

  static async start(env: Record<string, string> = {}): Promise<CredentialsRig> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-secrets-'));
    const log: string[] = [];
    const sink = new Writable({ write: (chunk, _encoding, done) => (log.push(String(chunk)), done()) });
    const app = await startTestApp({
      imports: [
        CredentialsModule.forRoot(specTypes),
        CredentialsApiModule,
        CredentialsWorkerModule,
        createGraphqlModule(),
      ],
      providers: [{ provide: APP_GUARD, useClass: HeaderActorGuard }],
      migrations: [...identityMigrations, ...credentialsMigrations],
      configs: [secretsConfig],
      env: { MILLRACE_SECRETS_DIR: folder, OUTBOUND_ALLOW: '127.0.0.1,localhost', ...env },
      logger: Logger.create('debug', sink),
    });
    const rig = new CredentialsRig(app, folder, log);
    await rig.get(CredentialWork).start();
    return rig;
  }

  get pool(): SqlPool {
    return this.app.database.pool;
  }

  /** A part of the application. */
  get<T>(type: Type<T> | { readonly prototype: T }): T {
    return this.app.app.get<T>(type as Type<T>, { strict: false });
  }

  /** Somebody with a role, in a workspace of their own or in one that is named. */
  async member(role: Role = 'owner', workspaceId?: string): Promise<Member> {
    const userId = newId();
    const id = workspaceId ?? newId();
    await this.pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Spec') ON CONFLICT DO NOTHING`, [id]);
    await this.pool.query(`INSERT INTO app_user (id, email, name, password_hash) VALUES ($1, $2, 'Spec', 'x')`, [
      userId,
      `${userId}@example.com`,
    ]);
    await this.pool.query('INSERT INTO membership (user_id, workspace_id, role) VALUES ($1, $2, $3)', [
      userId,
      id,
      role,
    ]);
    return new Member(this, { userId, workspaceId: id, role, via: 'session' });
  }

  /** As a node of a run asks for a credential. */
  resolve(author: Member, credentialId: string | undefined, more: Partial<CredentialRequest> = {}) {
    return this.get(ResolveForRun).resolve({
      workspaceId: author.actor.workspaceId,
      executionId: newId(),
      nodeId: 'node',
      authorId: author.actor.userId,
      credentialId,
      types: ['*'],
      mask: new SecretMask(),
      ...more,
    });
  }

  /** Every row of every table, the queue's included, and everything that was logged. */
  async dump(): Promise<string> {
    const { rows: tables } = await this.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
    );
    const parts: string[] = [...this.log];
    for (const { name } of tables) {
      const { rows } = await this.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      parts.push(...rows.map(({ row }) => row));
    }
    return parts.join('\n');
  }

  async stop(): Promise<void> {
    await this.get(CredentialWork).stop();
    await this.app.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
