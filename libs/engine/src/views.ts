import type { RecordedFailure, ValueRef } from './event';
import type { ExecutionGraph } from './graph';
import type { ExecutionState, NodeStatus } from './state';

/** The result of a run: nothing, the value of one node as it is, or an object with one key per node. */
export type ExecutionOutput =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly nodeId: string; readonly ref: ValueRef }
  | { readonly kind: 'many'; readonly refs: Readonly<Record<string, ValueRef>> };

/** Status words of the v2 API. */
export type RuntimeStatus = 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELED' | 'TERMINATED' | 'SUSPENDED';

/** What the run is about, finer than its status. */
export type ExecutionPhase =
  | 'pending'
  | 'running'
  | 'waiting_for_event'
  | 'waiting_for_timer'
  | 'retrying'
  | 'paused'
  | 'failing'
  | 'cancelling'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'terminated';

/** One node of a run, for lists and status pages. */
export interface StepSummary {
  readonly nodeId: string;
  readonly status: NodeStatus;
  readonly attempts: number;
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly durationMs?: number;
  readonly input?: ValueRef;
  /** Main port, else the first live one. */
  readonly output?: ValueRef;
  readonly ports: Readonly<Record<string, ValueRef>>;
  readonly error?: RecordedFailure;
  readonly retryAtMs?: number;
  readonly dueAtMs?: number;
  readonly disabled?: boolean;
}

/** References to the result of a finished run; `aliasOf` gives the keys when several nodes make it up. */
export function executionOutput(_state: ExecutionState, _aliasOf: (nodeId: string) => string): ExecutionOutput {
  throw new Error('not built yet');
}

/** 0 to 100; 100 only when completed. */
export function progress(_state: ExecutionState, _graph: ExecutionGraph): number {
  throw new Error('not built yet');
}

/** What the run is about just now. */
export function phase(_state: ExecutionState): ExecutionPhase {
  throw new Error('not built yet');
}

/** The v2 API's word for the status. */
export function runtimeStatus(_state: ExecutionState): RuntimeStatus {
  throw new Error('not built yet');
}

/** The nodes that take part in the run, in order. */
export function stepSummaries(_state: ExecutionState, _graph: ExecutionGraph): StepSummary[] {
  throw new Error('not built yet');
}
