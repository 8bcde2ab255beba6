import type { LlmProvider } from '@millrace/llm';
import { NodeError } from '@millrace/node-sdk';
import type { ActionCall, ActionsPort } from '@millrace/node-sdk';
import { MemoryStorage, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { LoopbackHttp } from '../../testing/loopback-http';
import { ModelServers } from '../../testing/model-servers';
import { aiAgentNode } from './ai-agent.executor';

const TASK = 'Where is order 7?';
const orderTool = {
  kind: 'action',
  name: 'find_order',
  description: 'Finds an order.',
  action: 'storage',
  parameters: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
  values: { operation: 'read', key: 'orders/{{ args.id }}', tenant: '{{ trigger.tenant }}' },
};
const models: Record<LlmProvider, string> = {
  openai: '',
  anthropic: '',
  gemini: '',
  groq: '',
  'openai-compatible': 'qwen3:8b',
};
let servers: ModelServers;

beforeAll(async () => {
  servers = await ModelServers.start();
});
afterEach(() => servers.reset());
afterAll(() => servers.stop());

class Actions implements ActionsPort {
  readonly calls: ActionCall[] = [];
  readonly runs: { workflowId: string; input: Json; step: string }[] = [];
  constructor(private readonly answer: (step: string) => Json = () => ({ place: 'Bergen' })) {}

  async call(call: ActionCall): Promise<Json> {
    this.calls.push(call);
    return this.answer(call.step);
  }

  async runWorkflow(request: { workflowId: string; input: Json; step: string }): Promise<Json> {
    this.runs.push(request);
    return this.answer(request.step);
  }

  async startWorkflow(): Promise<never> {
    throw new Error('Agents wait for the workflows that they use.');
  }

  async cancelWorkflow(): Promise<void> {}
}

function run(params: JsonObject, trial: NodeTrial & { provider?: LlmProvider } = {}) {
  const { provider = 'openai', ...rest } = trial;
  return testNode(aiAgentNode, {
    http: new LoopbackHttp(),
    actions: new Actions(),
    trigger: { tenant: 'acme' },
    ...rest,
    credentials: { account: servers.of(provider).credential, ...rest.credentials },
    params: { aiModel: models[provider], aiPrompt: TASK, ...params },
  });
}

/** The model asks for tools first, and answers when it has heard from them. */
function script(toolCalls: { name: string; arguments: string; id: string }[], content: string): void {
  servers.mock.on({ userMessage: TASK, hasToolResult: false }, { toolCalls });
  servers.mock.on({ userMessage: TASK, hasToolResult: true }, { content });
}

it.each(Object.keys(models) as LlmProvider[])('uses a tool and then answers, with %s', async (provider) => {
  script([{ id: 'c1', name: 'find_order', arguments: '{"id":7,"key":"other","extra":1}' }], 'It is in Bergen.');
  const actions = new Actions();
  const result = await run({ tools: [orderTool], role: 'Clerk', instructions: 'Be brief.' }, { provider, actions });
  expect(result.failure).toBeUndefined();
  expect(result.main).toMatchObject({
    ...{ text: 'It is in Bergen.', turns: 2, finishReason: 'stop' },
    toolCalls: [{ turn: 1, name: 'find_order', ok: true, result: '{"place":"Bergen"}' }],
  });
  expect(actions.calls).toEqual([
    { type: 'storage', params: { id: 7, operation: 'read', key: 'orders/7', tenant: 'acme' }, step: 'turn-1-call-1' },
  ]);
  const { calls } = servers.of(provider).contract;
  expect(calls.map(({ flaws }) => flaws)).toEqual([[], []]);
  expect(JSON.stringify(calls[0]?.body)).toContain('You are: Clerk');
  expect(JSON.stringify(calls[1]?.body)).toContain('Bergen');
  expect(calls.map(({ headers }) => headers['idempotency-key'])).toEqual([
    'execution-1:node-1:0:turn-1',
    'execution-1:node-1:0:turn-2',
  ]);
});

it('starts workflows, calls HTTP with an account, and shows each step while it happens', async () => {
  const workflow = {
    kind: 'workflow',
    name: 'refund',
    description: 'Pays back.',
    workflowId: 'w1',
    parameters: { type: 'object', properties: { sum: {} } },
    values: { currency: 'EUR' },
  };
  const http = {
    kind: 'http',
    name: 'track',
    description: 'Tracks.',
    values: { url: 'https://post.test/{{ args.code }}' },
    parameters: { type: 'object', properties: { code: {} } },
    account: 'tools',
  };
  script(
    [
      { id: 'c1', name: 'refund', arguments: '{"sum":5,"currency":"USD"}' },
      { id: 'c2', name: 'track', arguments: '{"code":"X1"}' },
    ],
    'Done.',
  );
  const actions = new Actions();
  const credentials = { tools: servers.of('groq').credential };
  const { main, progress, logs } = await run({ tools: [workflow, http] }, { actions, credentials });
  expect(main).toMatchObject({ text: 'Done.', turns: 2 });
  expect(actions.runs).toEqual([{ workflowId: 'w1', input: { sum: 5, currency: 'EUR' }, step: 'turn-1-call-1' }]);
  expect(actions.calls).toEqual([
    {
      type: 'http-request',
      params: { url: 'https://post.test/X1' },
      step: 'turn-1-call-2',
      credentials: { account: 'credential-1' },
    },
  ]);
  expect(
    progress.filter(({ kind }) => kind !== 'text').map(({ kind, name, status, turn }) => [kind, turn, name, status]),
  ).toEqual(
    expect.arrayContaining([
      ['turn', 1, undefined, undefined],
      ['tool', 1, 'refund', 'running'],
      ['tool', 1, 'refund', 'completed'],
      ['tool', 1, 'track', 'completed'],
      ['turn', 2, undefined, undefined],
    ]),
  );
  expect(logs.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'Turn 1: the model asks for refund, track.',
      'Turn 1: track answered.',
      'Turn 2: the model answers.',
    ]),
  );
});

it.each<[string, { name: string; arguments: string }, string]>([
  ['a tool that fails', { name: 'find_order', arguments: '{"id":8}' }, 'Error GONE: It is gone.'],
  ['arguments that do not fit', { name: 'find_order', arguments: '{"id":"seven"}' }, 'TOOL_ARGUMENTS_INVALID'],
  ['arguments that are no JSON', { name: 'find_order', arguments: '{"id":' }, 'it is no JSON'],
  ['a tool that is none', { name: 'fly', arguments: '{}' }, 'there is no tool called'],
])('tells the model about %s', async (_what, call, told) => {
  script([{ id: 'c1', ...call }], 'I could not find it.');
  const actions = new Actions(() => {
    throw new NodeError({ code: 'GONE', fault: 'user', message: 'It is gone.' });
  });
  const { main } = await run({ tools: [orderTool] }, { actions });
  expect(main).toMatchObject({ text: 'I could not find it.', toolCalls: [{ ok: false }] });
  expect(JSON.stringify(servers.of('openai').contract.calls[1]?.body)).toContain(told);
});

it('gives up after the most turns', async () => {
  servers.mock.on({ userMessage: TASK }, { toolCalls: [{ id: 'c1', name: 'find_order', arguments: '{"id":7}' }] });
  const { failure } = await run({ tools: [orderTool], maxTurns: 3 });
  expect(failure).toMatchObject({ code: 'AGENT_TURNS_EXCEEDED', details: { turns: 3 } });
  expect(servers.of('openai').contract.calls).toHaveLength(3);
});

it.each<LlmProvider>(['openai', 'anthropic', 'groq'])(
  'gives a structured result after using tools, with %s',
  async (provider) => {
    script([{ id: 'c1', name: 'find_order', arguments: '{"id":7}' }], '{"place":"Bergen"}');
    const aiSchema = { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] };
    const { main } = await run({ tools: [orderTool], aiFormat: 'object', aiSchema }, { provider });
    expect(main).toMatchObject({ object: { place: 'Bergen' }, turns: 2 });
  },
);

it('remembers under a key, up to a limit, and not twice when it is run again', async () => {
  const storage = new MemoryStorage();
  servers.mock.onMessage(/.*/, { content: 'Noted.' });
  const say = (aiPrompt: string, memoryKey = 'chat 1') => run({ aiPrompt, memoryKey, memoryLimit: 2 }, { storage });
  await say('one');
  await say('one again');
  const stored = Object.values(storage.all())[0] as { exchanges: { asked: string }[] };
  expect(stored.exchanges.map(({ asked }) => asked)).toEqual(['one again']);
  const [name = ''] = Object.keys(storage.all());
  const earlier = ['a', 'b', 'c'].map((asked) => ({ asked, answered: `${asked}!`, by: asked }));
  await storage.write(name, { exchanges: earlier });
  servers.reset();
  servers.mock.onMessage(/.*/, { content: 'Noted.' });
  await say('two');
  const sent = JSON.stringify(servers.of('openai').contract.calls[0]?.body);
  expect([sent.includes('"a!"'), sent.includes('"b!"'), sent.includes('"c!"')]).toEqual([false, true, true]);
  expect(Object.keys(storage.all())).toHaveLength(1);
  await say('two', 'chat 2');
  expect(Object.keys(storage.all())).toHaveLength(2);
});

it.each<[string, JsonObject[]]>([
  ['names no workflow', [{ kind: 'workflow', name: 'a', description: 'b' }]],
  ['names no node', [{ kind: 'action', name: 'a', description: 'b' }]],
  ['has no "url"', [{ kind: 'http', name: 'a', description: 'b' }]],
  ['no JSON', [{ ...orderTool, parameters: '{' }]],
  ['two tools called "find_order"', [orderTool, orderTool]],
])('refuses tools when one %s', async (reason, tools) => {
  expect((await run({ tools })).failure).toMatchObject({
    code: 'AGENT_TOOL_INVALID',
    message: expect.stringContaining(reason),
  });
});

it('shortens what a tool says when it is too much for a model', async () => {
  script([{ id: 'c1', name: 'find_order', arguments: '{"id":7}' }], 'Long.');
  await run({ tools: [orderTool] }, { actions: new Actions(() => 'x'.repeat(100_000)) });
  expect(JSON.stringify(servers.of('openai').contract.calls[1]?.body)).toContain('60000 more characters were left out');
});
