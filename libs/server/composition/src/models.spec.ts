import { LLMock } from '@copilotkit/aimock';
import { ExecutionFeed, ProgressFeed } from '@millrace/server-executions';
import { ProductRig, type Somebody } from './testing/product-rig';

type Fields = Record<string, unknown>;

const CANARY = 'canary-model-7d20';
const mock = new LLMock({ port: 0, logLevel: 'silent', latency: 60, chunkSize: 12 });
let rig: ProductRig;
let owner: Somebody;
let token: string;
let account: string;

beforeAll(async () => {
  await mock.start();
  rig = await ProductRig.start({ MILLRACE_WORKERS: 'in-process', OUTBOUND_ALLOW: '127.0.0.1' });
  owner = await rig.person('Owner');
  token = await rig.tokenOf(owner);
  const values = { apiKey: CANARY, baseUrl: `${mock.url}/v1` };
  const body = { type: 'openai-compatible', name: 'Models', values, allowedDomains: ['127.0.0.1'] };
  account = (await rig.rest(token, 'post', '/api/credentials', body).expect(201)).body.id as string;
});
afterEach(() => mock.reset());
afterAll(async () => {
  await rig.stop();
  await mock.stop();
});

type Node = readonly [id: string, type: string, config: Fields];

async function workflow(nodes: readonly Node[], edges: readonly (readonly [string, string])[]): Promise<string> {
  const document = {
    name: 'With models',
    nodes: nodes.map(([id, type, config], index) => ({
      ...{ id, type, label: id, config, position: { x: index * 300, y: 0 } },
      ...(type === 'llm' || type === 'ai-agent' ? { credentials: { account } } : {}),
    })),
    edges: edges.map(([source, target], index) => ({ id: `e${index}`, source, target })),
  };
  return (await rig.rest(token, 'post', '/api/workflows', document).expect(201)).body.id as string;
}

async function started(workflowId: string, input: Fields = {}): Promise<string> {
  const { body } = await rig.rest(token, 'post', `/api/workflows/${workflowId}/execute`, { input }).expect(202);
  return body.executionId as string;
}

async function ended(executionId: string): Promise<{ status: string; output: unknown; error?: unknown }> {
  const end = await rig.served.app.get(ExecutionFeed, { strict: false }).finished(executionId, { timeoutMs: 25_000 });
  if (!end) throw new Error('The run did not end');
  return end;
}

const start: Node = ['start', 'manual-trigger', {}];
const agent = (id: string, role: string, aiPrompt: string, more: Fields = {}): Node => [
  id,
  'ai-agent',
  { aiModel: 'local', role, aiPrompt, ...more },
];

it('runs agents one after the other and side by side, each on what the others wrote', async () => {
  mock.onMessage('Write about foxes', { content: 'Foxes are red.' });
  mock.onMessage('Check: Foxes are red.', { content: 'True.' });
  mock.onMessage('Shorten: Foxes are red.', { content: 'Red foxes.' });
  mock.onMessage('Sum up True. and Red foxes.', { content: 'All is well.' });
  const id = await workflow(
    [
      start,
      ['write', 'llm', { aiModel: 'local', aiPrompt: 'Write about {{ trigger.topic }}' }],
      agent('check', 'Fact checker', 'Check: {{ write.text }}'),
      agent('shorten', 'Editor', 'Shorten: {{ write.text }}'),
      agent('sum', 'Chief', 'Sum up {{ check.text }} and {{ shorten.text }}'),
      ['end', 'output', {}],
    ],
    [
      ['start', 'write'],
      ['write', 'check'],
      ['write', 'shorten'],
      ['check', 'sum'],
      ['shorten', 'sum'],
      ['sum', 'end'],
    ],
  );
  const end = await ended(await started(id, { topic: 'foxes' }));
  expect(end).toMatchObject({ status: 'completed' });
  expect(JSON.stringify(end.output)).toContain('All is well.');
  expect(mock.getRequests()).toHaveLength(4);
});

it('gives an agent a published workflow as a tool', async () => {
  const tool = await workflow([start, ['end', 'output', {}]], [['start', 'end']]);
  await rig.rest(token, 'post', `/api/workflows/${tool}/publish`, {});
  mock.on(
    { userMessage: 'Where is it?', hasToolResult: false },
    { toolCalls: [{ id: 'c1', name: 'find', arguments: '{"id":7}' }] },
  );
  mock.on({ userMessage: 'Where is it?', hasToolResult: true }, { content: 'Found.' });
  const parameters = { type: 'object', properties: { id: { type: 'integer' } } };
  const tools = [{ kind: 'workflow', name: 'find', description: 'Finds it.', workflowId: tool, parameters }];
  const id = await workflow(
    [start, agent('ask', 'Clerk', 'Where is it?', { tools }), ['end', 'output', {}]],
    [
      ['start', 'ask'],
      ['ask', 'end'],
    ],
  );
  const executionId = await started(id);
  const end = await ended(executionId);
  expect([end.status, end.error]).toEqual(['completed', undefined]);
  expect(JSON.stringify(mock.getLastRequest()?.body)).toContain('tool');
  const children = await rig.rows<{ status: string }>('SELECT status FROM execution WHERE started_by = $1', [
    `execution:${executionId}`,
  ]);
  expect(children).toEqual([{ status: 'completed' }]);
});

it('shows the text while it is written', async () => {
  const text = 'A long answer that comes in many small pieces, so that somebody can read along.';
  mock.onMessage('Tell me', { content: text });
  const id = await workflow([start, ['tell', 'llm', { aiModel: 'local', aiPrompt: 'Tell me' }]], [['start', 'tell']]);
  const feed = rig.served.app.get(ProgressFeed, { strict: false });
  await feed.listening();
  const executionId = await started(id);
  const parts: string[] = [];
  for await (const { nodeId, updates } of feed.watch(executionId)) {
    expect(nodeId).toBe('tell');
    parts.push(...updates.map(({ delta = '' }) => String(delta)));
  }
  expect((await ended(executionId)).status).toBe('completed');
  // What comes in the last tenth of a second is seen in the result.
  expect(parts.length).toBeGreaterThan(1);
  expect(text).toContain(parts.join('').slice(-10));
});

it('lists the models of an account', async () => {
  const query = `query ($id: ID) { nodeOptions(type: "llm", param: "aiModel", credentialId: $id) { live message options { value } } }`;
  const answer = await rig.graphql(token, query, { id: account });
  expect(answer.data).toMatchObject({ nodeOptions: { live: true, message: null } });
});

it('keeps no key anywhere', async () => {
  const tables = await rig.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  for (const { name } of tables) {
    const rows = await rig.rows<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t WHERE t::text LIKE '%canary-model%'`,
    );
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
});
