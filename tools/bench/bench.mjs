// Measures the running product: `npm run bench` (all workloads), `npm run bench -- W1 W10 --seconds=8 --rounds=3 --clients=1,10,50`.
// Prints a table and writes tmp/bench/<time>.json. Runs on this machine only, by hand or nightly, never as a test.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { requireNode24 } from '../require-node.mjs';
import { cpuMsOf, memoryMiBOf } from './processes.mjs';
import { signUp, startProduct } from './product.mjs';
import { workloads } from './workloads.mjs';

requireNode24();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const flags = Object.fromEntries(
  process.argv
    .slice(2)
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split('=')),
);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const seconds = Number(flags.seconds ?? 8);
const rounds = Number(flags.rounds ?? 3);
const clients = (flags.clients ?? '1,10,50').split(',').map(Number);
const modes = (flags.modes ?? 'immediate,when-finished').split(',');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function startEcho() {
  const child = spawn(process.execPath, [new URL('echo-server.mjs', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  return { child, echo: `http://127.0.0.1:${port}/`, slow: `http://127.0.0.1:${port}/slow` };
}

async function publish(api, document) {
  const { id } = await api('POST', '/api/workflows', { ...document, id: undefined });
  await api('POST', `/api/workflows/${id}/publish`, {});
  const { items } = await api('GET', `/api/webhooks?workflowId=${id}`);
  return { id, address: items[0].address };
}

const count = async (database, workflowId, where) =>
  (await database.query(`select count(*)::int as n from execution where workflow_id = $1 and ${where}`, [workflowId]))
    .rows[0].n;

const firstFailure = async (database, workflowId) =>
  (
    await database.query(
      "select status, error from execution where workflow_id = $1 and status <> 'completed' limit 1",
      [workflowId],
    )
  ).rows[0];

/** Waits until every accepted run has ended, at most a minute. */
async function drain(database, workflowId) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if ((await count(database, workflowId, 'finished_at is null')) === 0) return;
    await pause(50);
  }
  throw new Error('runs did not end within a minute');
}

async function round({ product, workflow, connections }) {
  const { database } = product;
  await database.query('select pg_stat_statements_reset()');
  const before = await count(database, workflow.id, 'true');
  const cpu = { api: cpuMsOf(product.apiPid), postgres: cpuMsOf(product.postgresPid) };
  const since = performance.now();
  const load = await autocannon({
    url: `${product.base}${workflow.address}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ n: 7, name: 'Ada', list: [1, 2, 3] }),
    connections,
    duration: seconds,
  });
  await drain(database, workflow.id);
  const elapsed = (performance.now() - since) / 1_000;
  const runs = (await count(database, workflow.id, 'true')) - before;
  const failedRuns = await count(database, workflow.id, "status <> 'completed'");
  const { rows } = await database.query(
    `select sum(calls)::int as calls from pg_stat_statements
      where query not ilike '%pg_stat_statements%' and query not ilike 'select count(*)::int as n from execution%'`,
  );
  const { rows: times } = await database.query(
    `select percentile_cont(array[0.5, 0.95, 0.99]) within group (order by extract(epoch from finished_at - created_at) * 1000) as p
       from (select * from execution where workflow_id = $1 order by id desc limit 2000) e`,
    [workflow.id],
  );
  if (failedRuns > 0) console.error('first failure:', (await firstFailure(database, workflow.id)) ?? 'none');
  return {
    runsPerSecond: runs / elapsed,
    failedAnswers: load.non2xx + load.errors,
    failedRuns,
    answerP50: load.latency.p50,
    answerP99: load.latency.p99,
    finishedP50: times[0].p[0],
    finishedP95: times[0].p[1],
    finishedP99: times[0].p[2],
    roundTrips: rows[0].calls / runs,
    apiCpuMs: (cpuMsOf(product.apiPid) - cpu.api) / runs,
    postgresCpuMs: (cpuMsOf(product.postgresPid) - cpu.postgres) / runs,
  };
}

function medians(results) {
  return Object.fromEntries(
    Object.keys(results[0]).map((key) => [key, Number(median(results.map((result) => result[key])).toFixed(2))]),
  );
}

const echo = await startEcho();
const product = await startProduct();
const report = {
  at: new Date().toISOString(),
  seconds,
  rounds,
  coldStartMs: product.coldStartMs,
  warmStartMs: product.warmStartMs,
  idleMiB: {},
  results: [],
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    echo.child.kill();
    await product.stop();
    process.exit(1);
  });
}
try {
  await pause(3_000);
  report.idleMiB = { api: memoryMiBOf(product.apiPid), postgres: memoryMiBOf(product.postgresPid) };
  const api = await signUp(product.base);
  const all = workloads(echo);
  for (const name of wanted.length ? wanted : Object.keys(all)) {
    for (const mode of modes) {
      const workflow = await publish(api, all[name](mode));
      await round({ product, workflow, connections: 10 }).catch(() => undefined);
      for (const connections of clients) {
        const results = [];
        for (let index = 0; index < rounds; index += 1) results.push(await round({ product, workflow, connections }));
        const row = { workload: name, mode, clients: connections, ...medians(results) };
        report.results.push(row);
        console.log(JSON.stringify(row));
      }
    }
  }
  report.loadedMiB = { api: memoryMiBOf(product.apiPid), postgres: memoryMiBOf(product.postgresPid) };
} finally {
  echo.child.kill();
  await product.stop();
}
console.table(report.results);
console.log(
  `start on an empty database ${report.coldStartMs.toFixed(0)} ms, on an existing one ${report.warmStartMs.toFixed(0)} ms`,
);
console.log(`memory, MiB: idle ${JSON.stringify(report.idleMiB)}, after load ${JSON.stringify(report.loadedMiB)}`);
mkdirSync('tmp/bench', { recursive: true });
writeFileSync(`tmp/bench/${report.at.replaceAll(':', '-')}.json`, JSON.stringify(report, null, 2));
