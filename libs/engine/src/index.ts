export type {
  ExecutionEvent,
  ExecutionEventBody,
  ExecutionEventType,
  Foreknown,
  ForeknownTurns,
  RecordedFailure,
  RecordedWait,
  RecordedWake,
  ReuseSource,
  ReusedResult,
  Simulation,
  TurnErrorPolicy,
  ValueRef,
} from './event';
export { TERMINAL_STATUSES } from './state';
export type { ExecutionState, ExecutionStatus, LoopState, NodeState, NodeStatus, StopCause } from './state';
export type { ExecutionGraph, GraphNode } from './graph';
export type { Command } from './command';
export { GraphError, compileGraph } from './compile-graph';
export type { GraphDocument } from './compile-graph';
export { evolve, fold, initialState } from './evolve';
export { decide } from './decide';
export type { DecideLimits } from './decide';
export { scopeIds } from './run-scope';
export { failRun } from './stop-run';
export { settleFailure } from './settle-failure';
export type { FailedAttempt } from './settle-failure';
export { nodesOf } from './nodes-of';
export type { NodeAt } from './nodes-of';
export { nodeKey, parseNodeKey, turnPath } from './turn-path';
export type { NodePlace } from './turn-path';
export { placesOn } from './place';
export type { Place } from './place';
export { matchSignal } from './match-signal';
export type { Signal, SignalMatch } from './match-signal';
export { foreknown, foreknownRefs, seenBy } from './foreknown';
export { interruptions, liveInputs } from './inputs';
export type { LiveInput } from './inputs';
export { executionOutput, phase, progress, runtimeStatus, stepSummaries } from './views';
export type { ExecutionOutput, ExecutionPhase, RuntimeStatus, StepSummary } from './views';
