import type { ExecutionStatus, NodeStatus, RuntimeStatus, ValueRef } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { PlannedFork } from '../fork/fork-execution';
import { shownPlan } from '../fork/shown-plan';
import type { ShownStep } from '../fork/shown-plan';
import type { ExecutionDetail } from '../history/execution-history';
import type { ExecutionSummary } from '../history/execution-row';
import type { ExecutionStep } from '../history/run-view';

/** An error as REST shows it. */
export interface ErrorResource {
  readonly code: string;
  readonly message: string;
  readonly details?: Json;
  readonly nodeId?: string;
}

/** A run in a list. */
export interface ExecutionListItem {
  readonly id: string;
  readonly instanceId: string;
  readonly workflowId: string | null;
  readonly status: ExecutionStatus;
  readonly mode: string;
  readonly progress: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error: ErrorResource | null;
}

/** A node of a run. */
export interface StepResource {
  readonly nodeId: string;
  readonly label: string;
  readonly type: string;
  readonly status: NodeStatus;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
  /** `{ payloadId, bytes }` when the value is above 64 KiB. */
  readonly output: Json;
  readonly error: ErrorResource | null;
}

/** A run with its steps. */
export interface ExecutionResource extends ExecutionListItem {
  readonly version: string;
  readonly output: Json;
  readonly steps: readonly StepResource[];
}

/** A run as the v2 API tells it. */
export interface InstanceStatus {
  readonly instanceId: string;
  readonly workflowId: string;
  readonly runtimeStatus: RuntimeStatus;
  readonly phase: string;
  /** 0 to 100. */
  readonly progress: number;
  /** Envelopes by node id, and `trigger`. */
  readonly outputs: Readonly<Record<string, Json>>;
  readonly error?: ErrorResource;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/** The summary as a list shows it. */
export function toListItem(summary: ExecutionSummary): ExecutionListItem {
  return {
    id: summary.id,
    instanceId: summary.instanceId,
    workflowId: summary.workflowId,
    status: summary.status,
    mode: summary.mode,
    progress: summary.progress,
    createdAt: summary.createdAt,
    startedAt: summary.startedAt,
    finishedAt: summary.finishedAt,
    error: summary.error && errorOf(summary.error),
  };
}

/** The whole run. */
export function toResource(detail: ExecutionDetail): ExecutionResource {
  return {
    ...toListItem(detail),
    version: detail.version,
    output: detail.output,
    steps: detail.steps.map(toStep),
  };
}

/** The run as Dapr's clients expect it. */
export function toInstanceStatus(detail: ExecutionDetail, workflowId: string): InstanceStatus {
  const outputs = new Map<string, Json>([['trigger', detail.trigger]]);
  for (const step of detail.steps) {
    const envelope = envelopeOf(step);
    if (envelope !== undefined) outputs.set(step.nodeId, envelope);
  }
  return {
    instanceId: detail.instanceId,
    workflowId,
    runtimeStatus: detail.runtimeStatus,
    phase: detail.phase,
    progress: detail.progress,
    outputs: Object.fromEntries(outputs),
    ...(detail.error ? { error: errorOf(detail.error) } : {}),
    startedAt: detail.startedAt,
    completedAt: detail.finishedAt,
  };
}

/** What a fork would do. */
export interface ForkPlanResource {
  /** Names this plan: a fork with it starts exactly this, or nothing. */
  readonly token: string;
  readonly from: readonly string[];
  readonly steps: readonly ShownStep[];
  /** What the one node that is forked from is given; these can be edited. */
  readonly inputs: readonly { readonly nodeId: string; readonly label: string; readonly value: Json }[];
}

/** The plan for programs. */
export function toForkPlanResource(planned: PlannedFork): ForkPlanResource {
  const { steps, inputs } = shownPlan(planned);
  const { token, from } = planned;
  return { token, from, steps, inputs: inputs.map((input) => ({ ...input, value: shown(input.value) })) };
}

function toStep(step: ExecutionStep): StepResource {
  const { nodeId, label, type, status, attempts, startedAt, finishedAt, durationMs } = step;
  return {
    ...{ nodeId, label, type, status, attempts, startedAt, finishedAt, durationMs },
    output: step.output === null ? null : shown(step.output),
    error: step.error && errorOf(step.error),
  };
}

function envelopeOf(step: ExecutionStep): Json | undefined {
  const error: JsonObject = step.error ? { error: { ...errorOf(step.error) } as JsonObject } : {};
  if (step.status === 'completed') {
    return { success: step.error === null, data: step.output === null ? null : shown(step.output), ...error };
  }
  return step.status === 'failed' ? { success: false, data: null, ...error } : undefined;
}

function shown(ref: ValueRef): Json {
  return 'value' in ref ? ref.value : { payloadId: ref.payloadId, bytes: ref.bytes };
}

function errorOf(error: NonNullable<ExecutionSummary['error']>): ErrorResource {
  const { code, message, details, nodeId } = error;
  return {
    code,
    message,
    ...(details === undefined ? {} : { details }),
    ...(nodeId === undefined ? {} : { nodeId }),
  };
}
