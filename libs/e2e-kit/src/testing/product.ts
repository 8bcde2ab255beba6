import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json } from '@millrace/workflow-model';
import { SqlPool } from '@millrace/server-platform';
import { startTestDatabase, TestCluster } from '@millrace/server-platform/testing';
import { Client } from './client';
import { until } from './until';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** One process of the product, built as it is delivered. */
export class ProductProcess {
  #child: ChildProcess;
  /** What it wrote, both streams. */
  output = '';

  constructor(
    readonly app: 'api' | 'worker',
    readonly port: number,
    readonly env: Readonly<Record<string, string>>,
  ) {
    this.#child = this.#spawn();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, ['--enable-source-maps', path.join('dist', 'apps', this.app, 'main.js')], {
      env: { PATH: process.env['PATH'], ...this.env, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => (this.output = (this.output + String(data)).slice(-200_000)));
    }
    return child;
  }

  /** Resolves when it answers that it is ready. @throws Error with its output when it does not; it is ended then */
  async ready(): Promise<this> {
    try {
      await until(`${this.app} is ready`, async () => {
        if (this.#child.exitCode !== null) throw new Error(`${this.app} ended with ${this.#child.exitCode}`);
        return fetch(`${this.url}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        );
      });
      return this;
    } catch (error) {
      await this.signal('SIGKILL');
      throw new Error(`${String(error)}\n${this.output}`, { cause: error });
    }
  }

  /** Sends a signal, and waits for the end unless the signal only freezes or wakes. */
  async signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT' | 'SIGINT'): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    this.#child.kill(name);
    if (name === 'SIGSTOP' || name === 'SIGCONT') return null;
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** Starts it again, on the same port and database. */
  restart(): Promise<this> {
    this.#child = this.#spawn();
    return this.ready();
  }
}

/** What a spec wants to run. */
export interface ProductOptions {
  /** Workers beside the api; with none, the api performs runs itself. */
  readonly workers?: number;
  /** A Postgres of its own, that the spec may stop and kill. */
  readonly ownCluster?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The product on a database of its own. */
export class Product {
  private constructor(
    readonly api: ProductProcess,
    readonly workers: readonly ProductProcess[],
    readonly pool: SqlPool,
    readonly databaseUrl: string,
    readonly cluster: TestCluster | null,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start({ workers = 0, ownCluster = false, env = {} }: ProductOptions = {}): Promise<Product> {
    const cluster = ownCluster ? await TestCluster.start() : null;
    const database = await startTestDatabase(cluster ? { clusterUrl: cluster.url } : {});
    const secretsDir = path.join(tmpdir(), `millrace-secrets-${randomBytes(6).toString('hex')}`);
    const settings = {
      NODE_ENV: 'test',
      MILLRACE_SECRETS_DIR: secretsDir,
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '8',
      JWT_SECRET_KEY: randomBytes(48).toString('base64url'),
      OUTBOUND_ALLOW: '127.0.0.1',
      LOG_LEVEL: 'info',
      RATE_LIMIT_API_PER_MINUTE: '0',
      RATE_LIMIT_LOGIN_PER_MINUTE: '0',
      HOST: '127.0.0.1',
      MILLRACE_WORKERS: workers > 0 ? 'off' : 'in-process',
      ...env,
    };
    const drop = async (): Promise<void> => {
      await rm(secretsDir, { recursive: true, force: true });
      await database.stop();
    };
    const api = new ProductProcess('api', await freePort(), settings);
    const others: ProductProcess[] = [];
    const product = new Product(api, others, database.pool, database.url, cluster, drop);
    try {
      await api.ready();
      for (let index = 0; index < workers; index += 1) {
        const worker = new ProductProcess('worker', await freePort(), settings);
        others.push(worker);
        await worker.ready();
      }
      return product;
    } catch (error) {
      await product.stop();
      throw error;
    }
  }

  /** A signed-up person with a workspace of their own. */
  signUp(): Promise<Client> {
    return Client.signUp(this.api.url);
  }

  /** One row of a query on the product's database. */
  async row<R>(text: string, values: unknown[] = []): Promise<R> {
    const { rows } = await this.pool.query<R>(text, values);
    return rows[0] as R;
  }

  /** Fails when a log line tells of something that must never happen, or holds one of the secrets. */
  checkLogs(secrets: readonly string[] = []): void {
    for (const { app, output } of [this.api, ...this.workers]) {
      const words = [
        'unhandledRejection',
        'UnhandledPromise',
        'TimeoutOverflowWarning',
        'MaxListenersExceeded',
        ...secrets,
      ];
      const found = words.find((word) => output.includes(word));
      if (found) throw new Error(`The log of ${app} holds "${found}":\n${output.slice(-4_000)}`);
    }
  }

  async stop(): Promise<void> {
    for (const one of [...this.workers, this.api]) {
      await one.signal('SIGCONT');
      await one.signal('SIGTERM');
    }
    await this.dropDatabase().catch(() => undefined);
    await this.cluster?.remove();
  }
}

/** Node of a test document. */
export function node(
  id: string,
  type: string,
  config: Record<string, Json> = {},
  settings?: Record<string, Json>,
): Json {
  return { id, type, label: id, position: { x: 0, y: 0 }, config, ...(settings ? { settings } : {}) };
}

/** Document out of nodes and `source[.port]>target` edges. */
export function documentOf(name: string, nodes: Json[], edges: string[]): Json {
  return {
    name,
    nodes,
    edges: edges.map((text, index) => {
      const [from = '', target = ''] = text.split('>');
      const [source = '', sourceHandle = 'main'] = from.split('.');
      return { id: `e${index}`, source, sourceHandle, target };
    }),
  };
}
