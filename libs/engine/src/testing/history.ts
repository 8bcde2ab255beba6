import type { Command } from '../command';
import { decide } from '../decide';
import type { ExecutionEvent } from '../event';
import { fold, initialState } from '../evolve';
import type { ExecutionStatus } from '../state';
import { graphOf, type TestGraph } from './graphs';

/** What the engine decided once so many events had happened, at an instant in milliseconds since the epoch. */
export interface RecordedDecision {
  readonly afterSeq: number;
  readonly nowMs: number;
  readonly commands: readonly Command[];
}

/** A run as it happened, with every decision on the way. */
export interface RecordedHistory {
  /** What the history is there to show. */
  readonly about: string;
  readonly graph: TestGraph;
  readonly events: readonly ExecutionEvent[];
  readonly status: ExecutionStatus;
  readonly decisions: readonly RecordedDecision[];
}

/**
 * The decision after each event: at the instant of that event, and, where time alone changed it, also just before the
 * next one. Each state is folded anew from the events.
 */
export function decisionsOf({ graph, events }: Pick<RecordedHistory, 'graph' | 'events'>): RecordedDecision[] {
  const compiled = graphOf(graph);
  return events.flatMap((event, index) => {
    const state = fold(initialState(), events.slice(0, index + 1));
    const at = (nowMs: number) => ({ afterSeq: event.seq, nowMs, commands: decide(compiled, state, nowMs) });
    const then = at(event.atMs);
    const later = at(events[index + 1]?.atMs ?? event.atMs);
    return JSON.stringify(then.commands) === JSON.stringify(later.commands) ? [then] : [then, later];
  });
}
