// `npm run demo`: starts the product when it is not running, imports the examples, fires them, and shows their events live.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { withAccounts } from '../examples/accounts.mjs';
import { startExampleMail } from '../examples/mail.mjs';
import { startExampleService } from '../examples/service.mjs';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const SERVICE_PORT = 4010;
const port = Number(process.env.PORT ?? 3000);
const base = process.env.MILLRACE_URL ?? `http://127.0.0.1:${port}`;
const dataDir = path.resolve(process.env.MILLRACE_DATA_DIR ?? '.data');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const isReady = () =>
  fetch(`${base}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
const read = (name, file) => JSON.parse(readFileSync(path.join('examples', name, file), 'utf8'));

/** Starts the product unless it runs. Answers how to stop what was started here. */
async function ensureProduct() {
  if (await isReady()) return () => {};
  console.log('Millrace is not running yet: starting it …');
  const product = spawn(process.execPath, ['tools/start.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await isReady())) {
    if (product.exitCode !== null) process.exit(product.exitCode);
    await pause(100);
  }
  return () => product.kill('SIGTERM');
}

async function call(method, route, { body, token } = {}) {
  const answer = await fetch(`${base}${route}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const value = await answer.json().catch(() => null);
  return { ok: answer.ok, status: answer.status, value, headers: answer.headers };
}

async function must(method, route, options) {
  const { ok, status, value } = await call(method, route, options);
  if (!ok) throw new Error(`${method} ${route}: ${status} ${value?.error?.message ?? ''}`);
  return value;
}

/** Signs in as the person of the demo, whose password is kept in the data folder. */
async function signIn() {
  const file = path.join(dataDir, 'demo-account.json');
  if (existsSync(file)) {
    const { ok, value } = await call('POST', '/api/auth/login', { body: JSON.parse(readFileSync(file, 'utf8')) });
    if (ok) return value.token;
  }
  const account = {
    email: `demo-${randomBytes(4).toString('hex')}@example.com`,
    password: randomBytes(12).toString('base64url'),
  };
  const { token } = await must('POST', '/api/auth/register', { body: { ...account, name: 'Demo' } });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(account), { mode: 0o600 });
  return token;
}

const ICONS = {
  'node.completed': '✓',
  'node.failed': '✗',
  'node.retrying': '↻',
  'node.waiting': '◷',
  'node.skipped': '–',
  'node.started': '▶',
};

/** One line for an event, or nothing for events that say little to people. */
function lineOf(event) {
  const icon = ICONS[event.type];
  if (icon) {
    const why = event.body?.error ? `  ${event.body.error.message}` : '';
    return `${icon} ${event.nodeId}${why}`;
  }
  return event.type.startsWith('workflow.')
    ? `● ${event.type}${event.body?.status ? ` ${event.body.status}` : ''}`
    : null;
}

const bar = (done, all) => `${'█'.repeat(Math.round((done / all) * 12)).padEnd(12, '░')} ${done}/${all}`;

/** Prints the events of a run from where it was left until it ends or waits. */
async function show(socket, run) {
  const { name, executionId, nodeCount, settled } = run;
  const subscription = socket.iterate({
    query:
      'subscription ($id: ID!, $after: Int!) { executionEvents(executionId: $id, afterSeq: $after) { seq type nodeId body } }',
    variables: { id: executionId, after: run.seq },
  });
  for await (const { data, errors } of subscription) {
    if (errors) throw new Error(errors[0].message);
    const event = data.executionEvents;
    run.seq = event.seq;
    if (/^node\.(completed|failed|skipped|cancelled)$/.test(event.type)) settled.add(event.nodeId);
    const line = lineOf(event);
    if (line) console.log(`${name.padEnd(18)} ${bar(settled.size, nodeCount)}  ${line}`);
    if (event.type === 'node.waiting') break;
  }
}

async function fire({ name, token }) {
  const accounts = existsSync(path.join('examples', name, 'accounts.json')) ? read(name, 'accounts.json') : {};
  const create = async (body) => (await must('POST', '/api/credentials', { token, body })).id;
  const document = await withAccounts(read(name, 'workflow.json'), accounts, create);
  const expected = read(name, 'expected.json');
  const payload = read(name, 'payload.json');
  const { id } = await must('POST', '/api/workflows', { token, body: document });
  await must('POST', `/api/workflows/${id}/publish`, { token, body: {} });
  const { items: hooks } = await must('GET', `/api/webhooks?workflowId=${id}`, { token });
  const run = { name, expected, nodeCount: document.nodes.length, settled: new Set(), seq: 0 };
  if (!hooks.length) {
    const { executionId } = await must('POST', `/api/workflows/${id}/execute`, { token, body: { input: payload } });
    return { ...run, executionId };
  }
  const { headers } = await call('POST', hooks[0].address, { body: payload });
  return { ...run, executionId: headers.get('x-execution-id') };
}

async function play(socket, name, token) {
  const run = await fire({ name, token });
  await show(socket, run);
  if (!run.expected.signal) return;
  console.log(`${name.padEnd(18)} sends the event ${run.expected.signal.eventName}`);
  await must('POST', `/api/v2/workflows/${run.executionId}/events`, { token, body: run.expected.signal });
  await show(socket, run);
}

const stopProduct = await ensureProduct();
const service = await startExampleService(SERVICE_PORT).catch(() => null);
const mail = await startExampleMail().catch(() => null);
const token = await signIn();
const socket = createClient({
  url: `${base.replace('http', 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${token}` },
});
const names = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const outcomes = await Promise.allSettled(names.map((name) => play(socket, name, token)));
outcomes.forEach((outcome, index) => {
  if (outcome.status === 'rejected') console.error(`${names[index]}: ${outcome.reason.message}`);
});
await socket.dispose();
await mail?.close();
service?.close();
service?.closeAllConnections();
console.log(
  `\n${names.length} examples were fired. They are in the workspace of the demo account; its password is in ${path.relative('.', dataDir)}/demo-account.json.`,
);
stopProduct();
process.exitCode = outcomes.some(({ status }) => status === 'rejected') ? 1 : 0;
