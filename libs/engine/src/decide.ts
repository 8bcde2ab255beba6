import type { Command } from './command';
import type { ExecutionGraph } from './graph';
import type { ExecutionState } from './state';

/** Bounds on one decision. */
export interface DecideLimits {
  /** `run-node` commands at most, the first in order; all when absent. */
  readonly maxStarts?: number;
}

/** What is to be done next; empty when only an event from outside can move the run. */
export function decide(
  _graph: ExecutionGraph,
  _state: ExecutionState,
  _nowMs: number,
  _limits?: DecideLimits,
): Command[] {
  throw new Error('not built yet');
}
