// `npm run dev`: the product as `npm start` runs it, built again and restarted when its sources change, and the editor on a
// development server that reloads the page. Open the address of the editor; it passes API calls on.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const { watchServer } = await import('./build-server.mjs');
const { DataFolder, exampleService, secretsFolder } = await import('./data-folder.mjs');
const { startPostgres } = await import('./pg.mjs');

const isWindows = process.platform === 'win32';
const STOP_TIMEOUT_MS = 10_000;
if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = path.resolve(process.env.MILLRACE_DATA_DIR ?? '.data');
const port = Number(process.env.PORT ?? 3000);
const webPort = Number(process.env.WEB_PORT ?? 4200);

const data = new DataFolder(dataDir, port);
await data.take(STOP_TIMEOUT_MS);
const postgres = process.env.DATABASE_URL
  ? null
  : await startPostgres({
      dir: path.join(dataDir, 'postgres'),
      port: Number(process.env.MILLRACE_POSTGRES_PORT ?? 54_400),
    });
const env = {
  ...process.env,
  PORT: String(port),
  MILLRACE_DATA_DIR: dataDir,
  DATABASE_URL: process.env.DATABASE_URL ?? postgres.url,
  ...data.signingKey(),
  ...secretsFolder(dataDir),
  ...exampleService(),
};

let api = null;
let restarting = Promise.resolve();

/** Children lead groups of their own: nx starts others. */
function signal(child, name) {
  try {
    process.kill(isWindows ? child.pid : -child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends a child and its own children, and waits for it. */
async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

/** One restart after the other, however fast files change. */
function restartApi() {
  restarting = restarting.then(async () => {
    await end(api);
    api = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.js'], {
      env,
      detached: !isWindows,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    data.rememberChild(api);
    api.once(
      'exit',
      (code) => code && console.error(`The api ended with ${code}; it starts again when a file changes.`),
    );
  });
  return restarting;
}

const builder = await watchServer('api', restartApi);

// The proxy's target depends on the port, so that its file is written here.
const proxyFile = path.resolve('tmp', `dev-proxy-${port}.json`);
mkdirSync(path.dirname(proxyFile), { recursive: true });
const target = `http://127.0.0.1:${port}`;
const plain = ['/api', '/hooks', '/docs', '/healthz', '/readyz', '/status'].map((prefix) => [prefix, { target }]);
writeFileSync(proxyFile, JSON.stringify({ '/graphql': { target, ws: true }, ...Object.fromEntries(plain) }));
const web = spawn('nx', ['run', 'web:serve', `--port=${webPort}`, `--proxyConfig=${path.relative('.', proxyFile)}`], {
  // The development server takes PORT for its own, whatever its options say.
  env: { ...process.env, PORT: String(webPort), NX_DAEMON: 'false' },
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: isWindows,
  detached: !isWindows,
});
console.log(
  `\n  Editor     http://localhost:${webPort}   (reloads by itself)\n  API        http://localhost:${port}/graphql\n`,
);

let stopping = false;
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all([end(web), restarting.then(() => end(api)), builder.dispose()]);
  await postgres?.stop();
  rmSync(proxyFile, { force: true });
  data.release();
  process.exit(code);
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop(0));
web.once('exit', (code) => stop(code ?? 0));
