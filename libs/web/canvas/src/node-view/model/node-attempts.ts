import type { ExecutionEvent, RecordedFailure } from '@millrace/engine';

/** One try of a node. */
export interface NodeAttempt {
  /** From 1. */
  readonly attempt: number;
  readonly outcome: 'running' | 'waiting' | 'completed' | 'failed' | 'interrupted' | 'cancelled';
  /** Milliseconds since the epoch. */
  readonly startedAtMs?: number;
  /** Without waits; undefined while it goes on. */
  readonly durationMs?: number;
  readonly error?: Pick<RecordedFailure, 'code' | 'message'>;
}

/** The tries of a node in a run, or in a turn of a loop, in order. A wait and what follows it are one try. */
export function nodeAttempts(events: readonly ExecutionEvent[], nodeId: string, path?: string): readonly NodeAttempt[] {
  const attempts = new Map<number, NodeAttempt>();
  let latest = 0;
  for (const event of events) {
    if (!('nodeId' in event) || event.nodeId !== nodeId || event.path !== path) continue;
    const attempt = 'attempt' in event ? event.attempt : latest;
    const before = attempts.get(attempt) ?? { attempt, outcome: 'running' };
    const after = settled(before, event);
    if (after === undefined) continue;
    attempts.set(attempt, after);
    latest = attempt;
  }
  return [...attempts.values()].filter(({ attempt }) => attempt > 0);
}

type NodeFact = Extract<ExecutionEvent, { nodeId: string }>;

function settled(before: NodeAttempt, event: NodeFact): NodeAttempt | undefined {
  const { startedAtMs } = before;
  const lasted = startedAtMs === undefined ? {} : { durationMs: Math.max(0, event.atMs - startedAtMs) };
  switch (event.type) {
    case 'node.started':
      return { ...before, outcome: 'running', startedAtMs: startedAtMs ?? event.atMs };
    case 'node.waiting':
      return { ...before, outcome: 'waiting', startedAtMs: event.startedAtMs };
    case 'node.woken':
      return { ...before, outcome: 'running' };
    case 'node.completed':
    case 'node.failed':
      return {
        ...before,
        outcome: event.type === 'node.failed' || event.error ? 'failed' : 'completed',
        startedAtMs: event.startedAtMs,
        durationMs: event.durationMs,
        ...(event.error && { error: event.error }),
      };
    case 'node.retrying':
      return { ...before, ...lasted, outcome: 'failed', error: event.error };
    case 'node.interrupted':
      return { ...before, ...lasted, outcome: 'interrupted', error: INTERRUPTED };
    case 'node.cancelled':
      return { ...before, ...lasted, outcome: 'cancelled' };
    default:
      // Its turns, skips and lines of the log are no tries.
      return undefined;
  }
}

const INTERRUPTED = { code: 'WORKER_LOST', message: 'The worker ended while it ran; the node was run again.' };
