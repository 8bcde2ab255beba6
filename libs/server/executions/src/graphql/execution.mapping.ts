import type { ExecutionEvent, ValueRef } from '@millrace/engine';
import { connectionFrom } from '@millrace/server-platform';
import type { ExecutionFilter } from '../history/execution-filter';
import type { ExecutionSummary } from '../history/execution-row';
import type { ExecutionStep } from '../history/run-view';
import type {
  ExecutionConnectionType,
  ExecutionErrorType,
  ExecutionEventType,
  ExecutionStepType,
  ExecutionType,
  NodeValueType,
} from './execution.type';

/** A summary as GraphQL shows it. */
export function toExecution(summary: ExecutionSummary): ExecutionType {
  return {
    ...summary,
    error: summary.error as ExecutionErrorType | null,
    createdAt: new Date(summary.createdAt),
    startedAt: dateOf(summary.startedAt),
    finishedAt: dateOf(summary.finishedAt),
  };
}

/** A step as GraphQL shows it. */
export function toStep(step: ExecutionStep): ExecutionStepType {
  return {
    ...step,
    startedAt: dateOf(step.startedAt),
    finishedAt: dateOf(step.finishedAt),
    dueAt: dateOf(step.dueAt),
    input: step.input && toValue(step.input),
    output: step.output && toValue(step.output),
    ports: Object.entries(step.ports).map(([port, ref]) => ({ port, value: toValue(ref) })),
    error: step.error as ExecutionErrorType | null,
    reused: step.reused !== null,
    reusedFrom: step.reused === null || step.reused === 'pin' ? null : step.reused.executionId,
  };
}

/** An event as GraphQL shows it. */
export function toEvent(event: ExecutionEvent): ExecutionEventType {
  const { seq, atMs, type, nodeId, ...body } = event as ExecutionEvent & { nodeId?: string };
  return { seq, at: new Date(atMs), type, nodeId: nodeId ?? null, body };
}

/** A page out of the runs asked for and one more. */
export function toPage(
  rows: readonly ExecutionSummary[],
  size: number,
  filter: ExecutionFilter,
): ExecutionConnectionType {
  const page = connectionFrom(rows, size, { key: ({ id }) => [id], node: toExecution });
  return { ...page, filter } as ExecutionConnectionType;
}

/** A value as GraphQL shows it. */
export function toValue(ref: ValueRef): NodeValueType {
  return 'value' in ref ? { value: ref.value } : { payloadId: ref.payloadId, bytes: ref.bytes };
}

function dateOf(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
