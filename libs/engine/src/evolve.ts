import type { ExecutionEvent } from './event';
import type { ExecutionState } from './state';

/** The state before the first event. */
export function initialState(): ExecutionState {
  throw new Error('not built yet');
}

/** The next state. Events that cannot have happened (unknown transition, seq already folded, run over) change nothing. */
export function evolve(_state: ExecutionState, _event: ExecutionEvent): ExecutionState {
  throw new Error('not built yet');
}

/** Folds several events; linear in their number. */
export function fold(state: ExecutionState, events: Iterable<ExecutionEvent>): ExecutionState {
  let next = state;
  for (const event of events) next = evolve(next, event);
  return next;
}
