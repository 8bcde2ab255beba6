import type { ExecutionEventBody, RecordedFailure, ValueRef } from './event';
import type { ExecutionGraph } from './graph';
import type { ExecutionState } from './state';

/** A failed attempt, and the two things the engine does not have: the time and a random number. */
export interface FailedAttempt {
  readonly graph: ExecutionGraph;
  readonly state: ExecutionState;
  readonly nodeId: string;
  readonly attempt: number;
  readonly failure: RecordedFailure;
  readonly nowMs: number;
  /** In [0, 1). */
  readonly random: number;
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly input?: ValueRef;
}

/** The event to record for a failed attempt: `node.retrying`, `node.completed` with `error`, or `node.failed`. */
export function settleFailure(_failed: FailedAttempt): ExecutionEventBody {
  throw new Error('not built yet');
}
