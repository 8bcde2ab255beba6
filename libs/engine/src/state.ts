import type { RecordedFailure, RecordedWait, ValueRef } from './event';

export type ExecutionStatus = 'pending' | 'running' | 'waiting' | 'paused' | 'completed' | 'failed' | 'cancelled';
export type NodeStatus = 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'skipped' | 'cancelled';

export const TERMINAL_STATUSES: readonly ExecutionStatus[] = ['completed', 'failed', 'cancelled'];

export interface NodeState {
  readonly status: NodeStatus;
  /** Attempts begun so far. */
  readonly attempts: number;
  /** Attempts that a dying worker cut off; counted apart, and limited apart. */
  readonly interruptions: number;
  /** Value per live port, once completed. */
  readonly ports: Readonly<Record<string, ValueRef>>;
  readonly input?: ValueRef;
  readonly error?: RecordedFailure;
  readonly wait?: RecordedWait;
  /** What ended the wait, until the node has run on. */
  readonly wake?: { readonly kind: 'timer' | 'timeout' | 'event'; readonly name?: string; readonly payload?: unknown; readonly from?: string };
  /** Milliseconds since the epoch of the next attempt, while a retry is due. */
  readonly retryAtMs?: number;
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly durationMs?: number;
  readonly disabled?: boolean;
}

/** A run as its events tell it. Immutable; `evolve` makes the next one. */
export interface ExecutionState {
  readonly status: ExecutionStatus;
  /** Seq of the last event folded in; 0 before the first. */
  readonly seq: number;
  readonly triggerNodeId?: string;
  readonly trigger?: ValueRef;
  /** Only nodes that something happened to; the others are pending. */
  readonly nodes: ReadonlyMap<string, NodeState>;
  readonly paused: boolean;
  readonly cancelRequested?: { readonly terminate: boolean; readonly reason?: string; readonly by?: string };
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly outputFrom?: readonly string[];
  readonly error?: RecordedFailure & { readonly nodeId?: string };
  readonly terminated?: boolean;
}
