import type { Json } from '@millrace/workflow-model';
import type { ExecutionEventBody } from './event';
import { nodesOf, type NodeAt } from './nodes-of';
import { TERMINAL_STATUSES, type ExecutionState } from './state';

/** An event from outside on its way to waiting nodes. */
export interface Signal {
  readonly name: string;
  readonly correlation?: string;
  readonly payload: Json;
  readonly from?: string;
  /** Only this node, whatever name and correlation it waits for. */
  readonly nodeId?: string;
  /** With `nodeId`: only in this turn. */
  readonly path?: string;
}

/** One node that the signal wakes, and the event that says so. */
export interface SignalMatch {
  readonly nodeId: string;
  /** The turn that the node belongs to. */
  readonly path?: string;
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
  return nodesOf(state)
    .filter((place) => isWokenBy(place, signal))
    .map(({ nodeId, path }) => {
      const place = path === undefined ? { nodeId } : { nodeId, path };
      return { ...place, event: { type: 'node.woken', ...place, wake } };
    });
}

function isWokenBy({ nodeId, path, node: { wait } }: NodeAt, signal: Signal): boolean {
  if (wait?.kind !== 'event') return false;
  if (signal.nodeId !== undefined) return signal.nodeId === nodeId && signal.path === path;
  return wait.name === signal.name && (wait.correlation === undefined || wait.correlation === signal.correlation);
}
