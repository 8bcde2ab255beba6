// Measures the product under a standing load, by hand: `node tools/bench/load.mjs [--runs=100000] [--waits=10000] [--spread=120]`.
// 1. So many runs are queued while no worker runs: how fast the API answers beside the queue, how soon another workspace's
//    run starts once a worker works, what memory the processes take. 2. So many runs sleep, due over `spread` seconds (a day
//    of their lives, made short): when they woke, and what they cost while they slept. Prints what it found.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { buildServer } from '../build-server.mjs';
import { freePort, startPostgres } from '../pg.mjs';
import { requireNode24 } from '../require-node.mjs';
import { cpuMsOf, memoryMiBOf } from './processes.mjs';
import { signUp } from './product.mjs';

requireNode24();
const flags = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, '').split('=')));
const RUNS = Number(flags.runs ?? 100_000);
const WAITS = Number(flags.waits ?? 10_000);
const SPREAD_SECONDS = Number(flags.spread ?? 120);
const SENDERS = 48;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)] ?? 0;
const round = (value) => Math.round(value * 10) / 10;

async function startAll() {
  for (const app of ['api', 'worker']) await buildServer(app);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-load-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dir: path.join(folder, 'postgres') });
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' },
    ...{ JWT_SECRET_KEY: randomBytes(48).toString('base64url'), MILLRACE_WORKERS: 'off', HOST: '127.0.0.1' },
    ...{ RATE_LIMIT_API_PER_MINUTE: '0', MILLRACE_LOCAL_SECRETS: 'allow', MILLRACE_SECRETS_DIR: `${folder}/secrets` },
  };
  const children = [];
  const launch = async (app) => {
    const port = await freePort();
    const child = spawn(process.execPath, [`dist/apps/${app}/main.js`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, PORT: String(port) },
    });
    children.push(child);
    const base = `http://127.0.0.1:${port}`;
    const isReady = () =>
      fetch(`${base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`${app} ended with ${child.exitCode}`);
      await pause(50);
    }
    return { base, pid: child.pid };
  };
  const database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  const stop = async () => {
    await database.end();
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { launch, database, stop };
}

const node = (id, type, config = {}) => ({ id, type, label: id, position: { x: 0, y: 0 }, config });
const chain = (name, nodes) => ({
  name,
  nodes,
  edges: nodes
    .slice(1)
    .map(({ id }, index) => ({ id: `e${index}`, source: nodes[index].id, sourceHandle: 'main', target: id })),
});
const hook = node('hook', 'webhook-trigger', { auth: 'none' });

async function publish(send, document) {
  const { id } = await send('POST', '/api/workflows', document);
  await send('POST', `/api/workflows/${id}/publish`, {});
  const { items } = await send('GET', `/api/webhooks?workflowId=${id}`);
  return { id, address: items[0]?.address };
}

/** Calls `address` so many times; answers calls that were not acknowledged. */
async function flood(address, calls, bodyOf) {
  let next = 0;
  let refused = 0;
  const lane = async () => {
    for (let index = next++; index < calls; index = next++) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(index)),
      });
      await answer.arrayBuffer();
      if (answer.status !== 202) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, lane));
  return refused;
}

async function timed(times, task) {
  const took = [];
  for (let index = 0; index < times; index += 1) {
    const since = performance.now();
    await task();
    took.push(performance.now() - since);
  }
  return took;
}

/** Times of what people do beside the queue. */
async function measureApi(send, workflowId, times) {
  const { items } = await send('GET', `/api/executions?first=20`);
  const list = await timed(times, () => send('GET', `/api/executions?first=50`));
  const filtered = await timed(times, () =>
    send('GET', `/api/workflows/${workflowId}/executions?first=50&status=pending`),
  );
  const start = await timed(times, () => send('POST', `/api/workflows/${workflowId}/execute`, { input: { n: 1 } }));
  const status = await timed(times, () => send('GET', `/api/executions/${items[0].id}`));
  const page = await timed(times, () =>
    send('POST', '/graphql', { query: '{ executions(first: 50) { nodes { id status } } }' }),
  );
  return { list, filtered, start, status, page };
}

function tell(title, times) {
  for (const [what, took] of Object.entries(times)) {
    console.log(
      `  ${title}, ${what}: median ${round(at(took, 0.5))} ms, p95 ${round(at(took, 0.95))} ms, worst ${round(at(took, 1))} ms`,
    );
  }
}

/** Watches memory until it is told to stop; answers the most in MiB by name. */
function watchMemory(pids) {
  const most = {};
  const look = () => {
    for (const [name, pid] of Object.entries(pids)) most[name] = Math.max(most[name] ?? 0, memoryMiBOf(pid));
  };
  look();
  const timer = setInterval(look, 2_000);
  return () => {
    clearInterval(timer);
    return Object.fromEntries(Object.entries(most).map(([name, value]) => [name, Math.round(value)]));
  };
}

async function queued(product, api) {
  const one = await signUp(api.base);
  const other = await signUp(api.base);
  const steps = Array.from({ length: 8 }, (_, index) =>
    node(`n${index}`, 'transformer', { include: 'all', mappings: { [`f${index}`]: `{{ input.n }}` } }),
  );
  const busy = await publish(one, chain('Busy', [hook, ...steps, node('out', 'output')]));
  const quiet = await publish(other, chain('Quiet', [node('start', 'manual-trigger'), node('out', 'output')]));
  tell('with an empty queue', await measureApi(one, busy.id, 100).catch(async () => ({})));

  const since = performance.now();
  const refused = await flood(`${api.base}${busy.address}`, RUNS, (n) => ({ n }));
  const seconds = (performance.now() - since) / 1_000;
  console.log(`${RUNS} runs queued in ${round(seconds)} s (${Math.round(RUNS / seconds)} per s), ${refused} refused`);
  tell('beside the queue', await measureApi(one, busy.id, 200));

  const worker = await product.launch('worker');
  const stopWatching = watchMemory({ api: api.pid, worker: worker.pid });
  await pause(3_000);
  const starts = [];
  for (let index = 0; index < 10; index += 1) {
    const asked = performance.now();
    const { executionId } = await other('POST', `/api/workflows/${quiet.id}/execute`, { input: {} });
    while (!(await other('GET', `/api/executions/${executionId}`)).startedAt) await pause(20);
    starts.push(performance.now() - asked);
  }
  tell('another workspace', { 'run starts after': starts });
  tell('while the queue is worked off', await measureApi(one, busy.id, 200));
  for (;;) {
    const { rows } = await product.database.query('SELECT count(*)::int AS n FROM execution WHERE finished_at IS NULL');
    if (rows[0].n === 0) break;
    await pause(1_000);
  }
  const { rows } = await product.database.query(
    `SELECT status, count(*)::int AS n, extract(epoch FROM max(finished_at) - min(started_at))::int AS seconds FROM execution GROUP BY status`,
  );
  console.log('worked off:', JSON.stringify(rows), 'most memory, MiB:', JSON.stringify(stopWatching()));
  return worker;
}

/** What everything costs over some seconds in which nothing is due. */
async function idleCost(product, pids, seconds) {
  const before = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMsOf(pid)]));
  await pause(seconds * 1_000);
  const cpu = Object.entries(pids).map(([name, pid]) => [
    name,
    `${round((cpuMsOf(pid) - before[name]) / seconds / 10)} %`,
  ]);
  const { rows } = await product.database.query(`
    SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
      (SELECT count(*)::int FROM pgboss.job WHERE name = 'execution.run') AS jobs,
      (SELECT count(*)::int FROM execution WHERE lease_owner IS NOT NULL) AS leases,
      (SELECT count(*)::int FROM wait) AS waits`);
  const memory = Object.entries(pids).map(([name, pid]) => [name, Math.round(memoryMiBOf(pid))]);
  return { cpu: Object.fromEntries(cpu), memoryMiB: Object.fromEntries(memory), ...rows[0] };
}

async function waiting(product, api, worker) {
  const send = await signUp(api.base);
  const timer = node('nap', 'timer', { until: '{{ trigger.until }}' });
  const { address, id } = await publish(send, chain('Sleepers', [hook, timer, node('out', 'output')]));
  const pids = { api: api.pid, worker: worker.pid };
  console.log('without sleepers, over 15 s:', JSON.stringify(await idleCost(product, pids, 15)));
  // Nothing is to fall due while they are still being sent, nor while they are looked at.
  const first = Date.now() + Math.max(45_000, WAITS * 12);
  const untilOf = (index) => new Date(first + (index / WAITS) * SPREAD_SECONDS * 1_000).toISOString();
  const since = performance.now();
  const refused = await flood(`${api.base}${address}`, WAITS, (index) => ({ until: untilOf(index) }));
  console.log(`${WAITS} sleepers sent in ${round((performance.now() - since) / 1_000)} s, ${refused} refused`);
  const asleep = () => product.database.query('SELECT count(*)::int AS n FROM wait');
  while ((await asleep()).rows[0].n < WAITS && Date.now() < first - 20_000) await pause(200);
  console.log('with sleepers, over 15 s:', JSON.stringify(await idleCost(product, pids, 15)));
  console.log(`the first wakes in ${round((first - Date.now()) / 1_000)} s, the last ${SPREAD_SECONDS} s later`);
  const open = () =>
    product.database.query('SELECT count(*)::int AS n FROM execution WHERE workflow_id = $1 AND finished_at IS NULL', [
      id,
    ]);
  while ((await open()).rows[0].n > 0) await pause(1_000);
  const { rows } = await product.database.query(
    `SELECT extract(epoch FROM k.at - (w.body -> 'wait' ->> 'until')::timestamptz) * 1000 AS late
     FROM execution_event w JOIN execution_event k ON k.execution_id = w.execution_id AND k.type = 'node.woken'
     JOIN execution e ON e.id = w.execution_id AND e.workflow_id = $1 WHERE w.type = 'node.waiting'`,
    [id],
  );
  const late = rows.map((row) => Number(row.late));
  const early = late.filter((ms) => ms < 0).length;
  console.log(
    `${late.length} woke, ${early} early; late by ${round(at(late, 0.5))} ms at the median, ${round(at(late, 0.99))} ms at p99, ${round(at(late, 1))} ms at worst`,
  );
}

const product = await startAll();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void product.stop().finally(() => process.exit(1)));
}
try {
  const api = await product.launch('api');
  const worker = RUNS > 0 ? await queued(product, api) : await product.launch('worker');
  if (WAITS > 0) await waiting(product, api, worker);
} finally {
  await product.stop();
}
