import { spawn, spawnSync } from 'node:child_process';
import { chownSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

const SERVER = '/usr/sbin/mariadbd';
const INSTALLER = '/usr/bin/mariadb-install-db';
const PATIENCE_MS = 30_000;

/** A MariaDB of its own. */
export interface TestMariadb {
  readonly port: number;
  /** As its superuser. */
  admin(...statements: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Whether Debian's MariaDB is installed here, and may be started. */
export function hasMariadb(): boolean {
  return (
    [SERVER, INSTALLER, '/usr/bin/my_print_defaults'].every((file) => existsSync(file)) && process.getuid?.() === 0
  );
}

/** Starts a fresh server with this certificate. */
export async function startTestMariadb(certificate: {
  readonly cert: string;
  readonly key: string;
}): Promise<TestMariadb> {
  const folder = mkdtempSync(path.join(tmpdir(), 'millrace-mariadb-'));
  const [uid, gid] = nobody();
  chownSync(folder, uid, gid);
  for (const [name, text] of Object.entries({ 'server.crt': certificate.cert, 'server.key': certificate.key })) {
    writeFileSync(path.join(folder, name), text);
    chownSync(path.join(folder, name), uid, gid);
    chmodSync(path.join(folder, name), 0o600);
  }
  const data = ['--no-defaults', `--datadir=${folder}/data`, '--user=nobody'];
  const install = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  const installed = spawnSync(INSTALLER, [...data, ...install], { encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(installed.stderr);
  const port = await freePort();
  const tls = [`--ssl-cert=${folder}/server.crt`, `--ssl-key=${folder}/server.key`];
  const here = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`];
  const server = spawn(SERVER, [...data, ...tls, ...here, '--skip-log-bin'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const admin = async (...statements: string[]): Promise<void> => {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
    try {
      for (const statement of statements) await connection.query(statement);
    } finally {
      connection.destroy();
    }
  };
  await ready(() => admin('SELECT 1'));
  return {
    port,
    admin,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(look: () => Promise<void>): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The user that owns nothing. */
function nobody(): [uid: number, gid: number] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return [Number(uid ?? 65_534), Number(gid ?? 65_534)];
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
