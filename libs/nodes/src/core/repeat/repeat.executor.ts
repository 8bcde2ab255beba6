import { failed, implementNode, iterate, output, turnsOutcome } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { repeatDefinition } from './repeat.definition';

export const repeatNode = implementNode(repeatDefinition, {
  run: (ctx) => turnWith(ctx.input),
  resume: (ctx, { until, maxTurns }) => {
    const last = ctx.turns.at(-1);
    if (last === undefined || !last.ok) return turnsOutcome(ctx.turns, 'stop');
    const count = ctx.turns.length;
    if (holds(ctx.evaluate(until, { last: last.output, count }))) return output(last.output);
    if (count < maxTurns) return turnWith(last.output);
    return failed({
      code: 'REPEAT_LIMIT',
      fault: 'user',
      message: `The condition did not hold after ${count} turns. Raise "Most turns" or mend the condition.`,
      details: { last: last.output, count },
    });
  },
});

function turnWith(item: Json): ReturnType<typeof iterate> {
  return iterate({ items: [item], concurrency: 1, onTurnError: 'stop' });
}

/** A template gives text: `false`, `0` and nothing at all do not hold. */
function holds(value: Json): boolean {
  if (typeof value !== 'string') return Boolean(value);
  return !['', 'false', '0', 'null'].includes(value.trim().toLowerCase());
}
