import type { ExecutionState, ReuseSource } from '@millrace/engine';
import type { Pins } from '@millrace/server-workflows';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';

/** `step`: one node; `to`: everything up to it, anew; `from`: it and everything after it. */
export type PartialMode = 'step' | 'to' | 'from';

/** A run of the same workflow whose results may be reused. */
export interface EarlierRun {
  readonly executionId: string;
  readonly document: WorkflowDocument;
  readonly state: ExecutionState;
  /** Values of pinned nodes that lie out of line, by id. */
  readonly values: ReadonlyMap<string, Json>;
}

/** What is to be run of a draft. */
export interface PartialRequest {
  readonly draft: WorkflowDocument;
  readonly mode: PartialMode;
  readonly nodeId: string;
  /** Nodes that are run beside the one, with `step` only; those that are not there or that the trigger does not reach are left out. */
  readonly alsoRun?: readonly string[];
  /** The earlier run's, else the first that leads to the node, when absent. */
  readonly triggerNodeId?: string;
  readonly pins: Pins;
  readonly earlier?: EarlierRun;
  /** Whether the trigger gets an input of its own: then nothing of an earlier run holds any more, and no pin of the trigger. */
  readonly hasInput: boolean;
}

/** What a partial run does, in the order of the graph. */
export interface PartialPlan {
  readonly triggerNodeId: string;
  /** Nodes that take part. */
  readonly only: readonly string[];
  readonly run: readonly string[];
  readonly reused: readonly { readonly nodeId: string; readonly from: ReuseSource }[];
}
