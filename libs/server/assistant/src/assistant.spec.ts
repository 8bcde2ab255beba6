import { LLMock } from '@copilotkit/aimock';
import { productCredentialTypes } from '@millrace/server-catalog';
import { CredentialsModule } from '@millrace/server-credentials';
import { HeaderActorGuard } from '@millrace/server-identity/testing';
import { createGraphqlModule, newId } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import type { JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { APP_GUARD } from '@nestjs/core';
import supertest from 'supertest';
import { assistantConfig } from './assistant.config';
import { AssistantModule } from './assistant.module';

const apps: TestApp[] = [];
const mock = new LLMock({ port: 0, logLevel: 'silent' });
let app: TestApp;

async function startApp(env: Record<string, string>): Promise<TestApp> {
  const started = await startTestApp({
    imports: [CredentialsModule.forRoot(productCredentialTypes()), AssistantModule, createGraphqlModule()],
    providers: [{ provide: APP_GUARD, useClass: HeaderActorGuard }],
    configs: [assistantConfig],
    env: { OUTBOUND_ALLOW: '127.0.0.1', ...env },
  });
  apps.push(started);
  return started;
}

beforeAll(async () => {
  await mock.start();
  app = await startApp({
    ASSISTANT_PROVIDER: 'openai',
    ASSISTANT_API_KEY: 'sk-canary-0123456789abcdef',
    ASSISTANT_BASE_URL: `${mock.url}/v1`,
  });
});
afterEach(() => mock.reset());
afterAll(async () => {
  for (const started of apps) await started.stop();
  await mock.stop();
});

interface Proposal {
  config: JsonObject | null;
  open: { param: string | null; question: string }[];
  credential: { slot: string; type: string } | null;
  usage: { totalTokens: number } | null;
  errors: { code: string; message: string }[];
}

async function graphql<T>(query: string, variables: object, { to = app, role = 'editor' } = {}): Promise<T> {
  const { body } = await supertest(to.server)
    .post('/graphql')
    .set('x-actor', `${newId()}/${role}`)
    .send({ query, variables });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data as T;
}

const CONFIGURE = `mutation ($nodeType: String!, $intent: String!, $context: ConfigureContextInput) {
  autoConfigureNode(nodeType: $nodeType, intent: $intent, context: $context) {
    config explanation open { param question } credential { slot type title } usage { totalTokens } costUsd errors { code message }
  }
}`;
const configure = async (variables: object, more = {}): Promise<Proposal> =>
  (await graphql<{ autoConfigureNode: Proposal }>(CONFIGURE, variables, more)).autoConfigureNode;

const DRAFT = `mutation ($description: String!) {
  draftWorkflow(description: $description) { document explanation problems { code severity nodeId } errors { code message } }
}`;
interface Drafted {
  document: WorkflowDocument | null;
  problems: { code: string; severity: string; nodeId: string | null }[] | null;
  errors: { code: string }[];
}
const draft = async (description: string): Promise<Drafted> =>
  (await graphql<{ draftWorkflow: Drafted }>(DRAFT, { description })).draftWorkflow;

const USAGE = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };

/** The model's answers, one after the other. */
function answers(...given: object[]): void {
  let turn = 0;
  mock.onMessage(/.*/s, () => ({ content: JSON.stringify(given[Math.min(turn++, given.length - 1)]), usage: USAGE }));
}
const answer = (config: JsonObject, more: object = {}) => ({
  config,
  credentialType: '',
  open: [],
  explanation: 'Done.',
  ...more,
});
const sent = (index = 0): string => JSON.stringify(mock.getRequests()[index]?.body ?? {});

describe('filling in a node', () => {
  const stripe = {
    method: 'POST',
    url: 'https://api.stripe.com/v1/customers',
    bodyType: 'form',
    body: { name: 'John' },
  };
  const request = { nodeType: 'http-request', intent: 'Send a POST request to Stripe to create a customer named John' };

  it('gives method, URL, form and an account by type, never a key', async () => {
    const headers = { Authorization: 'Bearer sk_test_4eC39HqLyjWDarjtT1zdp7dc', Accept: 'application/json' };
    answers(answer({ ...stripe, headers }, { credentialType: 'openai' }));
    const { config, open, credential, usage, errors } = await configure(request);
    expect(errors).toEqual([]);
    expect(config).toEqual({ ...stripe, headers: { Accept: 'application/json' } });
    expect(open).toEqual([{ param: 'headers', question: expect.stringContaining('account') }]);
    expect(credential).toEqual({ slot: 'account', type: 'openai', title: 'OpenAI' });
    expect(usage).toEqual({ totalTokens: 15 });
    expect(sent()).toContain('"paramsSchema');
  });

  it('tells the model schemas, but no data, values or secrets', async () => {
    answers(answer(stripe));
    await configure({
      ...request,
      intent: `${request.intent} with the key sk_live_abcdefghijklmnop`,
      context: {
        upstream: [
          {
            alias: 'Fetch',
            schema: {
              type: 'object',
              properties: {
                mail: { type: 'string', examples: ['ada@canary.test'], default: 'canary-2', enum: ['canary-3'] },
              },
            },
          },
        ],
        trigger: { type: 'object', properties: { id: { const: 'canary-4' } } },
        filled: ['url', 'canary-5'],
      },
    });
    const told = sent();
    expect(told).toContain('mail');
    expect(told.replaceAll('\\', '')).toContain('"filledAlready":["url"]');
    expect(told).not.toMatch(/canary|sk_live/);
  });

  it('is checked against the schema and asked for once more', async () => {
    answers(answer({ ...stripe, method: 'POST IT', timeoutMs: 'soon' }), answer(stripe));
    const { config, open } = await configure(request);
    expect([config, open]).toEqual([stripe, []]);
    expect(mock.getRequests()).toHaveLength(2);
    expect(sent(1)).toContain('timeoutMs');
  });

  it('leaves out what is wrong even then, and asks for it', async () => {
    answers(answer({ ...stripe, timeoutMs: 'soon', madeUp: 1 }));
    const { config, open } = await configure(request);
    expect(config).toEqual(stripe);
    expect(open.map(({ param }) => param)).toContain('timeoutMs');
  });

  it('may name earlier steps, and no others', async () => {
    const context = { upstream: [{ alias: 'Fetch' }] };
    answers(answer({ ...stripe, body: { name: '{{ Fetch.name }}' } }));
    expect((await configure({ ...request, context })).config).toMatchObject({ body: { name: '{{ Fetch.name }}' } });
    mock.reset();
    answers(answer({ ...stripe, body: { name: '{{ Nobody.name }}' } }));
    const { config, open } = await configure({ ...request, context });
    expect(config).not.toHaveProperty('body');
    expect(open).toContainEqual({ param: 'body', question: expect.stringContaining('Nobody') });
  });

  it('asks for what is needed and not told', async () => {
    answers(answer({ method: 'GET' }, { open: [{ param: '', question: 'Which service?' }] }));
    const { open } = await configure(request);
    expect(open).toEqual([
      { param: null, question: 'Which service?' },
      { param: 'url', question: 'This is needed.' },
    ]);
  });

  it.each([
    ['an unknown node', { nodeType: 'nothing', intent: 'x' }, 'NODE_TYPE_UNKNOWN'],
    ['no sentence', { nodeType: 'http-request', intent: ' ' }, 'INTENT_INVALID'],
    ['a sentence that is a book', { nodeType: 'http-request', intent: 'x'.repeat(5_000) }, 'INTENT_INVALID'],
  ])('refuses %s', async (_what, variables, code) => {
    expect((await configure(variables)).errors).toMatchObject([{ code }]);
    expect(mock.getRequests()).toHaveLength(0);
  });

  it('says what is wrong with the model, without its key', async () => {
    mock.nextRequestError(401, { message: 'Incorrect API key provided: sk-canary-0123456789abcdef' });
    answers(answer(stripe));
    const { errors } = await configure(request);
    expect(errors).toMatchObject([{ code: 'LLM_AUTH' }]);
    expect(JSON.stringify(errors)).not.toContain('sk-canary');
  });

  it('is for those who may change workflows', async () => {
    await expect(configure(request, { role: 'viewer' })).rejects.toThrow('FORBIDDEN');
  });
});

describe('drafting a workflow', () => {
  const nodes = [
    { id: 'hook', type: 'webhook-trigger', label: 'Order', config: {} },
    {
      id: 'check',
      type: 'condition',
      label: 'Large',
      config: { field: '{{ trigger.sum }}', operator: 'greater_than', value: 100 },
    },
    {
      id: 'tell',
      type: 'http-request',
      label: 'Tell',
      config: { url: 'https://example.com', method: 'POST', headers: { 'x-api-key': 'abc' } },
    },
  ];
  const edges = [
    { source: 'hook', target: 'check' },
    { source: 'check', sourceHandle: 'true', target: 'tell' },
  ];
  const choice = { types: ['webhook-trigger', 'condition', 'http-request', 'made-up'] };
  const sketch = (more: object = {}) => ({
    name: 'Large orders',
    nodes,
    edges,
    explanation: 'Tells of large orders.',
    ...more,
  });

  it('gives a document that passes the validator, laid out, without keys', async () => {
    answers(choice, sketch());
    const { document, problems, errors } = await draft('Tell me about orders above 100');
    expect(errors).toEqual([]);
    expect(problems?.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(document?.nodes.map(({ id, position }) => [id, position.x])).toEqual([
      ['hook', 0],
      ['check', 300],
      ['tell', 600],
    ]);
    expect(JSON.stringify(document)).not.toContain('abc');
    expect([sent(0).includes('webhook-trigger'), sent(1).includes('paramsSchema'), mock.getRequests().length]).toEqual([
      true,
      true,
      2,
    ]);
  });

  it('gives what the validator says back to the model once', async () => {
    answers(choice, sketch({ edges: [{ source: 'hook', target: 'nobody' }] }), sketch());
    const { document, problems } = await draft('Tell me about orders above 100');
    expect(document?.edges).toHaveLength(2);
    expect(problems?.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(mock.getRequests()).toHaveLength(3);
    expect(sent(2)).toContain('nobody');
  });

  it('tells what is left when the model does not mend it', async () => {
    const loop = [...edges, { source: 'tell', target: 'check' }];
    answers(choice, sketch({ edges: loop }));
    const { problems } = await draft('Tell me about orders above 100');
    expect(problems?.map(({ code }) => code)).toContain('CYCLE');
  });

  it('refuses nothing, and a book', async () => {
    expect((await draft(' ')).errors).toMatchObject([{ code: 'DESCRIPTION_INVALID' }]);
    expect((await draft('x'.repeat(9_000))).errors).toMatchObject([{ code: 'DESCRIPTION_INVALID' }]);
  });
});

describe('the status', () => {
  const STATUS = '{ assistantStatus { ready provider model missing } }';
  const status = async (to: TestApp) =>
    (await graphql<{ assistantStatus: object }>(STATUS, {}, { to, role: 'viewer' })).assistantStatus;

  it('is ready with provider, model and no word of the key', async () => {
    expect(await status(app)).toEqual({ ready: true, provider: 'openai', model: 'gpt-6-luna', missing: null });
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'ASSISTANT_PROVIDER'],
    [{ ASSISTANT_PROVIDER: 'anthropic' }, 'ASSISTANT_API_KEY'],
    [{ ASSISTANT_PROVIDER: 'openai-compatible', ASSISTANT_MODEL: 'm' }, 'ASSISTANT_BASE_URL'],
  ])('says what to set with %j', async (env, name) => {
    const bare = await startApp(env);
    expect(await status(bare)).toMatchObject({ ready: false, missing: expect.stringContaining(name) });
    const { errors } = await configure({ nodeType: 'http-request', intent: 'x' }, { to: bare });
    expect(errors).toMatchObject([{ code: 'ASSISTANT_NOT_CONFIGURED', message: expect.stringContaining(name) }]);
  });
});
