// A Millrace for the time of one command: a database in a temporary folder, an account, and nothing left of it afterwards.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';
import { Trouble } from './trouble.mjs';

const ROOT = path.dirname(import.meta.dirname);
const MAIN = path.join(ROOT, 'dist/apps/api/main.js');
const SOURCES = ['libs', 'apps/api'].map((folder) => path.join(ROOT, folder));
const STOP_TIMEOUT_MS = 10_000;
const READY_TIMEOUT_MS = 120_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a source has changed since the api was built. */
function isStale() {
  if (!existsSync(MAIN)) return true;
  const builtAt = statSync(MAIN).mtimeMs;
  const files = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return files.some((file) => {
    if (!file.isFile() || !file.name.endsWith('.ts') || file.name.endsWith('.spec.ts')) return false;
    return statSync(path.join(file.parentPath, file.name)).mtimeMs > builtAt;
  });
}

/** Installs and builds what is not there yet. Everything else of this repository may be imported after it. */
async function prepare() {
  const { status } = spawnSync(process.execPath, ['tools/ensure.mjs'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status) throw new Trouble('The packages of Millrace could not be installed; see above.');
  if (isStale()) {
    // The builder works in the folder of the repository.
    const before = process.cwd();
    process.chdir(ROOT);
    const { buildServer } = await import('./build-server.mjs');
    await buildServer('api');
    process.chdir(before);
  }
  return import('./pg.mjs');
}

/**
 * Starts it, hands `{ base, token }` to `use`, and ends it, whatever happens; on Ctrl-C too, and the process with it. `progress` is told
 * what takes a while. Answers what `use` does.
 * @throws Trouble when it does not come up
 */
export async function withThrowaway(progress, use) {
  const life = { stops: [], isOver: false };
  const stop = async () => {
    for (let one = life.stops.pop(); one; one = life.stops.pop()) await one();
  };
  const starting = start(life, progress);
  const interrupt = async (signal) => {
    life.isOver = true;
    await starting.catch(() => {});
    await stop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
  try {
    return await use(await starting);
  } finally {
    // While the other way of ending is under way, it ends the process.
    if (life.isOver) await new Promise(() => {});
    await stop();
  }
}

async function start(life, progress) {
  requireNode24();
  progress('Starting a Millrace for these tests …');
  const { startPostgres, freePort } = await prepare();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-throwaway-'));
  chmodSync(folder, 0o755);
  life.stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres({ dir: path.join(folder, 'postgres'), throwaway: true });
  life.stops.push(postgres.stop);
  const base = await startProduct({ folder, port: await freePort(), url: postgres.url }, life);
  return { base, token: await tokenOf(base) };
}

async function startProduct({ folder, port, url }, life) {
  const { PATH, HOME, LANG, TZ } = process.env;
  // Settings of the shell are none of its business: tests must mean the same everywhere.
  const env = {
    ...Object.fromEntries(Object.entries({ PATH, HOME, LANG, TZ }).filter(([, value]) => value !== undefined)),
    ...{ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: url, LOG_LEVEL: 'warn' },
    ...{ MILLRACE_WORKERS: 'in-process', MILLRACE_SECRETS_DIR: path.join(folder, 'secrets') },
    ...{ JWT_SECRET_KEY: randomBytes(48).toString('base64url'), RATE_LIMIT_API_PER_MINUTE: '0' },
  };
  // A group of its own: Ctrl-C reaches the command, which ends it before the database. When the command dies, it ends by itself.
  const child = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output = (output + data).slice(-4_000)));
  const ended = new Promise((resolve) => child.once('close', resolve));
  life.stops.push(async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  });
  const base = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + READY_TIMEOUT_MS; ; await pause(50)) {
    const isReady = await fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return base;
    if (child.exitCode !== null || life.isOver || Date.now() > deadline)
      throw new Trouble(`Millrace did not start.\n${output}`);
  }
}

async function tokenOf(base) {
  const account = { email: 'tests@millrace.invalid', password: randomBytes(18).toString('base64url'), name: 'Tests' };
  const answer = await fetch(`${base}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { token, error } = await answer.json();
  if (!token) throw new Trouble(`Millrace did not start: ${error?.message ?? answer.status}`);
  return token;
}
