import { NodeError, implementNode, output, suspended } from '@millrace/node-sdk';
import { parseDuration } from '../timer/duration';
import { timeoutAt } from '../timer/wait-timeout';
import { filterOf } from './event-filter';
import { waitForEventDefinition } from './wait-for-event.definition';

const LONGEST_LOOK_BACK_MS = 3_600_000;

/** Sleeps until an event comes that has its name, its correlation and what its filter asks for. */
export const waitForEventNode = implementNode(waitForEventDefinition, {
  run: (ctx, { eventName, correlation, field, filter, lookBack, timeout }) => {
    const judged = filterOf(ctx, filter);
    return suspended({
      kind: 'event',
      name: eventName,
      ...(correlation === undefined ? {} : { correlation }),
      ...timeoutAt(ctx, timeout),
      prompt: {
        ...{ kind: 'event', title: ctx.node.label, field },
        ...(judged === undefined ? {} : { filter: judged }),
        ...lookBackIn(lookBack),
      },
    });
  },
  resume: (_ctx, { eventName }, wake) =>
    wake.kind === 'event'
      ? output({ name: eventName, payload: wake.payload })
      : output({ name: eventName, received: false }, 'timeout'),
});

function lookBackIn(text: string | undefined): { lookBackMs?: number } {
  const duration = text === undefined ? undefined : parseDuration(text);
  if (duration === undefined) return {};
  const lookBackMs = duration.toMillis();
  if (lookBackMs <= LONGEST_LOOK_BACK_MS) return { lookBackMs };
  const message = 'Events are kept for one hour: look back at most `PT1H`.';
  throw new NodeError({ code: 'LOOK_BACK_TOO_LONG', fault: 'user', message });
}
