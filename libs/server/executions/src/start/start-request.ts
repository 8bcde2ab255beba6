import type { ExecutionStatus, Foreknown, Simulation, ValueRef } from '@millrace/engine';
import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import type { PayloadRow } from '../log/append';

/** What made a run begin. */
export type ExecutionMode = 'manual' | 'webhook' | 'schedule' | 'event' | 'api' | 'inline' | 'test';

/** How much a run matters among others. */
export type RunPriority = 'low' | 'normal' | 'high';

/** Makes repeats of one request give one run, for seven days. */
export interface Idempotency {
  /** Where the key is unique, such as `webhook:<id>`. */
  readonly scope: string;
  readonly key: string;
  /** Hash of what was asked for; another one under the same key is refused. */
  readonly bodyHash: string;
}

/** What sets a run by hand apart from a whole run; see the event `workflow.started`. */
export interface StartPart extends Foreknown {
  readonly only?: readonly string[];
  /** Ids of the nodes before which the run is paused, each once. */
  readonly pauseBefore?: readonly string[];
  /** Replaces `trigger` by a value that is stored already, or will be with `payloads`. */
  readonly trigger?: ValueRef;
  /** The run only pretends: with mode `test`. */
  readonly simulation?: Simulation;
  /** Values of `reuse` and `trigger` that lie out of line. */
  readonly payloads?: readonly PayloadRow[];
}

/** A run to be started. */
export interface StartRequest {
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly versionId: string;
  /** The first enabled node without incoming edges when absent. */
  readonly triggerNodeId?: string;
  /** Output of the trigger node. */
  readonly trigger: Json;
  readonly mode: ExecutionMode;
  readonly idempotency?: Idempotency;
  /** A running transaction to join: the run exists when it commits. */
  readonly client?: SqlClient;
  /** Name of the run for the v2 API; the id of the execution when absent. */
  readonly instanceId?: string;
  readonly startedBy?: string;
  /** Which runs are worked on first when there is more work than workers; what the workflow says when absent. */
  readonly priority?: RunPriority;
  readonly part?: StartPart;
}

/** The run that a request led to. */
export interface StartedExecution {
  readonly executionId: string;
  readonly instanceId: string;
  readonly status: ExecutionStatus;
  /** Whether an earlier request with the same key had started it. */
  readonly duplicate: boolean;
}
