import type { NodeState, RecordedFailure, RecordedWait, ValueRef } from '@millrace/engine';
import type { WorkflowNode } from '@millrace/workflow-model';
import type { LoopRun } from './turns';

/** What the badge of a node says; `retrying` is a wait between two attempts. */
export type LiveStatus =
  'pending' | 'running' | 'waiting' | 'retrying' | 'completed' | 'failed' | 'skipped' | 'cancelled';

/** A node of a run, as the canvas shows it. */
export interface NodeRun {
  readonly nodeId: string;
  /** The turn that it is in, such as `each/3`; absent outside of loops. */
  readonly path?: string;
  /** How far its turns are, once it has asked for some. */
  readonly loop?: LoopRun;
  readonly status: LiveStatus;
  /** Attempts begun. */
  readonly attempt: number;
  /** Attempts that the node may have: "2/3" when it is above 1. */
  readonly maxAttempts: number;
  /** Milliseconds since the epoch. */
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly durationMs?: number;
  /** Milliseconds since the epoch at which the wait or the pause before a retry ends by itself. */
  readonly waitsUntilMs?: number;
  readonly wait?: RecordedWait;
  /** Of a failure, also one that the run went on after. */
  readonly error?: RecordedFailure;
  readonly input?: ValueRef;
  /** Value by live port. */
  readonly ports: Readonly<Record<string, ValueRef>>;
  /** Items on the main port (else the first live one): elements of a list, 1 for anything else, undefined when not known. */
  readonly itemCount?: number;
  readonly isDisabled: boolean;
  readonly skipReason?: NodeState['skipReason'];
}

/** A node's state in the words of the canvas. */
export function nodeRunOf(nodeId: string, state: NodeState, node: WorkflowNode | undefined): NodeRun {
  const ref = mainRef(state.ports);
  const itemCount = ref === undefined ? undefined : itemsIn(ref);
  return {
    nodeId,
    status: statusOf(state),
    attempt: state.attempts,
    maxAttempts: node?.settings.retry?.maxAttempts ?? 1,
    startedAtMs: state.startedAtMs,
    finishedAtMs: state.finishedAtMs,
    durationMs: state.durationMs,
    waitsUntilMs: state.retryAtMs ?? state.dueAtMs,
    wait: state.wait,
    error: state.error,
    input: state.input,
    ports: state.ports,
    itemCount,
    isDisabled: state.disabled === true,
    skipReason: state.skipReason,
  };
}

/** The value that stands for a node's output: of the main port, else of the first live one. */
export function mainRef(ports: Readonly<Record<string, ValueRef>>): ValueRef | undefined {
  return Object.hasOwn(ports, 'main') ? ports['main'] : Object.values(ports)[0];
}

/** Elements of a list, 1 for anything else; undefined for a value out of line that is not known to be either. */
export function itemsIn(ref: ValueRef): number | undefined {
  if ('payloadId' in ref) return undefined;
  return Array.isArray(ref.value) ? ref.value.length : 1;
}

function statusOf(state: NodeState): LiveStatus {
  return state.status === 'waiting' && state.retryAtMs !== undefined ? 'retrying' : state.status;
}
