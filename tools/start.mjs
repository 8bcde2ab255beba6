// `npm start`: builds, starts the embedded Postgres unless DATABASE_URL names one, runs the product and prints where to click.
// The product runs as a child: when it dies it is started again, and when this process dies it stops by itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const { buildServer } = await import('./build-server.mjs');
const { buildWeb } = await import('./build-web.mjs');
const { DataFolder, exampleService, secretsFolder } = await import('./data-folder.mjs');
const { isPortFree, startPostgres } = await import('./pg.mjs');

const STOP_TIMEOUT_MS = 40_000;
const RESTARTS_PER_MINUTE = 5;
/** Exit code of the product when a setting is wrong: starting again would not help. */
const CONFIGURATION_EXIT = 78;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = path.resolve(process.env.MILLRACE_DATA_DIR ?? '.data');
const port = Number(process.env.PORT ?? 3000);
const data = new DataFolder(dataDir, port);

let stopping = false;
let child;
let postgres;

function startProduct(env) {
  const started = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.js'], {
    env,
    // A group of its own: Ctrl-C reaches this process only, which then stops the product and Postgres in that order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  data.rememberChild(started);
  return started;
}

/** Starts the product again when it dies, unless it dies at once again and again. */
function keepRunning(env) {
  const deaths = [];
  const watch = () => {
    child = startProduct(env);
    child.once('exit', (code, signal) => {
      if (stopping) return;
      deaths.push(Date.now());
      const isFlapping = deaths.filter((at) => at > Date.now() - 60_000).length > RESTARTS_PER_MINUTE;
      if (code === CONFIGURATION_EXIT || isFlapping) return void stop(code ?? 1);
      console.error(`The product ended (${signal ?? `code ${code}`}); starting it again. Runs go on where they were.`);
      watch();
    });
  };
  watch();
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }
  await postgres?.stop();
  data.release();
  process.exit(code);
}

async function announceWhenReady(since) {
  const base = `http://127.0.0.1:${port}`;
  while (!stopping) {
    const ready = await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    await pause(50);
  }
  if (stopping) return;
  console.log(`
Millrace is ready after ${((Date.now() - since) / 1000).toFixed(1)} s.

  Editor     http://localhost:${port}
  API        http://localhost:${port}/graphql
  REST docs  http://localhost:${port}/docs
  Webhooks   http://localhost:${port}/hooks/…
  Health     http://localhost:${port}/readyz
  Data       ${dataDir}${postgres ? `\n  Postgres   127.0.0.1:${postgres.port}${postgres.reused ? ' (taken over)' : ''}` : ''}

${process.env.HOST ? '' : 'Only this machine can reach it; HOST=0.0.0.0 lets others in.\n'}Ctrl-C stops everything; nothing is lost.`);
}

const since = Date.now();
await data.take(STOP_TIMEOUT_MS);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) console.log(`Stopping (${signal}) …`);
    stop(0);
  });
}
try {
  if (!(await isPortFree(port))) {
    throw new Error(`Port ${port} is taken by another program. End it, or choose another port: PORT=3001 npm start`);
  }
  await buildServer('api');
  if (await buildWeb()) console.log('Built the editor.');
  if (!process.env.DATABASE_URL) {
    postgres = await startPostgres({
      dir: path.join(dataDir, 'postgres'),
      port: Number(process.env.MILLRACE_POSTGRES_PORT ?? 54_400),
    });
  }
} catch (error) {
  console.error(error.message);
  await stop(1);
}
if (!stopping) {
  keepRunning({
    ...process.env,
    PORT: String(port),
    // Until somebody says otherwise, this machine only: whoever reaches the page first may sign up.
    HOST: process.env.HOST ?? '127.0.0.1',
    MILLRACE_DATA_DIR: dataDir,
    DATABASE_URL: process.env.DATABASE_URL ?? postgres.url,
    ...data.signingKey(),
    ...secretsFolder(dataDir),
    ...exampleService(),
  });
  await announceWhenReady(since);
}
