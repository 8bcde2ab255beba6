import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from '@millrace/e2e-kit';
import type { SqlPool } from '@millrace/server-platform';
import { startTestDatabase, TestCluster, type TestDatabase } from '@millrace/server-platform/testing';
import type { Plan } from '../plan/plan';
import { AUDIT } from './audit';
import { Canary } from './canary';
import { ChaosProcess } from './chaos-process';
import { FakeVault } from './fake-vault';
import { TcpProxy } from './tcp-proxy';

/** A workflow of the plan as it was published. */
export interface Published {
  readonly id: string;
  /** Path of its webhook; empty when it has none. */
  readonly hook: string;
}

interface WorldParts {
  readonly cluster: TestCluster;
  readonly database: TestDatabase;
  readonly canary: Canary;
  readonly vault: FakeVault;
  readonly processes: readonly ChaosProcess[];
  readonly folder: string;
  readonly secret: string;
}

/** How large the world is. */
export interface WorldSize {
  readonly apis: number;
  readonly workers: number;
  /** Folder for logs. */
  readonly folder: string;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

function settings(vault: FakeVault): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_POOL_SIZE: '8',
    JWT_SECRET_KEY: randomBytes(48).toString('base64url'),
    OUTBOUND_ALLOW: '127.0.0.1',
    LOG_LEVEL: 'info',
    RATE_LIMIT_API_PER_MINUTE: '0',
    RATE_LIMIT_LOGIN_PER_MINUTE: '0',
    HOST: '127.0.0.1',
    MILLRACE_WORKERS: 'off',
    VAULT_ADDR: vault.address,
    VAULT_AUTH: 'token',
    VAULT_TOKEN: FakeVault.token,
  };
}

/** Postgres, the processes of the product with a proxy before each, the outside world, and somebody who is signed in. */
export class World {
  readonly published = new Map<string, Published>();
  /** A token that no clock ends. */
  #token = '';

  private constructor(private readonly parts: WorldParts) {}

  static async start({ apis, workers, folder }: WorldSize): Promise<World> {
    mkdirSync(folder, { recursive: true });
    const secret = `canary-${randomBytes(12).toString('hex')}`;
    const [cluster, canary, vault] = await Promise.all([TestCluster.start(), Canary.start(secret), FakeVault.start()]);
    const database = await startTestDatabase({ clusterUrl: cluster.url });
    const env = settings(vault);
    const names = [
      ...Array.from({ length: apis }, (_, index) => ['api', `api-${index + 1}`] as const),
      ...Array.from({ length: workers }, (_, index) => ['worker', `worker-${index + 1}`] as const),
    ];
    const { hostname, port } = new URL(database.url);
    const processes: ChaosProcess[] = [];
    for (const [app, name] of names) {
      const proxy = await TcpProxy.start({ host: hostname, port: Number(port) });
      const databaseUrl = Object.assign(new URL(database.url), { port: String(proxy.port) }).toString();
      processes.push(new ChaosProcess({ app, name, port: await freePort(), folder, proxy, databaseUrl, env }));
    }
    const world = new World({ cluster, database, canary, vault, processes, folder, secret });
    await world.#begin();
    return world;
  }

  async #begin(): Promise<void> {
    for (const one of this.processes) one.start();
    await Promise.all(this.processes.map((one) => one.ready(120_000)));
    await this.pool.query(AUDIT);
    const person = await Client.signUp(this.apis[0]?.url ?? '');
    const scopes = (await person.graphql('{ me { grantableScopes } }')).data.me.grantableScopes as string[];
    const { data } = await person.graphql(
      'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { secret errors { message } } }',
      { input: { name: 'chaos', scopes } },
    );
    this.#token = data.apiTokenCreate.secret;
  }

  /** Publishes the workflows of a plan, those that others call first. */
  async publish({ workflows }: Plan): Promise<void> {
    const [api] = this.apis;
    if (api === undefined) throw new Error('The world has no api');
    const client = this.client(api);
    const account = await client.ok<{ id: string }>('POST', '/api/credentials', {
      ...{ type: 'http-bearer', name: 'Canary', values: { token: this.parts.secret }, allowedDomains: ['127.0.0.1'] },
    });
    for (const workflow of workflows) {
      const ids = new Map([...this.published].map(([name, { id }]) => [name, id]));
      const document = workflow.document({ canary: this.canary.address, workflows: ids, account: account.id });
      const { id, hook } = await client.publish(document);
      this.published.set(workflow.name, { id, hook: hook.replace(api.url, '') });
    }
  }

  /** Somebody with all rights, speaking to one process. */
  client(api: ChaosProcess): Client {
    return Client.of(api.url, 'chaos', this.#token);
  }

  get processes(): readonly ChaosProcess[] {
    return this.parts.processes;
  }

  get apis(): readonly ChaosProcess[] {
    return this.processes.filter(({ app }) => app === 'api');
  }

  get workers(): readonly ChaosProcess[] {
    return this.processes.filter(({ app }) => app === 'worker');
  }

  get canary(): Canary {
    return this.parts.canary;
  }

  get vault(): FakeVault {
    return this.parts.vault;
  }

  get cluster(): TestCluster {
    return this.parts.cluster;
  }

  /** The way of the suite itself into the database, past the proxies. */
  get pool(): SqlPool {
    return this.parts.database.pool;
  }

  /** What no log may hold. */
  get secret(): string {
    return this.parts.secret;
  }

  /** Pid by the name of each life of each process. */
  get lives(): Map<string, number> {
    return new Map(this.processes.flatMap(({ lives }) => [...lives]));
  }

  async stop(): Promise<void> {
    const { processes, database, cluster, canary, vault } = this.parts;
    await Promise.all(processes.map((one) => one.end()));
    await Promise.all(processes.map(({ proxy }) => proxy.stop()));
    await database.stop().catch(() => undefined);
    await Promise.all([cluster.remove(), canary.stop(), vault.stop()]);
  }
}

/** Where the logs of a run of the suite are. */
export function folderOf(seed: number): string {
  return path.join('tmp', 'chaos', `seed-${seed}`);
}
