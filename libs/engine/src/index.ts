export type { ExecutionEvent, ExecutionEventBody, ExecutionEventType, RecordedFailure, RecordedWait, ValueRef } from './event';
export { TERMINAL_STATUSES } from './state';
export type { ExecutionState, ExecutionStatus, NodeState, NodeStatus } from './state';
export type { ExecutionGraph, GraphNode } from './graph';
export type { Command } from './command';
