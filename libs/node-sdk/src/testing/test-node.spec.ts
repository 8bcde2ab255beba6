import { z } from 'zod';
import { defineNode, implementNode } from '../definition';
import type { Run } from '../definition';
import { NodeError, failed, output, suspended } from '../outcome';
import {
  MemoryStorage,
  RecordingHttp,
  ScriptedSandbox,
  TestSignal,
  jsonResponse,
  templated,
  testNode,
  textResponse,
} from './index';

const definition = defineNode({
  type: 'probe',
  version: 1,
  title: 'My probe 1',
  description: 'Tries things out.',
  category: 'action',
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main' }],
  params: z.object({
    text: z.string().default('none'),
    raw: z.string().optional(),
    list: z.array(z.json()).optional(),
  }),
  rawParams: ['raw'],
  traits: {},
});
const probe = (run: Run<typeof definition>) => implementNode(definition, { run });

describe('testNode', () => {
  it('evaluates templates and expressions, but not raw params', async () => {
    const node = probe((_ctx, params) => output({ ...params }));
    const { main } = await testNode(node, {
      params: {
        text: 'Hi {{ Fetch.name }}{{ Fetch.data.name }}',
        raw: '{{ Fetch.name }}',
        list: [{ $expr: 'input.n + 1' }, '{{ trigger }}'],
      },
      nodes: { Fetch: { name: 'Ada' } },
      input: { n: 1 },
      trigger: { deep: [true] },
    });
    expect(main).toEqual({ text: 'Hi AdaAda', raw: '{{ Fetch.name }}', list: [2, { deep: [true] }] });
  });

  it('fails as the runner would when a path is missing or a param is wrong', async () => {
    const node = probe(() => output(null));
    expect((await testNode(node, { params: { text: '{{ Nobody.name }}' } })).failure).toMatchObject({
      code: 'EXPRESSION_ERROR',
      fault: 'user',
    });
    expect((await testNode(node, { params: { text: 7 } })).failure).toMatchObject({
      code: 'INVALID_PARAMS',
      message: expect.stringContaining('text'),
    });
  });

  it('turns a thrown NodeError into a failed outcome and lets other errors through', async () => {
    const failure = { code: 'X', fault: 'user', message: 'no' } as const;
    const { outcome } = await testNode(
      probe(() => {
        throw new NodeError(failure);
      }),
    );
    expect(outcome).toEqual({ kind: 'failed', failure });
    expect((await testNode(probe(async () => failed(failure)))).failure).toEqual(failure);
    await expect(
      testNode(
        probe(() => {
          throw new TypeError('bug');
        }),
      ),
    ).rejects.toThrow('bug');
  });

  it('tells a synchronous answer from a promise', async () => {
    expect((await testNode(probe(() => output(1)))).synchronous).toBe(true);
    expect((await testNode(probe(async () => output(1)))).synchronous).toBe(false);
  });

  it('gathers logs, events, requests and stored values', async () => {
    const node = probe(async (ctx) => {
      ctx.log('info', 'hello', { a: 1 });
      ctx.publish('order.placed', { id: 7 });
      const first = await ctx.http.request({ method: 'GET', url: 'https://a.test' });
      await ctx.storage.write('k', { status: first.status });
      const code = await ctx.sandbox.run({ code: '1', globals: {} });
      return output(code.value, 'other');
    });
    const sandbox = new ScriptedSandbox(() => ({ value: 5, logs: [] }));
    const result = await testNode(node, { http: [jsonResponse({ a: 1 }, { status: 201 })], sandbox });
    expect(result.logs).toEqual([{ level: 'info', message: 'hello', fields: { a: 1 } }]);
    expect(result.published).toEqual([{ name: 'order.placed', payload: { id: 7 } }]);
    expect(result.requests).toEqual([{ method: 'GET', url: 'https://a.test' }]);
    expect(result.storage.all()).toEqual({ k: { status: 201 } });
    expect(result.livePorts).toEqual(['other']);
    expect(result.main).toBeUndefined();
    expect(sandbox.requests).toHaveLength(1);
  });

  it('resumes with a wake, and hands its payload on when the node has no resume', async () => {
    const waits = probe(() => suspended({ kind: 'timer', until: '2026-01-15T10:00:05.000Z' }));
    expect((await testNode(waits)).outcome.kind).toBe('suspended');
    expect((await testNode(waits, { wake: { kind: 'event', name: 'e', payload: 3 } })).main).toBe(3);
    expect((await testNode(waits, { wake: { kind: 'timer' } })).main).toBeNull();
    const own = implementNode(definition, { run: () => output(0), resume: (_ctx, _params, wake) => output(wake.kind) });
    expect((await testNode(own, { wake: { kind: 'timeout' } })).main).toBe('timeout');
  });

  it('gives a context with alias, clock, attempt and one parent', async () => {
    const node = probe((ctx) =>
      output({
        alias: ctx.node.alias,
        now: ctx.nowMs,
        attempt: ctx.attempt,
        inputs: ctx.inputs.length,
        zone: ctx.execution.timezone,
      }),
    );
    const { main } = await testNode(node, { nowMs: 5, attempt: 3, timezone: 'Europe/Berlin' });
    expect(main).toEqual({ alias: 'Myprobe1', now: 5, attempt: 3, inputs: 1, zone: 'Europe/Berlin' });
  });
});

describe('the fakes', () => {
  it('copy stored values in and out', async () => {
    const storage = new MemoryStorage({ a: [1] });
    const value = (await storage.read('a')) as number[];
    value.push(2);
    expect(await storage.read('a')).toEqual([1]);
    expect([await storage.delete('a'), await storage.delete('a'), await storage.read('a')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('say when a request has no answer, and let a handler answer', async () => {
    await expect(new RecordingHttp().request({ method: 'GET', url: 'u' })).rejects.toThrow('no response for request 1');
    const http = new RecordingHttp((request, index) => textResponse(`${request.url}#${index}`));
    await http.request({ method: 'GET', url: 'a' });
    expect(new TextDecoder().decode((await http.request({ method: 'GET', url: 'b' })).body)).toBe('b#1');
  });

  it('fire a signal once', () => {
    const signal = new TestSignal();
    let calls = 0;
    const listener = (): void => void (calls += 1);
    signal.addEventListener('abort', listener);
    signal.abort();
    signal.abort();
    expect([signal.aborted, signal.reason, calls]).toEqual([true, 'cancelled', 1]);
  });

  it('know a template anywhere inside a value', () => {
    expect([templated('{{ a }}'), templated({ a: [{ $expr: '1' }] }), templated(['x', 1, null])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
