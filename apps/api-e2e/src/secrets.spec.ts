/* eslint-disable @typescript-eslint/no-explicit-any -- answers are read as a stranger reads them */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, node as nodeOf, Product, send, until } from '@millrace/e2e-kit';

/** Three secrets that no file, table, log line or answer may hold. The last one comes with a single run. */
const canaries = ['bearer', 'model', 'inline'].map((name) => `canary-${name}-${randomBytes(9).toString('hex')}`);
const [bearer = '', model = '', inline = ''] = canaries;

let product: Product;
let person: Client;
let service: Server;
let secretsDir: string;
const heard: string[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    const said = request.headers.authorization ?? '';
    heard.push(said);
    const echo = {
      said,
      base64: Buffer.from(said).toString('base64'),
      url: encodeURIComponent(said),
      nested: [{ said }],
    };
    const status = request.url?.startsWith('/fail') ? 422 : 200;
    response.writeHead(status, { 'content-type': 'application/json', 'x-echo': said }).end(JSON.stringify(echo));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  secretsDir = await mkdtemp(path.join(tmpdir(), 'millrace-canary-'));
  product = await Product.start({ workers: 1, env: { MILLRACE_SECRETS_DIR: secretsDir, LOG_LEVEL: 'debug' } });
  person = await product.signUp();
});
afterAll(async () => {
  await product.stop();
  service.closeAllConnections();
  service.close();
});

const node = (...parts: Parameters<typeof nodeOf>): object => nodeOf(...parts) as object;
const at = (route: string): string => `http://127.0.0.1:${(service.address() as AddressInfo).port}${route}`;

/** Everything in which a secret could be read: itself, its base64 at every offset, its hex and its escaped forms. */
function formsOf(secret: string): string[] {
  const offsets = [0, 1, 2].map((skip) => Buffer.from(secret.slice(skip)).toString('base64').slice(0, 24));
  return [secret, ...offsets, Buffer.from(secret).toString('hex'), JSON.stringify(secret).slice(1, -1)];
}

function expectClean(what: string, text: string): void {
  for (const canary of canaries) {
    for (const form of formsOf(canary)) {
      if (text.includes(form)) throw new Error(`${what} holds ${form.slice(0, 12)}…: ${around(text, form)}`);
    }
  }
}

function around(text: string, form: string): string {
  const place = text.indexOf(form);
  return text.slice(Math.max(0, place - 120), place + form.length + 60);
}

async function wholeDatabase(): Promise<string> {
  const { rows: tables } = await product.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await product.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

async function account(type: string, values: object, more: object = {}): Promise<string> {
  return (await person.ok('POST', '/api/credentials', { type, name: `A ${type}`, values, ...more })).id;
}

it('no secret is anywhere but in the store, after runs that went well, failed, logged, and were answered', async () => {
  const key = await account('http-bearer', { token: bearer }, { allowedDomains: ['127.0.0.1'] });
  const llm = await account('openai-compatible', { baseUrl: at('/fail'), apiKey: model });
  const account1 = { credentials: { account: key } };
  const document = {
    name: 'Leaky',
    nodes: [
      node('hook', 'webhook-trigger', { auth: 'none', response: 'when-finished' }),
      { ...node('ok', 'http-request', { url: at('/ok'), output: 'response' }), ...account1 },
      node('log', 'log', { message: 'It said {{ ok.data.body.said }}', data: '{{ ok.data }}' }),
      node('code', 'code', { code: 'return { seen: JSON.stringify(nodes), text: [...nodes.ok.body.said].join("") };' }),
      { ...node('fail', 'http-request', { url: at('/fail') }), ...account1, settings: { onError: 'error-port' } },
      {
        ...node('llm', 'llm', { aiModel: 'm', aiPrompt: 'Say it: {{ ok.data.body.said }}' }),
        credentials: { account: llm },
        settings: { onError: 'continue' },
      },
      node('end', 'output', {}),
    ],
    edges: [
      { source: 'hook', target: 'ok' },
      { source: 'ok', target: 'log' },
      { source: 'log', target: 'code' },
      { source: 'code', target: 'fail' },
      { source: 'fail', sourceHandle: 'error', target: 'llm' },
      { source: 'llm', target: 'end' },
    ].map((edge, index) => ({ id: `e${index}`, ...edge })),
  };
  const { id, hook } = await person.publish(document as any);
  const answer = await send('POST', hook, { body: { n: 1 } });
  const executionId = answer.headers.get('x-execution-id') ?? '';
  await person.reaches(executionId, 'completed');
  expect(heard).toEqual(expect.arrayContaining([`Bearer ${bearer}`, `Bearer ${model}`]));

  const definition = {
    id: 'once',
    name: 'Once',
    nodes: [
      node('start', 'manual-trigger', {}),
      node('call', 'openai/generate-text', { aiModel: 'gpt-6-luna', aiPrompt: 'Hello' }),
    ],
    edges: [{ id: 'e', source: 'start', target: 'call' }],
  };
  const integrations = { openai: { apiKey: inline, baseUrl: at('/fail') } };
  const begun = await person.ok('POST', '/api/v2/workflows', { definition, integrations, triggerData: {} });
  await until('the run with its own secret ends', async () =>
    ['FAILED', 'COMPLETED'].includes(
      (await person.ok('GET', `/api/v2/workflows/${begun.instanceId}/status`)).runtimeStatus,
    ),
  );
  expect(heard).toContain(`Bearer ${inline}`);

  const shown = [
    answer.body,
    await person.ok('GET', `/api/executions/${executionId}`),
    await person.ok('GET', `/api/workflows/${id}`),
    await person.ok('GET', '/api/credentials'),
    await person.ok('GET', '/api/keys'),
    await person.graphql('query($id: ID!) { execution(id: $id) { events(first: 500) { nodes { type body } } } }', {
      id: executionId,
    }),
    await person.graphql('{ credentials { name health { message } filledFields } }'),
  ];
  expect(JSON.stringify(shown)).toContain('***');
  expectClean('an answer', JSON.stringify(shown));
  expectClean('the database', await wholeDatabase());
  for (const { app, output } of [product.api, ...product.workers]) expectClean(`the log of ${app}`, output);
  const files = filesOf(secretsDir);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expectClean(path.basename(file), readFileSync(file, 'latin1'));
  product.checkLogs();
});
