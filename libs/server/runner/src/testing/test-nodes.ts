import {
  NodeError,
  implementNode,
  iterate,
  output,
  suspended,
  turnsOutcome,
  untilWorkflowEnds,
  workflowEndOf,
} from '@millrace/node-sdk';
import type { NodeDefinition, NodeImplementation, Outcome, RunContext, Wait } from '@millrace/node-sdk';
import type { Json, JsonObject, NodeTraits } from '@millrace/workflow-model';
import { z } from 'zod';
import { waiterNode } from './waiter-node';

/** A call of an effect node, as the spec sees and steers it. */
export interface EffectCall {
  readonly key: string;
  readonly attempt: number;
  readonly idempotencyKey: string;
  readonly signal: RunContext['signal'];
  finish(value?: Json): void;
  fail(error: unknown): void;
}

/** What the effect nodes of one spec did; each call is held until the spec ends it, unless it is told to answer at once. */
export class EffectScript {
  readonly calls: EffectCall[] = [];
  private waiting: { wants: (call: EffectCall) => boolean; resolve: (call: EffectCall) => void }[] = [];
  private readonly answers = new Map<string, (call: EffectCall) => void>();

  /** Ends calls of nodes with this key by itself. */
  answer(key: string, how: (call: EffectCall) => void): void {
    this.answers.set(key, how);
  }

  /** The next call that fits and was not asked for before. */
  called(key: string, attempt = 1): Promise<EffectCall> {
    const wants = (call: EffectCall): boolean => call.key === key && call.attempt === attempt;
    const found = this.calls.find(wants);
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => this.waiting.push({ wants, resolve }));
  }

  /** How often nodes with this key were called. */
  count(key: string): number {
    return this.calls.filter((call) => call.key === key).length;
  }

  /** What the implementation does. */
  run(ctx: RunContext, key: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const call: EffectCall = {
        key,
        attempt: ctx.attempt,
        idempotencyKey: ctx.idempotencyKey,
        signal: ctx.signal,
        finish: (value = { done: key }) => resolve(output(value)),
        fail: reject,
      };
      this.calls.push(call);
      this.answers.get(key)?.(call);
      const ready = this.waiting.filter(({ wants }) => wants(call));
      this.waiting = this.waiting.filter((waiter) => !ready.includes(waiter));
      for (const { resolve: told } of ready) told(call);
    });
  }
}

function definition<P extends z.ZodObject>(
  type: string,
  params: P,
  traits: NodeTraits,
  outputs: string[] = ['main'],
): NodeDefinition<P> {
  return {
    type,
    version: 1,
    title: type,
    description: `${type} for specs.`,
    category: traits.trigger ? 'trigger' : 'action',
    inputs: traits.trigger ? [] : [{ id: 'main' }],
    outputs: outputs.map((id) => ({ id })),
    traits,
    params,
  };
}

const anything = z.json().optional();

const pollOf = (nowMs: number, state: JsonObject): Wait => ({
  kind: 'timer',
  until: new Date(nowMs + 20).toISOString(),
  state,
});

/** Small nodes with every trait that the runner asks for. */
export function testNodes(script: EffectScript): NodeImplementation[] {
  const nodes = [
    implementNode(definition('start', z.object({}), { trigger: true, pure: true }), {
      run: (ctx) => output(ctx.trigger),
    }),
    implementNode(definition('set', z.object({ name: z.string(), value: anything }), { pure: true }), {
      run: (ctx, { name, value }) => output({ ...(ctx.input as JsonObject), [name]: value ?? null }),
    }),
    implementNode(definition('give', z.object({ value: z.any() }), { pure: true }), {
      run: (_ctx, { value }) => output(value as Json),
    }),
    implementNode(
      { ...definition('on-error', z.object({}), { trigger: true, pure: true }), startsOn: 'error' as const },
      {
        run: (ctx) => output(ctx.trigger),
      },
    ),
    implementNode(definition('silent', z.object({}), { pure: true }), { run: () => ({ kind: 'output', ports: {} }) }),
    implementNode(definition('strange', z.object({}), { pure: true }), {
      run: () => output(Object.assign(JSON.parse('{"__proto__":{"bad":1},"good":1}'), { none: undefined }) as Json),
    }),
    implementNode(definition('large', z.object({ bytes: z.number() }), { pure: true }), {
      run: (_ctx, { bytes }) => output({ text: 'x'.repeat(bytes) }),
    }),
    implementNode(definition('effect', z.object({ key: z.string(), value: anything }), {}), {
      run: (ctx, { key }) => script.run(ctx, key),
    }),
    implementNode(definition('slow', z.object({ key: z.string() }), { repeatable: true }), {
      run: (ctx, { key }) => script.run(ctx, key),
    }),
    implementNode(definition('crash', z.object({}), { pure: true }), {
      run: () => {
        throw new TypeError('secret inside of the server');
      },
    }),
    implementNode(definition('refuse', z.object({ fault: z.enum(['user', 'transient', 'bug']) }), {}), {
      run: (_ctx, { fault }) => {
        throw new NodeError({ code: 'REFUSED', fault, message: 'It was refused.' });
      },
    }),
    implementNode(definition('sleep', z.object({ ms: z.number() }), { suspends: true }), {
      run: (ctx, { ms }) => suspended({ kind: 'timer', until: new Date(ctx.nowMs + ms).toISOString() }),
      resume: (ctx) => output({ slept: true, ...(ctx.input as JsonObject) }),
    }),
    implementNode(definition('nap', z.object({ ms: z.number() }), { suspends: true, repeatable: true }), {
      run: (ctx, { ms }) => suspended({ kind: 'timer', until: new Date(ctx.nowMs + ms).toISOString() }),
      resume: (ctx) => output({ napped: true, ...(ctx.input as JsonObject) }),
    }),
    implementNode(definition('held-sleep', z.object({ key: z.string(), ms: z.number() }), { suspends: true }), {
      run: async (ctx, { key, ms }) => {
        await script.run(ctx, key);
        return suspended({ kind: 'timer', until: new Date(ctx.nowMs + ms).toISOString() });
      },
    }),
    implementNode(definition('job', z.object({ polls: z.number(), kept: anything }), { suspends: true }), {
      run: (ctx, { kept }) => suspended(pollOf(ctx.nowMs, { job: ctx.idempotencyKey, polls: 1, kept: kept ?? null })),
      resume: (ctx, { polls }, wake) => {
        const state = (wake.kind === 'timer' ? (wake.state ?? {}) : {}) as JsonObject;
        if (state['polls'] === polls) return output(state);
        return suspended(pollOf(ctx.nowMs, { ...state, polls: Number(state['polls']) + 1 }));
      },
    }),
    implementNode(
      definition(
        'await',
        z.object({ name: z.string(), timeoutMs: z.number().optional(), correlation: z.string().optional() }),
        { suspends: true, branches: true },
        ['main', 'timeout'],
      ),
      {
        run: (ctx, { name, timeoutMs, correlation }) =>
          suspended({
            kind: 'event',
            name,
            ...(correlation === undefined ? {} : { correlation }),
            ...(timeoutMs === undefined ? {} : { timeoutAt: new Date(ctx.nowMs + timeoutMs).toISOString() }),
          }),
        resume: (_ctx, _params, wake) =>
          wake.kind === 'event' ? output({ got: wake.payload }) : output({ late: true }, 'timeout'),
      },
    ),
    implementNode(definition('publish', z.object({ name: z.string() }), {}), {
      run: (ctx, { name }) => {
        ctx.publish(name, ctx.input);
        ctx.log('info', 'published', { name });
        return output({ published: name });
      },
    }),
    implementNode(definition('answer', z.object({ body: anything }), { pure: true }), {
      run: (_ctx, { body }) => ({
        kind: 'output',
        ports: { main: body ?? null },
        response: { status: 201, headers: { 'x-test': '1' }, body: body ?? null },
      }),
    }),
    implementNode(definition('store', z.object({ key: z.string() }), {}), {
      run: async (ctx, { key }) => {
        await ctx.storage.write(key, ctx.input);
        return output((await ctx.storage.read(key)) ?? null);
      },
    }),
    implementNode(
      definition('act', z.object({ type: z.string(), params: z.record(z.string(), z.json()), step: z.string() }), {}),
      { run: async (ctx, action) => output(await ctx.actions.call(action)) },
    ),
    implementNode(
      definition('child', z.object({ workflowId: z.string(), input: anything, key: z.string().optional() }), {}),
      {
        run: async (ctx, { workflowId, input = null, key }) => {
          const value = await ctx.actions.runWorkflow({ workflowId, input, step: 'only' });
          return key === undefined ? output(value) : script.run(ctx, key);
        },
      },
    ),
    implementNode(
      definition(
        'await-child',
        z.object({ workflowId: z.string(), input: anything, timeoutMs: z.number().optional() }),
        { suspends: true },
        ['main', 'timeout'],
      ),
      {
        run: async (ctx, { workflowId, input = null, timeoutMs }) => {
          const { executionId } = await ctx.actions.startWorkflow({ workflowId, input, step: 'only', awaited: true });
          const at = timeoutMs === undefined ? undefined : new Date(ctx.nowMs + timeoutMs).toISOString();
          return suspended(untilWorkflowEnds(executionId, at));
        },
        resume: (_ctx, _params, wake) => output((workflowEndOf(wake) ?? { late: true }) as unknown as Json),
      },
    ),
    implementNode(definition('show', z.object({ updates: z.array(z.record(z.string(), z.json())) }), {}), {
      run: (ctx, { updates }) => {
        for (const update of updates) ctx.progress(update);
        return script.run(ctx, 'show');
      },
    }),
    implementNode(
      definition(
        'loop',
        z.object({
          items: z.array(z.json()),
          concurrency: z.number().default(1),
          onTurnError: z.enum(['stop', 'continue']).default('stop'),
        }),
        { container: true, pure: true },
      ),
      {
        run: (_ctx, wish) => iterate(wish),
        resume: (ctx, { onTurnError }) => turnsOutcome(ctx.turns, onTurnError),
      },
    ),
    implementNode(
      {
        ...definition('fetch', z.object({ url: z.string(), method: z.string().default('GET'), body: anything }), {
          effect: 'write',
          readsWhen: { param: 'method', is: ['GET'], default: 'GET' },
        }),
        output: z.object({ made: z.string() }),
      },
      {
        run: async (ctx, { url, method, body }) => {
          const account = await ctx.credential();
          const headers = { authorization: `Bearer ${account?.secret('token') ?? 'none'}`, 'x-plain': 'yes' };
          const sent = body === undefined ? {} : { body: JSON.stringify(body) };
          const answer = await ctx.http.request({ method, url, headers, ...sent });
          if (answer.status >= 400) {
            const retryAfterMs = Number(answer.headers['retry-after'] ?? 0) * 1_000;
            const message = `It answered ${answer.status}.`;
            throw new NodeError({ code: 'HTTP_STATUS', fault: 'transient', message, retryAfterMs });
          }
          try {
            return output(JSON.parse(new TextDecoder().decode(answer.body)) as Json);
          } catch {
            throw new NodeError({ code: 'NOT_JSON', fault: 'user', message: 'It is no JSON.' });
          }
        },
      },
    ),
    waiterNode,
    implementNode(definition('result', z.object({}), { pure: true, terminal: true }), {
      run: (ctx) => output(ctx.input),
    }),
  ];
  return nodes as unknown as NodeImplementation[];
}
