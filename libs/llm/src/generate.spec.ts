import { RecordingHttp, jsonResponse, textResponse } from '@millrace/node-sdk/testing';
import type { HttpRequest, HttpResponse } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { generate } from './generate';
import { generateImage } from './generate-image';
import { listModels } from './list-models';
import type { LlmAccount, LlmProvider, LlmRequest } from './llm-types';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const models: Record<LlmProvider, string> = {
  openai: 'gpt-6-luna',
  anthropic: 'claude-haiku-5-5',
  gemini: 'gemini-3.8-flash',
  groq: 'openai/gpt-oss-120b',
  'openai-compatible': 'qwen3:8b',
};
const all = Object.keys(models) as LlmProvider[];
const byChat = ['gemini', 'groq', 'openai-compatible'] as const;

interface Rig {
  readonly account: LlmAccount;
  readonly http: RecordingHttp;
  readonly body: (index?: number) => JsonObject;
}

function rig(provider: LlmProvider, answers: readonly HttpResponse[] | ((request: HttpRequest) => HttpResponse)): Rig {
  const http = new RecordingHttp(answers);
  const baseUrl = provider === 'openai-compatible' ? 'http://ollama.test:11434/v1/' : '';
  const account = { provider, http, baseUrl, nowMs: NOW, idempotencyKey: 'key' };
  return { account, http, body: (index = 0) => JSON.parse(String(http.requests[index]?.body)) as JsonObject };
}

const ask = (account: LlmAccount, request: Partial<LlmRequest> = {}) =>
  generate(account, { model: models[account.provider], prompt: 'Hi', ...request });

interface Written {
  readonly text?: string;
  readonly calls?: readonly { id: string; name: string; args: string }[];
  readonly finish?: 'stop' | 'length' | 'refusal';
}

/** An answer as the provider would give it: 10 tokens in, 5 out. */
function answer(provider: LlmProvider, { text = '', calls = [], finish = 'stop' }: Written): HttpResponse {
  const model = models[provider];
  if (provider === 'openai') {
    const part: JsonObject =
      finish === 'refusal' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [] };
    const made = calls.map((call): JsonObject => ({
      type: 'function_call',
      call_id: call.id,
      name: call.name,
      arguments: call.args,
    }));
    return jsonResponse({
      ...{ id: 'r1', object: 'response', model, status: finish === 'length' ? 'incomplete' : 'completed' },
      incomplete_details: finish === 'length' ? { reason: 'max_output_tokens' } : null,
      output: [{ type: 'message', role: 'assistant', content: [part] }, ...made],
      usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15, input_tokens_details: { cached_tokens: 4 } },
    });
  }
  if (provider === 'anthropic') {
    const reasons = { stop: calls.length > 0 ? 'tool_use' : 'end_turn', length: 'max_tokens', refusal: 'refusal' };
    const made = calls.map(({ id, name, args }) => ({ type: 'tool_use', id, name, input: JSON.parse(args) as Json }));
    return jsonResponse({
      ...{ id: 'r1', type: 'message', role: 'assistant', model, stop_reason: reasons[finish] },
      content: [{ type: 'text', text }, ...made],
      usage: { input_tokens: 6, output_tokens: 5, cache_read_input_tokens: 4, cache_creation_input_tokens: 0 },
    });
  }
  const made = calls.map(({ id, name, args }) => ({ id, type: 'function', function: { name, arguments: args } }));
  const message = {
    ...{ role: 'assistant', content: finish === 'refusal' ? null : text },
    ...(finish === 'refusal' ? { refusal: text } : {}),
    ...(made.length > 0 ? { tool_calls: made } : {}),
  };
  const finished = finish === 'length' ? 'length' : made.length > 0 ? 'tool_calls' : 'stop';
  return jsonResponse({
    ...{ id: 'r1', object: 'chat.completion', model },
    choices: [{ index: 0, message, finish_reason: finished }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, prompt_tokens_details: { cached_tokens: 4 } },
  });
}

describe.each(all)('a call to %s', (provider) => {
  it('gives text, the reason of its end, usage and model in one form', async () => {
    const { account, http } = rig(provider, [answer(provider, { text: 'Hello' })]);
    const result = await ask(account, { system: 'Be kind.' });
    expect(result).toMatchObject({
      ...{ text: 'Hello', toolCalls: [], finishReason: 'stop', model: models[provider], id: 'r1', warnings: [] },
      usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15, cachedTokens: 4 },
    });
    expect(http.requests).toHaveLength(1);
    expect(JSON.stringify(http.requests[0])).not.toContain('in-the-credential');
    expect(
      Object.keys(http.requests[0]?.headers ?? {})
        .sort()
        .join(),
    ).not.toMatch(/stainless|authorization|x-api-key/);
  });

  it('gives the calls of tools that it asks for', async () => {
    const calls = [{ id: 'c1', name: 'add', args: '{"a":1}' }];
    const { account, body } = rig(provider, [answer(provider, { calls })]);
    const tools = [{ name: 'add', description: 'Adds.', parameters: { type: 'object', properties: { a: {} } } }];
    const result = await ask(account, { tools });
    expect(result.toolCalls).toEqual([{ id: 'c1', name: 'add', arguments: { a: 1 }, argumentsText: '{"a":1}' }]);
    expect(result.finishReason).toBe('tool-calls');
    expect(JSON.stringify(body()['tools'])).toContain('Adds.');
  });

  it('goes on with what tools have answered', async () => {
    const calls = [
      { id: 'c1', name: 'add', args: '{"a":1}' },
      { id: 'c2', name: 'add', args: '{"a":2}' },
    ];
    const { account, body } = rig(provider, [answer(provider, { calls }), answer(provider, { text: '3' })]);
    const first = await ask(account);
    const asked = { role: 'assistant', text: first.text, toolCalls: first.toolCalls, native: first.native } as const;
    const told = first.toolCalls.map(
      ({ id, name }) => ({ role: 'tool', toolCallId: id, name, text: `done ${id}` }) as const,
    );
    await generate(account, { model: models[provider], messages: [{ role: 'user', text: 'Hi' }, asked, ...told] });
    const sent = JSON.stringify(body(1));
    for (const part of ['c1', 'c2', 'done c1', 'done c2', 'add']) expect(sent).toContain(part);
  });

  it('says when the limit was reached, and when it was refused', async () => {
    const { account } = rig(provider, [
      answer(provider, { text: 'Hel', finish: 'length' }),
      answer(provider, { text: 'No.', finish: 'refusal' }),
    ]);
    expect((await ask(account)).finishReason).toBe('length');
    expect(await ask(account)).toMatchObject({ finishReason: 'refusal', text: 'No.' });
  });

  it('reads an object that fits its schema', async () => {
    const n = Object.freeze({ type: 'integer' });
    const schema = Object.freeze({ type: 'object', properties: Object.freeze({ n }), required: ['n'] });
    const { account, body } = rig(provider, [answer(provider, { text: '{"n":7}' })]);
    expect((await ask(account, { schema })).object).toEqual({ n: 7 });
    expect(JSON.stringify(body())).toMatch(/json_schema/);
  });

  it('asks once more for an object that does not fit, and counts both calls', async () => {
    const schema = { type: 'object', properties: { n: { type: 'integer', minimum: 3 } }, required: ['n'] };
    const { account, body, http } = rig(provider, [
      answer(provider, { text: '{"n":1}' }),
      answer(provider, { text: '```json\n{"n":4}\n```' }),
    ]);
    const result = await ask(account, { schema });
    expect(result).toMatchObject({ object: { n: 4 }, usage: { inputTokens: 20, outputTokens: 10, totalTokens: 30 } });
    expect(result.warnings[0]).toContain('did not fit');
    expect(http.requests.map(({ headers }) => headers?.['idempotency-key'])).toEqual(['key', 'key:2']);
    expect(JSON.stringify(body(1))).toContain('/n');
  });

  it('fails when the second object does not fit either, is cut off, or is refused', async () => {
    const schema = { type: 'object', properties: {}, required: ['n'] };
    const code = (written: Written) => {
      const { account } = rig(provider, () => answer(provider, written));
      return ask(account, { schema }).then(
        () => 'none',
        (error: { failure: { code: string } }) => error.failure.code,
      );
    };
    expect(await code({ text: '{}' })).toBe('LLM_ANSWER_INVALID');
    expect(await code({ text: 'no json at all' })).toBe('LLM_ANSWER_INVALID');
    expect(await code({ text: '{"n"', finish: 'length' })).toBe('LLM_TRUNCATED');
    expect(await code({ text: 'No.', finish: 'refusal' })).toBe('LLM_REFUSED');
  });

  it.each([
    [401, { error: { message: 'bad key' } }, {}, { code: 'LLM_AUTH', fault: 'user' }],
    [429, { error: { code: 'insufficient_quota', message: 'pay' } }, {}, { code: 'LLM_QUOTA', fault: 'user' }],
    [402, { error: { type: 'billing_error' } }, {}, { code: 'LLM_QUOTA', fault: 'user' }],
    [
      429,
      { error: { code: 'rate_limit_exceeded' } },
      { 'retry-after': '7' },
      { code: 'LLM_RATE_LIMITED', fault: 'transient', retryAfterMs: 7_000 },
    ],
    [429, {}, { 'retry-after-ms': '120' }, { code: 'LLM_RATE_LIMITED', retryAfterMs: 120 }],
    [429, {}, { 'retry-after': 'Fri, 20 Nov 2026 10:00:09 GMT' }, { code: 'LLM_RATE_LIMITED', retryAfterMs: 9_000 }],
    [
      429,
      [{ error: { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{}, { retryDelay: '1.5s' }] } }],
      {},
      { code: 'LLM_RATE_LIMITED', retryAfterMs: 1_500 },
    ],
    [404, { error: { message: 'no such model' } }, {}, { code: 'LLM_MODEL_NOT_FOUND', fault: 'user' }],
    [413, '', {}, { code: 'LLM_CONTEXT_TOO_LONG', fault: 'user' }],
    [400, { error: { code: 'context_length_exceeded' } }, {}, { code: 'LLM_CONTEXT_TOO_LONG' }],
    [400, { error: { message: 'prompt is too long: 300000 tokens' } }, {}, { code: 'LLM_CONTEXT_TOO_LONG' }],
    [
      400,
      { error: { message: 'no', param: 'max_tokens', type: 'invalid_request_error' } },
      {},
      { code: 'LLM_INVALID_REQUEST', fault: 'user', message: expect.stringContaining('"max_tokens"') },
    ],
    [400, { error: { code: 'moderation_blocked' } }, {}, { code: 'LLM_REFUSED', fault: 'user' }],
    [
      529,
      { type: 'error', error: { type: 'overloaded_error', message: 'busy' } },
      {},
      { code: 'LLM_OVERLOADED', fault: 'transient', message: expect.stringContaining('busy') },
    ],
    [503, 'upstream down', {}, { code: 'LLM_OVERLOADED', message: expect.stringContaining('upstream down') }],
    [302, '', { location: 'http://x' }, { code: 'LLM_INVALID_REQUEST' }],
  ])('names a refusal with status %d: %j', async (status, said, headers, failure) => {
    const body = typeof said === 'string' ? said : JSON.stringify(said);
    const { account, http } = rig(provider, () =>
      textResponse(body, { status, headers: { 'content-type': 'application/json', ...headers } }),
    );
    await expect(ask(account)).rejects.toMatchObject({ failure });
    expect(http.requests).toHaveLength(1);
  });

  it.each(['', '<html>hello</html>', '{"a":', '{}', '[]', 'null'])('does not take %j for an answer', async (body) => {
    const { account } = rig(provider, () => textResponse(body, { headers: { 'content-type': 'application/json' } }));
    await expect(ask(account)).rejects.toMatchObject({ failure: { code: 'LLM_BAD_ANSWER', fault: 'transient' } });
    await expect(ask(account, { onDelta: () => undefined })).rejects.toMatchObject({
      failure: { code: 'LLM_BAD_ANSWER' },
    });
  });

  it('lists its models', async () => {
    const data: JsonObject[] = [
      { id: 'b-text' },
      { id: 'models/a-text' },
      { id: 'text-embedding-9' },
      { id: 'gpt-image-9' },
      { no: 1 },
    ];
    const { account, http } = rig(provider, () => jsonResponse({ data }));
    expect(await listModels(account)).toEqual([{ id: 'a-text' }, { id: 'b-text' }]);
    expect(await listModels(account, 'image')).toEqual([{ id: 'gpt-image-9' }]);
    expect(http.requests[0]?.url).toMatch(/\/models(\?limit=1000)?$/);
    await expect(listModels(rig(provider, [textResponse('hm')]).account)).rejects.toMatchObject({
      failure: { code: 'LLM_BAD_ANSWER' },
    });
    const refused = rig(provider, [textResponse('', { status: 401 })]).account;
    await expect(listModels(refused)).rejects.toMatchObject({ failure: { code: 'LLM_AUTH' } });
  });
});

it('speaks to each provider at its own address', async () => {
  const urls: string[] = [];
  for (const provider of all) {
    const { account, http } = rig(provider, () => answer(provider, { text: 'x' }));
    await ask(account);
    urls.push(http.requests[0]?.url ?? '');
  }
  expect(urls).toEqual([
    'https://api.openai.com/v1/responses',
    'https://api.anthropic.com/v1/messages',
    'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions',
    'https://api.groq.com/openai/v1/chat/completions',
    'http://ollama.test:11434/v1/chat/completions',
  ]);
});

const sse = (...events: (JsonObject | string)[]): HttpResponse => {
  const line = (event: JsonObject | string): string => {
    if (typeof event === 'string') return `data: ${event}\n\n`;
    const name = typeof event['type'] === 'string' ? `event: ${event['type']}\n` : '';
    return `${name}data: ${JSON.stringify(event)}\n\n`;
  };
  return textResponse(events.map(line).join(''), { headers: { 'content-type': 'text/event-stream' } });
};

describe('streams', () => {
  const streamed = async (provider: LlmProvider, response: HttpResponse) => {
    const deltas: string[] = [];
    const { account, body } = rig(provider, [response]);
    const result = await ask(account, { onDelta: (text) => deltas.push(text) });
    return { result, deltas, body: body() };
  };

  it('tells the text of OpenAI as it comes', async () => {
    const done = JSON.parse(Buffer.from(answer('openai', { text: 'Hello' }).body).toString()) as JsonObject;
    const { result, deltas } = await streamed(
      'openai',
      sse(
        { type: 'response.output_text.delta', delta: 'Hel' },
        { type: 'response.output_text.delta', delta: 'lo' },
        { type: 'response.completed', response: done },
      ),
    );
    expect([deltas, result.text, result.usage.totalTokens]).toEqual([['Hel', 'lo'], 'Hello', 15]);
  });

  it('tells the text of Anthropic as it comes, with tools', async () => {
    const { result, deltas } = await streamed(
      'anthropic',
      sse(
        {
          type: 'message_start',
          message: {
            id: 'r1',
            type: 'message',
            role: 'assistant',
            model: 'claude-haiku-5-5',
            content: [],
            stop_reason: null,
            usage: { input_tokens: 10, output_tokens: 1 },
          },
        },
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
        { type: 'content_block_stop', index: 0 },
        {
          type: 'content_block_start',
          index: 1,
          content_block: { type: 'tool_use', id: 'c1', name: 'add', input: {} },
        },
        { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"a":' } },
        { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '1}' } },
        { type: 'content_block_stop', index: 1 },
        { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } },
        { type: 'message_stop' },
      ),
    );
    expect([deltas, result.text, result.usage.totalTokens]).toEqual([['Hel', 'lo'], 'Hello', 15]);
    expect(result.toolCalls[0]?.arguments).toEqual({ a: 1 });
  });

  it.each(byChat)('puts the pieces of %s together, with tools', async (provider) => {
    const chunk = (delta: JsonObject, more: JsonObject = {}): JsonObject => ({
      ...{ id: 'r1', model: models[provider], object: 'chat.completion.chunk' },
      choices: [{ index: 0, delta, ...more }],
    });
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    const { result, deltas, body } = await streamed(
      provider,
      sse(
        chunk({ role: 'assistant', content: 'Hel' }),
        chunk({ content: 'lo' }),
        chunk({
          tool_calls: [
            { index: 0, id: 'c1', extra_content: { sign: 1 }, function: { name: 'add', arguments: '{"a"' } },
          ],
        }),
        chunk({ tool_calls: [{ index: 0, function: { arguments: ':1}' } }] }, { finish_reason: 'tool_calls' }),
        provider === 'groq' ? { id: 'r1', choices: [], x_groq: { usage } } : { id: 'r1', choices: [], usage },
        '[DONE]',
      ),
    );
    expect([deltas, result.text, result.usage.totalTokens]).toEqual([['Hel', 'lo'], 'Hello', 15]);
    expect(result.toolCalls).toEqual([{ id: 'c1', name: 'add', arguments: { a: 1 }, argumentsText: '{"a":1}' }]);
    expect(result.native).toEqual([expect.objectContaining({ extra_content: { sign: 1 } })]);
    expect(body['stream_options']).toEqual(provider === 'groq' ? undefined : { include_usage: true });
  });

  it.each<[LlmProvider, JsonObject]>([
    ['openai', { type: 'error', code: 'rate_limit_exceeded', message: 'slow down' }],
    [
      'openai',
      {
        type: 'response.failed',
        response: { status: 'failed', output: [], error: { code: 'rate_limit_exceeded', message: 'x' } },
      },
    ],
    ['anthropic', { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } }],
    ['groq', { error: { type: 'rate_limit_error', message: 'slow down' } }],
  ])('name what goes wrong in the middle at %s', async (provider, event) => {
    await expect(streamed(provider, sse(event))).rejects.toMatchObject({ failure: { code: 'LLM_RATE_LIMITED' } });
  });
});

describe('params', () => {
  const sent = async (provider: LlmProvider, request: Partial<LlmRequest>) => {
    const { account, body } = rig(provider, () => answer(provider, { text: 'x' }));
    const { warnings } = await ask(account, request);
    return { body: body(), warnings };
  };

  it('are sent where the model takes them', async () => {
    const request = { maxOutputTokens: 50, temperature: 0.5, reasoningEffort: 'low' } as const;
    expect((await sent('openai', { ...request, reasoningEffort: 'none' })).body).toMatchObject({
      ...{ max_output_tokens: 50, temperature: 0.5, reasoning: { effort: 'none' } },
    });
    expect((await sent('anthropic', request)).body).toMatchObject({ max_tokens: 50, output_config: { effort: 'low' } });
    expect((await sent('groq', request)).body).toMatchObject({
      max_completion_tokens: 50,
      temperature: 0.5,
      reasoning_effort: 'low',
    });
    expect((await sent('gemini', request)).body).toMatchObject({
      max_tokens: 50,
      temperature: 0.5,
      reasoning_effort: 'low',
    });
    expect((await sent('openai-compatible', request)).body).toMatchObject({ max_tokens: 50, temperature: 0.5 });
  });

  it('are left out with a warning where it does not', async () => {
    const openai = await sent('openai', { temperature: 0.5, reasoningEffort: 'low' });
    expect(openai.body).not.toHaveProperty('temperature');
    expect(openai.warnings).toEqual([expect.stringContaining('unless the reasoning effort is "none"')]);
    const claude = await sent('anthropic', { temperature: 0.5, reasoningEffort: 'minimal' });
    expect(claude.body).toEqual({
      model: 'claude-haiku-5-5',
      max_tokens: 4_096,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    expect(claude.warnings).toHaveLength(2);
    expect((await sent('anthropic', { model: 'claude-haiku-4-5', reasoningEffort: 'low' })).warnings[0]).toContain(
      'has no reasoning effort',
    );
    expect((await sent('openai', { model: 'gpt-4o', temperature: 1 })).warnings).toEqual([
      'gpt-4o ends on 2027-01-14.',
    ]);
  });

  it('of a schema are those that the provider enforces', async () => {
    const closed = {
      type: 'object',
      properties: { n: { type: 'integer', minimum: 1 } },
      required: ['n'],
      additionalProperties: false,
    };
    const open = { type: 'object', properties: { n: { type: 'integer', minimum: 1 } } };
    const formats = async (provider: LlmProvider, schema: JsonObject, model = models[provider]) => {
      const { account, body } = rig(provider, () => answer(provider, { text: '{"n":1}' }));
      await ask(account, { schema, model });
      return body();
    };
    expect((await formats('openai', closed))['text']).toEqual({
      format: { type: 'json_schema', name: 'answer', schema: closed, strict: true },
    });
    expect(JSON.stringify(await formats('openai', open))).toContain('"strict":false');
    expect((await formats('anthropic', open))['output_config']).toEqual({
      format: {
        type: 'json_schema',
        schema: { type: 'object', properties: { n: { type: 'integer' } }, additionalProperties: false },
      },
    });
    const inWords = await formats('groq', open, 'qwen/qwen3.8-27b');
    expect([inWords['response_format'], JSON.stringify(inWords['messages'])]).toEqual([
      undefined,
      expect.stringContaining('JSON Schema'),
    ]);
  });

  it('of a schema with names that nobody knows beforehand are put into words for Anthropic', async () => {
    const { account, body } = rig('anthropic', [answer('anthropic', { text: '{"map":{"a":1}}' })]);
    const schema = {
      type: 'object',
      properties: { map: { type: 'object', additionalProperties: { type: 'integer' } } },
    };
    expect((await ask(account, { schema })).object).toEqual({ map: { a: 1 } });
    expect([body()['output_config'], JSON.stringify(body()['system'])]).toEqual([
      undefined,
      expect.stringContaining('JSON Schema'),
    ]);
  });

  it('of a schema that is no object are wrapped and unwrapped', async () => {
    const { account } = rig('openai', [answer('openai', { text: '{"value":["a"]}' })]);
    expect((await ask(account, { schema: { type: 'array', items: { type: 'string' } } })).object).toEqual(['a']);
  });

  it('of a schema are put into words when a server refuses them', async () => {
    const refusal = jsonResponse({ error: { message: 'response_format is not supported' } }, { status: 400 });
    const { account, http, body } = rig('openai-compatible', [
      refusal,
      answer('openai-compatible', { text: '{"n":1}' }),
    ]);
    const result = await ask(account, { schema: { type: 'object', properties: { n: {} } }, system: 'Be kind.' });
    expect([result.object, http.requests.length, body(1)['response_format']]).toEqual([{ n: 1 }, 2, undefined]);
    expect(JSON.stringify(body(1)['messages'])).toContain('Be kind.');
    expect(result.warnings[0]).toContain('in words');
  });

  it.each<JsonObject>([{ pattern: '(' }, { $ref: '#/$defs/none' }])(
    'of a schema that is none are told: %j',
    async (wrong) => {
      const { account } = rig('openai', () => answer('openai', { text: '{"n":"x"}' }));
      const schema: JsonObject = { type: 'object', properties: { n: wrong } };
      await expect(ask(account, { schema })).rejects.toMatchObject({
        failure: { code: 'AI_SCHEMA_INVALID', fault: 'user' },
      });
    },
  );

  it('want a model', async () => {
    await expect(ask(rig('openai', []).account, { model: ' ' })).rejects.toMatchObject({
      failure: { code: 'LLM_INVALID_REQUEST' },
    });
  });
});

it('draws images, and says when there are none', async () => {
  const usage = { input_tokens: 3, output_tokens: 4, total_tokens: 7 };
  const { account, body } = rig('openai', [
    jsonResponse({ created: 1, data: [{ b64_json: 'aGk=', revised_prompt: 'A red fox' }], usage }),
    jsonResponse({ created: 1, data: [] }),
  ]);
  const request = { model: 'gpt-image-2.5-flare', prompt: 'A fox', format: 'png', count: 1, size: 'auto' } as const;
  expect(await generateImage(account, request)).toEqual({
    images: [{ base64: 'aGk=', mimeType: 'image/png' }],
    revisedPrompt: 'A red fox',
    usage: { inputTokens: 3, outputTokens: 4, totalTokens: 7 },
  });
  expect(body()).toEqual({ model: request.model, prompt: 'A fox', n: 1, output_format: 'png', size: 'auto' });
  await expect(generateImage(account, request)).rejects.toMatchObject({ failure: { code: 'LLM_BAD_ANSWER' } });
});
