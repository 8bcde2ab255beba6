import type { WorkflowEdge } from '@millrace/workflow-model';
import type { ExecutionEventBody, ValueRef } from './event';
import type { ExecutionGraph } from './graph';
import type { ExecutionState } from './state';

/** A live incoming edge and the value on it. */
export interface LiveInput {
  readonly edge: WorkflowEdge;
  readonly ref: ValueRef;
}

/** What came in through the live edges of a node, in document order of the edges. */
export function liveInputs(_graph: ExecutionGraph, _state: ExecutionState, _nodeId: string): LiveInput[] {
  throw new Error('not built yet');
}

/** `node.interrupted` for every node recorded as running. A worker that takes over a run records these first. */
export function interruptions(_state: ExecutionState): ExecutionEventBody[] {
  throw new Error('not built yet');
}
