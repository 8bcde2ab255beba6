import type { Json } from '@millrace/workflow-model';
import { failed, output } from './outcome';
import type { Outcome, TurnResult } from './outcome';

/** What stands in the list of results for a turn that failed. */
function resultOf(result: TurnResult): Json {
  if (result.ok) return result.output;
  const { code, message, details } = result.error;
  return { error: details === undefined ? { code, message } : { code, message, details } };
}

/**
 * The list of what the turns gave, in their order; `{ error: { code, message } }` in the place of one that failed. When a
 * failure stops the loop, the outcome is a failure `LOOP_TURN_FAILED` that names the turn and keeps what the others gave.
 */
export function turnsOutcome(turns: readonly TurnResult[], onTurnError: 'stop' | 'continue'): Outcome {
  const broken = turns.find((turn) => !turn.ok);
  if (broken === undefined || broken.ok || onTurnError === 'continue') return output(turns.map(resultOf));
  const { turn, item, error } = broken;
  return failed({
    code: 'LOOP_TURN_FAILED',
    fault: 'user',
    message: `Turn ${turn + 1} failed: ${error.message}`,
    details: { turn, item, error: resultOf(broken), results: turns.map(resultOf) },
  });
}
