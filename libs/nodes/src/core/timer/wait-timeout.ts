import { NodeError } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import { z } from 'zod';
import { MAX_WAIT_YEARS, instantAfter, isTooFar, parseDuration } from './duration';
import { blankIsAbsent } from './wait-params';

/** A duration that may be left out, as ISO 8601 or short. */
export const optionalDuration = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .refine((text) => parseDuration(text) !== undefined, 'Use an ISO 8601 duration such as `P2D`, or `36h`.')
    .optional(),
);

/** The param that says how long a node waits before its port `timeout` becomes live. */
export const timeoutParam = optionalDuration.meta({
  title: 'Timeout',
  description: 'How long to wait, such as `P2D` or `36h`; for ever when empty.',
  ui: { control: 'duration', placeholder: 'P2D' },
});

/** When a wait ends by itself, ISO 8601. @throws NodeError `WAIT_TOO_LONG` */
export function timeoutAt(ctx: RunContext, text: string | undefined): { timeoutAt?: string } {
  const duration = text === undefined ? undefined : parseDuration(text);
  if (duration === undefined) return {};
  const dueMs = instantAfter(duration, ctx.nowMs, ctx.execution.timezone);
  if (!isTooFar(dueMs, ctx.nowMs)) return { timeoutAt: new Date(dueMs).toISOString() };
  const message = `The node would wait more than ${MAX_WAIT_YEARS} years. Give a shorter timeout.`;
  throw new NodeError({ code: 'WAIT_TOO_LONG', fault: 'user', message });
}
