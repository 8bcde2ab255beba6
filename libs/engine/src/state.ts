import type {
  Foreknown,
  RecordedFailure,
  RecordedWait,
  RecordedWake,
  ReuseSource,
  Simulation,
  TurnErrorPolicy,
  ValueRef,
} from './event';

/** Where a run stands. */
export type ExecutionStatus = 'pending' | 'running' | 'waiting' | 'paused' | 'completed' | 'failed' | 'cancelled';
/** Where a node of a run stands. */
export type NodeStatus = 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'skipped' | 'cancelled';

/** A run in one of these never changes again. */
export const TERMINAL_STATUSES: readonly ExecutionStatus[] = ['completed', 'failed', 'cancelled'];

/** The turns of a node that iterates. A turn is a run of the node's body, told by the events that carry its path. */
export interface LoopState {
  /** How many turns were asked for, begun, and finished; and how many of those did not complete. */
  readonly count: number;
  readonly begun: number;
  readonly finished: number;
  readonly failed: number;
  readonly concurrency: number;
  readonly onTurnError: TurnErrorPolicy;
  /** What the turns are about: the lists in the order in which they were asked for, each with the number of its first turn. */
  readonly items: readonly { readonly from: number; readonly ref: ValueRef }[];
  /** Numbers of the turns that have begun and not finished, ascending. */
  readonly active: readonly number[];
  /** How many of these have something else to do than to wait. */
  readonly busy: number;
  /** Every turn that has begun, by its number. */
  readonly turns: ReadonlyMap<string, ExecutionState>;
}

/**
 * A node of a run. `running` with `iterating` is with its turns and calls no executor itself. `waiting` with `retryAtMs` is between two tries, otherwise it waits for `wait`; `pending` with
 * `attempts` above 0 is to run again: woken (`wake`) or interrupted.
 */
export interface NodeState {
  readonly status: NodeStatus;
  /** Attempts begun so far. */
  readonly attempts: number;
  /** Attempts that the end of a worker cut off; counted apart, and limited apart. */
  readonly interruptions: number;
  /** Those of them in which the worker did not die: it was told to stop, or the database was away. Without a limit. */
  readonly handovers?: number;
  /** Attempts that ended in an outage: they use up no try, but time. */
  readonly outages?: {
    readonly count: number;
    /** Milliseconds since the epoch of the first of those that followed each other. */
    readonly sinceMs: number;
  };
  /** Value per live port, once completed. */
  readonly ports: Readonly<Record<string, ValueRef>>;
  readonly input?: ValueRef;
  readonly error?: RecordedFailure;
  readonly wait?: RecordedWait;
  /** Its turns go on. */
  readonly iterating?: true;
  /** Once it has asked for turns. */
  readonly loop?: LoopState;
  /** What ended the wait, until the node has run on. */
  readonly wake?: RecordedWake;
  /** Number of the attempt that comes next, while one is to come: after a wake the same, after a retry or an interruption one more. */
  readonly nextAttempt?: number;
  /** Milliseconds since the epoch of the next attempt, while a retry is due. */
  readonly retryAtMs?: number;
  /** Milliseconds since the epoch at which `wait` ends by itself: its timer or its timeout. */
  readonly dueAtMs?: number;
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly durationMs?: number;
  readonly disabled?: boolean;
  /** Where the result comes from when the node was not run. */
  readonly reused?: ReuseSource;
  readonly skipReason?: 'dead-path' | 'run-failed' | 'run-cancelled';
}

/** Why a run that has not finished starts no further node. The first cause decides the final status. */
export type StopCause =
  | { readonly kind: 'failed'; readonly error: RecordedFailure & { readonly nodeId?: string } }
  | { readonly kind: 'cancelled' };

/** A run as its events tell it, or a turn of a loop within one. Immutable; `evolve` makes the next one. */
export interface ExecutionState extends Foreknown {
  readonly status: ExecutionStatus;
  /** Seq of the last event folded in; 0 before the first. */
  readonly seq: number;
  readonly triggerNodeId?: string;
  readonly trigger?: ValueRef;
  /** The nodes that take part in a partial run; all that the trigger reaches when absent. */
  readonly only?: readonly string[];
  /** Set for a turn of a loop: all nodes of the body take part. */
  readonly turn?: number;
  /** By node id; only nodes that something happened to, the others are pending. What is in the body of a loop is in its turns. */
  readonly nodes: ReadonlyMap<string, NodeState>;
  /** Breakpoints that the run has not come to yet. */
  readonly pauseBefore?: readonly string[];
  /** The nodes at whose breakpoints it is paused. */
  readonly pausedAt?: readonly string[];
  /** The only nodes that may begin before the run is paused again; all when absent. */
  readonly stepping?: readonly string[];
  /** Set for runs that only pretend. All instants of such a run are those of its own clock. */
  readonly simulation?: Simulation;
  /** What the clock of a simulated run shows; milliseconds since the epoch. */
  readonly clockMs?: number;
  readonly paused: boolean;
  /** Since when it is paused; milliseconds since the epoch. */
  readonly pausedAtMs?: number;
  /** Milliseconds of all pauses that are over; they do not count towards the run's timeout. */
  readonly pausedMs: number;
  /** How many nodes run, wait (for a wait or a retry), and are to run again after a wake or an interruption. */
  readonly tally: { readonly running: number; readonly waiting: number; readonly again: number };
  readonly stop?: StopCause;
  readonly cancelRequested?: { readonly terminate: boolean; readonly reason?: string; readonly by?: string };
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly outputFrom?: readonly string[];
  readonly error?: RecordedFailure & { readonly nodeId?: string };
  readonly terminated?: boolean;
}
