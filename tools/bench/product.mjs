// The running product for a benchmark: its own Postgres with statement statistics, the built api with workers inside.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { buildServer } from '../build-server.mjs';
import { freePort, startPostgres } from '../pg.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function whenReady(base, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended with code ${child.exitCode}`);
    if (
      await fetch(`${base}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await pause(20);
  }
}

function launch(url, port, jwtKey, folder) {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(port),
      JWT_SECRET_KEY: jwtKey,
      LOG_LEVEL: 'warn',
      OUTBOUND_ALLOW: '127.0.0.1',
      RATE_LIMIT_API_PER_MINUTE: '0',
      MILLRACE_LOCAL_SECRETS: 'allow',
      MILLRACE_SECRETS_DIR: path.join(folder, 'secrets'),
    },
  });
  return child;
}

/** Starts everything; answers addresses, pids, cold and warm start in milliseconds, a database client and `stop`. */
export async function startProduct() {
  await buildServer('api');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dir: path.join(folder, 'postgres'),
    settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'top' },
  });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const jwtKey = randomBytes(48).toString('base64url');

  const coldSince = performance.now();
  let child = launch(postgres.url, port, jwtKey, folder);
  await whenReady(base, child);
  const coldStartMs = performance.now() - coldSince;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));

  const warmSince = performance.now();
  child = launch(postgres.url, port, jwtKey, folder);
  await whenReady(base, child);
  const warmStartMs = performance.now() - warmSince;

  const database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  await database.query('create extension if not exists pg_stat_statements');
  const stop = async () => {
    await database.end();
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, coldStartMs, warmStartMs, apiPid: child.pid, postgresPid: postgres.pid, database, stop };
}

/** A signed-in client of the REST interface. */
export async function signUp(base) {
  const send = async (method, route, body, token) => {
    const answer = await fetch(`${base}${route}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const value = await answer.json().catch(() => null);
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${JSON.stringify(value)}`);
    return value;
  };
  const password = randomBytes(12).toString('base64url');
  const { token } = await send('POST', '/api/auth/register', { email: `bench-${Date.now()}@example.com`, password });
  return (method, route, body) => send(method, route, body, token);
}
