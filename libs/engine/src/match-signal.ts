import type { Json } from '@millrace/workflow-model';
import type { ExecutionEventBody } from './event';
import type { ExecutionState } from './state';

/** An event from outside on its way to waiting nodes. */
export interface Signal {
  readonly name: string;
  readonly correlation?: string;
  readonly payload: Json;
  readonly from?: string;
  /** Only this node, whatever name it waits for. */
  readonly nodeId?: string;
}

/** One node that the signal wakes, and the event that says so. */
export interface SignalMatch {
  readonly nodeId: string;
  readonly event: Extract<ExecutionEventBody, { type: 'node.woken' }>;
}

/** Waiting nodes that the signal wakes. A wait without correlation takes any; one with it takes only the same. */
export function matchSignal(_state: ExecutionState, _signal: Signal): SignalMatch[] {
  throw new Error('not built yet');
}
