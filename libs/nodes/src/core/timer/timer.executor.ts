import { NodeError, implementNode, output, suspended } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import { Duration } from 'luxon';
import { MAX_WAIT_YEARS, instantAfter, isTooFar, parseDuration } from './duration';
import { instantOf } from './instant';
import { timerDefinition } from './timer.definition';

type Params = ParamsOf<typeof timerDefinition>;

/** Sleeps until a time that is reckoned once; a time in the past does not sleep at all. */
export const timerNode = implementNode(timerDefinition, {
  run: (ctx, params) => {
    const dueMs = dueAt(ctx, params);
    if (dueMs <= ctx.nowMs) return output(ctx.input);
    if (isTooFar(dueMs, ctx.nowMs)) {
      const message = `The timer would wait more than ${MAX_WAIT_YEARS} years. Give an earlier time.`;
      throw new NodeError({ code: 'TIMER_TOO_LONG', fault: 'user', message });
    }
    return suspended({ kind: 'timer', until: new Date(dueMs).toISOString() });
  },
  resume: (ctx) => output(ctx.input),
});

function dueAt(ctx: RunContext, { durationMinutes, duration, until }: Params): number {
  const { timezone } = ctx.execution;
  if (until !== undefined) return untilMs(ctx, until);
  const wait =
    duration === undefined ? Duration.fromObject({ minutes: durationMinutes ?? 0 }) : parseDuration(duration);
  return wait === undefined ? ctx.nowMs : instantAfter(wait, ctx.nowMs, timezone);
}

function untilMs(ctx: RunContext, until: string | number): number {
  const instant = instantOf(until, { nowMs: ctx.nowMs, timezone: ctx.execution.timezone });
  if (instant !== undefined) return instant;
  const message = `"${until}" is no time. Use an ISO 8601 time such as 2026-12-24T18:00:00 or 2026-12-24T18:00:00Z.`;
  throw new NodeError({ code: 'TIMER_INVALID_TIME', fault: 'user', message });
}
