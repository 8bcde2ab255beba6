import type { LlmProvider } from '@millrace/llm';
import type { NodeImplementation } from '@millrace/node-sdk';
import { TestSignal, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { llmNode } from '../../core/llm/llm.executor';
import { LoopbackHttp } from '../../testing/loopback-http';
import { ModelServers } from '../../testing/model-servers';
import { generateTextNode as anthropicNode } from '../anthropic/nodes/generate-text/generate-text.executor';
import { generateTextNode as geminiNode } from '../gemini/nodes/generate-text/generate-text.executor';
import { generateTextNode as groqNode } from '../groq/nodes/generate-text/generate-text.executor';
import { generateImageNode } from '../openai/nodes/generate-image/generate-image.executor';
import { generateTextNode as openaiNode } from '../openai/nodes/generate-text/generate-text.executor';

const USAGE = { input_tokens: 10, output_tokens: 5, prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
const presets: [LlmProvider, NodeImplementation, JsonObject][] = [
  ['openai', openaiNode, {}],
  ['anthropic', anthropicNode, {}],
  ['gemini', geminiNode, {}],
  ['groq', groqNode, {}],
  ['openai-compatible', llmNode, { aiModel: 'qwen3:8b' }],
];
let servers: ModelServers;

beforeAll(async () => {
  servers = await ModelServers.start();
});
afterEach(() => servers.reset());
afterAll(() => servers.stop());

const run = (provider: LlmProvider, node: NodeImplementation, params: JsonObject, trial: NodeTrial = {}) =>
  testNode(node, {
    http: new LoopbackHttp(trial.signal),
    credentials: { account: servers.of(provider).credential },
    ...trial,
    params: { aiPrompt: 'Say hello', ...params },
  });

describe.each(presets)('generate text with %s', (provider, node, own) => {
  const text = (params: JsonObject = {}, trial?: NodeTrial) => run(provider, node, { ...own, ...params }, trial);

  // The emulator does not know how Groq tells the usage of a stream.
  const counted = provider === 'groq' ? {} : { inputTokens: 10, outputTokens: 5, totalTokens: 15 };

  it('writes text, tells it while it comes, and counts tokens', async () => {
    servers.mock.onMessage('Say hello', { content: 'Hello, dear world, how are you?', usage: USAGE });
    const { main, progress, failure } = await text({ systemPrompt: 'Be kind.', maxOutputTokens: 64 });
    expect(failure).toBeUndefined();
    expect(main).toMatchObject({
      ...{ text: 'Hello, dear world, how are you?', finishReason: 'stop', warnings: [] },
      usage: counted,
    });
    expect(progress.map(({ delta }) => delta).join('')).toBe('Hello, dear world, how are you?');
    expect(progress.length).toBeGreaterThan(1);
    expect(servers.of(provider).contract.calls.map(({ flaws }) => flaws)).toEqual([[]]);
  });

  it('is the same through the LLM node', async () => {
    servers.mock.onMessage('Say hello', { content: 'Hello', usage: USAGE });
    const { main } = await run(provider, llmNode, own);
    expect(main).toMatchObject({ text: 'Hello', usage: counted });
  });

  it('gives an object that fits a schema, which may be JSON text', async () => {
    servers.mock.onMessage('Say hello', { content: '{"mood":"happy"}' });
    const schema = {
      type: 'object',
      properties: { mood: { type: 'string' } },
      required: ['mood'],
      additionalProperties: false,
    };
    const { main, failure } = await text({ aiFormat: 'object', aiSchema: JSON.stringify(schema) });
    expect(failure).toBeUndefined();
    expect(main).toMatchObject({ object: { mood: 'happy' } });
    expect((await text({ aiFormat: 'object' })).failure).toMatchObject({ code: 'AI_SCHEMA_INVALID' });
    expect((await text({ aiFormat: 'object', aiSchema: '{' })).failure).toMatchObject({ code: 'AI_SCHEMA_INVALID' });
  });

  it('is refused by the contract when a param is nonsense, and says so', async () => {
    const { contract } = servers.of(provider);
    contract.answerNext({
      status: 400,
      body: { error: { message: 'max_tokens: too large', param: 'max_tokens', type: 'invalid_request_error' } },
    });
    const { failure } = await text({ maxOutputTokens: 999_999 });
    expect(failure).toMatchObject({ code: 'LLM_INVALID_REQUEST', fault: 'user' });
  });

  it('waits as long as it is asked to when there are too many calls', async () => {
    servers
      .of(provider)
      .contract.answerNext({ status: 429, headers: { 'retry-after': '3' }, body: { error: { message: 'slow down' } } });
    expect((await text()).failure).toMatchObject({ code: 'LLM_RATE_LIMITED', fault: 'transient', retryAfterMs: 3_000 });
  });

  it('fails for a moment when the service is down, speaks nonsense, or hangs up', async () => {
    const { contract } = servers.of(provider);
    contract.answerNext({ status: 503, body: 'down' }, { status: 200, body: '<html>' }, { reset: true });
    expect((await text()).failure).toMatchObject({ code: 'LLM_OVERLOADED', fault: 'transient' });
    expect((await text()).failure).toMatchObject({ code: 'LLM_BAD_ANSWER', fault: 'transient' });
    expect((await text()).failure).toMatchObject({ code: 'HTTP_CONNECTION', fault: 'transient' });
    expect(contract.calls).toHaveLength(3);
  });

  it('ends with its signal when the service is slow', async () => {
    const { contract } = servers.of(provider);
    contract.answerNext({ hang: true });
    const signal = new TestSignal();
    const running = text({}, { signal });
    while (contract.calls.length === 0) await new Promise(setImmediate);
    signal.abort();
    await expect(running).rejects.toThrow();
  });

  it('wants an account', async () => {
    expect((await text({}, { credentials: {} })).failure).toMatchObject({ code: 'CREDENTIAL_MISSING' });
  });
});

it('takes a key that is not right for what it is', async () => {
  servers.of('anthropic').contract.answerNext({
    status: 401,
    body: { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
  });
  const { failure } = await run('anthropic', anthropicNode, {});
  expect(failure).toMatchObject({ code: 'LLM_AUTH', fault: 'user' });
  expect(JSON.stringify(failure)).not.toContain('canary');
});

describe('generate image', () => {
  const draw = (params: JsonObject) => run('openai', generateImageNode, { imagePrompt: 'a fox', ...params });

  it('gives files', async () => {
    servers.mock.onImage('a fox', {
      images: [{ b64Json: 'aGVsbG8=', revisedPrompt: 'A red fox' }, { b64Json: 'aGk=' }],
    });
    const { main, failure } = await draw({ n: 2, quality: 'low', background: 'opaque', outputFormat: 'webp' });
    expect(failure).toBeUndefined();
    expect(main).toMatchObject({
      images: [
        { fileName: 'image-1.webp', mimeType: 'image/webp', bytes: 5, base64: 'aGVsbG8=' },
        { fileName: 'image-2.webp', bytes: 2 },
      ],
      revisedPrompt: 'A red fox',
    });
    expect(servers.of('openai').contract.calls.map(({ flaws }) => flaws)).toEqual([[]]);
  });

  it('is refused, limited and broken as text is', async () => {
    const { contract } = servers.of('openai');
    const blocked = { error: { code: 'moderation_blocked', message: 'no' } };
    contract.answerNext(
      { status: 400, body: blocked },
      { status: 429, headers: { 'retry-after': '1' } },
      { body: { created: 1, data: [] } },
    );
    expect((await draw({})).failure).toMatchObject({ code: 'LLM_REFUSED' });
    expect((await draw({})).failure).toMatchObject({ code: 'LLM_RATE_LIMITED', retryAfterMs: 1_000 });
    expect((await draw({})).failure).toMatchObject({ code: 'LLM_BAD_ANSWER' });
    expect((await draw({ size: 'huge' })).failure).toMatchObject({ code: 'INVALID_PARAMS' });
  });
});
