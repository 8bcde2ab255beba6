// Runs one throw-away Postgres cluster for tests, outside of the process under test, and removes it when that process is gone.
// Usage: node cluster-host.mjs <folder> [pid of the owner]. Writes <folder>/url when ready.
// With an IPC channel, the messages "stop" (fast), "kill" (immediate) and "start" are obeyed and answered with { done, url? }.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, owner] = process.argv.slice(2);
const { startPostgres } = await import(pathToFileURL(path.resolve('tools/pg.mjs')).href);

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

let port;
let server = await start();
async function start() {
  const started = await startPostgres({ dir: path.join(folder, 'data'), port, throwaway: true });
  port = started.port;
  return started;
}

async function finish() {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

process.on('SIGTERM', finish);
process.on('SIGINT', () => {}); // Ctrl-C reaches the tests as well; the cluster goes when they are gone.

writeFileSync(path.join(folder, 'url.new'), server.url);
renameSync(path.join(folder, 'url.new'), path.join(folder, 'url'));

const actions = {
  stop: async () => {
    await server.stop();
    server = undefined;
  },
  kill: async () => {
    process.kill(server.pid, 'SIGQUIT');
    while (isAlive(server.pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    server = undefined;
  },
  start: async () => {
    server = await start();
  },
};

if (process.send) {
  process.on('message', async (action) => {
    await actions[action]();
    process.send({ done: action, url: server?.url });
  });
  process.on('disconnect', finish);
  process.send({ done: 'ready', url: server.url });
} else {
  setInterval(() => isAlive(Number(owner)) || finish(), 250);
}
