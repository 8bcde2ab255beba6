import type { Json } from '@millrace/workflow-model';
import type { ExecutionEventBody } from './event';
import { TERMINAL_STATUSES, type ExecutionState, type NodeState } from './state';

/** An event from outside on its way to waiting nodes. */
export interface Signal {
  readonly name: string;
  readonly correlation?: string;
  readonly payload: Json;
  readonly from?: string;
  /** Only this node, whatever name and correlation it waits for. */
  readonly nodeId?: string;
}

/** One node that the signal wakes, and the event that says so. */
export interface SignalMatch {
  readonly nodeId: string;
  readonly event: Extract<ExecutionEventBody, { type: 'node.woken' }>;
}

/**
 * Waiting nodes that the signal wakes, none once the run is stopping. A wait without correlation takes any signal of its
 * name; a wait with one takes only the same. A paused run takes signals too: the woken node runs on when it is resumed.
 */
export function matchSignal(state: ExecutionState, signal: Signal): SignalMatch[] {
  if (state.stop !== undefined || TERMINAL_STATUSES.includes(state.status)) return [];
  const { name, payload, from } = signal;
  const wake = { kind: 'event' as const, name, payload, ...(from !== undefined && { from }) };
  return [...state.nodes]
    .filter(([nodeId, node]) => isWokenBy(nodeId, node, signal))
    .map(([nodeId]) => ({ nodeId, event: { type: 'node.woken', nodeId, wake } }));
}

function isWokenBy(nodeId: string, { wait }: NodeState, signal: Signal): boolean {
  if (wait?.kind !== 'event') return false;
  if (signal.nodeId !== undefined) return signal.nodeId === nodeId;
  return wait.name === signal.name && (wait.correlation === undefined || wait.correlation === signal.correlation);
}
