import { MAIN_PORT } from '@millrace/workflow-model';
import type { RecordedFailure, ReuseSource, ValueRef } from './event';
import { Frontier } from './frontier';
import type { ExecutionGraph } from './graph';
import { scopeOf } from './run-scope';
import { TERMINAL_STATUSES, type ExecutionState, type NodeState, type NodeStatus } from './state';

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
  /** Where the result comes from when the node was not run. */
  readonly reused?: ReuseSource;
  readonly skipReason?: NodeState['skipReason'];
}

/** References to the result of a finished run; `aliasOf` gives the keys when several nodes make it up. */
export function executionOutput(state: ExecutionState, aliasOf: (nodeId: string) => string): ExecutionOutput {
  const results = (state.outputFrom ?? []).flatMap((nodeId) => {
    const ref = outputOf(state.nodes.get(nodeId));
    return ref === undefined ? [] : [{ nodeId, ref }];
  });
  const [first] = results;
  if (first === undefined) return { kind: 'none' };
  if (results.length === 1) return { kind: 'one', ...first };
  const refs = new Map<string, ValueRef>();
  for (const { nodeId, ref } of results) {
    const alias = aliasOf(nodeId);
    refs.set(alias === '' || refs.has(alias) ? nodeId : alias, ref);
  }
  return { kind: 'many', refs: Object.fromEntries(refs) };
}

/** Share of the run's nodes that came to an end of their own, 0 to 100; 100 if and only if the run completed. */
export function progress(state: ExecutionState, graph: ExecutionGraph): number {
  if (state.status === 'completed') return 100;
  const scope = scopeOf(graph, state);
  if (scope === undefined) return 0;
  return Math.min(99, Math.floor((100 * Frontier.of(scope, state).done) / scope.nodes.length));
}

/** What the run is about just now. */
export function phase(state: ExecutionState): ExecutionPhase {
  if (state.status === 'cancelled') return state.terminated ? 'terminated' : 'cancelled';
  if (state.stop !== undefined && !TERMINAL_STATUSES.includes(state.status)) {
    return state.stop.kind === 'failed' ? 'failing' : 'cancelling';
  }
  return state.status === 'waiting' ? waitingPhase(state) : state.status;
}

/** An event from outside is what a person may have to do something about, so it goes before timers and retries. */
function waitingPhase(state: ExecutionState): ExecutionPhase {
  let found: ExecutionPhase = 'retrying';
  for (const { wait } of state.nodes.values()) {
    if (wait?.kind === 'event') return 'waiting_for_event';
    if (wait?.kind === 'timer') found = 'waiting_for_timer';
  }
  return found;
}

/** The v2 API's word for the status. */
export function runtimeStatus(state: Pick<ExecutionState, 'status' | 'terminated'>): RuntimeStatus {
  if (state.status === 'cancelled') return state.terminated ? 'TERMINATED' : 'CANCELED';
  return RUNTIME_STATUS[state.status];
}

const RUNTIME_STATUS = {
  pending: 'PENDING',
  running: 'RUNNING',
  waiting: 'RUNNING',
  paused: 'SUSPENDED',
  completed: 'COMPLETED',
  failed: 'FAILED',
} as const;

/** The nodes that take part in the run, in order; before the start, all of the graph. */
export function stepSummaries(state: ExecutionState, graph: ExecutionGraph): StepSummary[] {
  const ids = scopeOf(graph, state)?.nodes.map((node) => node.id) ?? graph.order;
  return ids.map((nodeId) => summarise(nodeId, state.nodes.get(nodeId)));
}

function summarise(nodeId: string, node: NodeState | undefined): StepSummary {
  if (node === undefined) return { nodeId, status: 'pending', attempts: 0, ports: {} };
  const { status, attempts, startedAtMs, finishedAtMs, durationMs, input, ports, error } = node;
  const { retryAtMs, dueAtMs, disabled, reused, skipReason } = node;
  const output = outputOf(node);
  return {
    ...{ nodeId, status, attempts, startedAtMs, finishedAtMs, durationMs, input, output, ports, error },
    ...{ retryAtMs, dueAtMs, disabled, reused, skipReason },
  };
}

function outputOf(node: NodeState | undefined): ValueRef | undefined {
  if (node?.status !== 'completed') return undefined;
  return Object.hasOwn(node.ports, MAIN_PORT) ? node.ports[MAIN_PORT] : Object.values(node.ports)[0];
}
