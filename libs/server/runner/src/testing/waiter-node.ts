import { NodeError, implementNode, output, suspended, untilWorkflowEnds, workflowEndOf } from '@millrace/node-sdk';
import type { NodeDefinition, Outcome, RunContext, Wait } from '@millrace/node-sdk';
import { z } from 'zod';

/** Everything that a node can wait for. */
export const WAIT_KINDS = ['timer', 'event', 'approval', 'child', 'retry', 'outage'] as const;

/** One of them. */
export type WaitKind = (typeof WAIT_KINDS)[number];

const params = z.object({
  kind: z.enum(WAIT_KINDS),
  /** Name of the event that ends the wait. */
  name: z.string(),
  /** Milliseconds of the timer. */
  ms: z.number().default(600),
  /** Milliseconds after which nobody waits any more. */
  timeoutMs: z.number().optional(),
  fails: z.boolean().default(false),
  workflowId: z.string().default(''),
});

type Params = z.infer<typeof params>;

const definition: NodeDefinition<typeof params> = {
  type: 'waiter',
  version: 1,
  title: 'waiter',
  description: 'Waits in a way that a spec chooses, then passes its input on or fails.',
  category: 'action',
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main' }, { id: 'timeout' }],
  traits: { suspends: true },
  params,
};

/** Waits as it is told; then passes its input on, or fails. */
export const waiterNode = implementNode(definition, {
  run: async (ctx, wish) => {
    const { kind } = wish;
    if (kind === 'retry' || kind === 'outage') return ctx.attempt === 1 ? later(wish) : settled(ctx, wish);
    return suspended(await waitOf(ctx, wish));
  },
  resume: (ctx, wish, wake) => {
    if (wake.kind === 'timeout') return output({ late: true }, 'timeout');
    const end = workflowEndOf(wake);
    return end === undefined || end.status === 'completed' ? settled(ctx, wish) : broken();
  },
});

function later({ kind, ms }: Params): never {
  const outage = kind === 'outage' ? ({ outage: true } as const) : {};
  throw new NodeError({ code: 'BUSY', fault: 'transient', message: 'Later.', retryAfterMs: ms, ...outage });
}

async function waitOf(ctx: RunContext, { kind, name, ms, timeoutMs, workflowId }: Params): Promise<Wait> {
  const at = timeoutMs === undefined ? undefined : new Date(ctx.nowMs + timeoutMs).toISOString();
  if (kind === 'timer') return { kind: 'timer', until: new Date(ctx.nowMs + ms).toISOString() };
  if (kind === 'child') {
    const started = await ctx.actions.startWorkflow({ workflowId, input: ctx.input, step: 'only', awaited: true });
    return untilWorkflowEnds(started.executionId, at);
  }
  const prompt = kind === 'approval' ? { prompt: { kind: 'approval', title: 'May it?', message: '' } } : {};
  return { kind: 'event', name, ...prompt, ...(at === undefined ? {} : { timeoutAt: at }) };
}

function settled(ctx: RunContext, { fails }: Params): Outcome {
  return fails ? broken() : output(ctx.input);
}

function broken(): never {
  throw new NodeError({ code: 'BROKEN', fault: 'user', message: 'It did not work.' });
}
