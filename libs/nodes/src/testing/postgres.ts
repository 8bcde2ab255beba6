import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** The host of throw-away clusters, which all projects share. */
const HOST = path.join('libs', 'server', 'platform', 'src', 'testing', 'cluster-host.mjs');

/** A Postgres of its own. */
export interface TestPostgres {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** As a superuser. */
  admin(statements: string): Promise<void>;
  /** Lets it take encrypted connections with this certificate. */
  encrypt(certificate: { readonly cert: string; readonly key: string }): Promise<void>;
  /** Ends all connections as a power cut would, and comes up again at the same port. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a fresh cluster. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-nodes-pg-'));
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, ...env } = process.env;
  const child = fork(HOST, [folder], { execArgv: [], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { url = '' } = await answerOf(child);
  const { port, username, password, pathname } = new URL(url);
  const withAdmin = async <T>(use: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  const tell = async (action: string): Promise<void> => {
    const answer = answerOf(child);
    child.send(action);
    await answer;
  };
  return {
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    admin: (statements) => withAdmin(async (client) => void (await client.query(statements))),
    encrypt: ({ cert, key }) =>
      withAdmin(async (client) => {
        const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
        putFiles(rows[0]?.data_directory ?? '', { 'server.crt': cert, 'server.key': key });
        await client.query('ALTER SYSTEM SET ssl = on');
        await client.query('SELECT pg_reload_conf()');
        while (!(await withAdmin(takesTls)));
      }),
    crash: async () => {
      await tell('kill');
      await tell('start');
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

/** Postgres takes a key only when nobody but its own user may read it. */
function putFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const { uid, gid } = statSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    chownSync(file, uid, gid);
  }
}

/** A reload takes effect in connections that are opened some moments later. */
async function takesTls(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ ssl: string }>('SHOW ssl');
  return rows[0]?.ssl === 'on';
}

function answerOf(child: ChildProcess): Promise<{ url?: string }> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the host of the test cluster ended'));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.removeListener('exit', onExit);
      resolve(message as { url?: string });
    });
  });
}
