import type { DocumentIndex } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import type { DirtyReason } from './dirty-nodes';

/** `step`: this node; `to`: everything up to it, anew; `from`: it and everything after it. */
export type RunMode = 'step' | 'to' | 'from';

/** What a partial run does with each node. Nodes in none of the lists take no part. */
export interface RunPlan {
  readonly mode: RunMode;
  readonly nodeId: string;
  /** Outputs that are taken from the last run. */
  readonly reuse: readonly string[];
  /** Outputs that are taken from pins. */
  readonly pinned: readonly string[];
  /** Nodes that run, in order; the target is one of them. */
  readonly run: readonly string[];
  /** Whether nodes before the target have to run first: the button then says "Run previous nodes & this". */
  readonly runsPrevious: boolean;
  /** Trigger that the run begins with; undefined when none leads to the node. */
  readonly triggerNodeId?: string;
  /** The run whose outputs are reused; undefined when none are. */
  readonly sourceExecutionId?: string;
}

/** What a plan is made from. */
export interface RunPlanInput {
  readonly index: DocumentIndex;
  readonly nodeId: string;
  readonly mode: RunMode;
  readonly pins: Pins;
  readonly stale: ReadonlyMap<string, DirtyReason>;
  /** Whether the last run has an output of the node. */
  readonly completed: (nodeId: string) => boolean;
  readonly sourceExecutionId?: string;
}

/** Works out which nodes run and which outputs are reused. */
export function runPlan(input: RunPlanInput): RunPlan {
  return { mode: input.mode, nodeId: input.nodeId, reuse: [], pinned: [], run: [input.nodeId], runsPrevious: false };
}
