import type { Json } from '@millrace/workflow-model';

/** A node of a dry run. */
export interface DryRunNode {
  readonly nodeId: string;
  readonly label: string;
  readonly path: string | null;
  readonly status: string;
  readonly effect: string;
  readonly source: string;
  readonly ports: readonly string[];
  readonly attempts: number;
}

/** A branch that an approval takes. */
export type DecisionBranch = 'approved' | 'rejected' | 'timeout';

/** How an approval went. */
export interface DryRunDecision {
  readonly taken: DecisionBranch;
  /** Those that it could have taken. */
  readonly others: readonly DecisionBranch[];
}

/** Something that happened on the clock of the run. */
export interface DryRunMoment {
  readonly atMs: number;
  readonly kind: 'call' | 'retry' | 'wait' | 'wake' | 'failure' | 'interruption';
  readonly nodeId: string;
  readonly path: string | null;
  readonly attempt: number | null;
  readonly text: string;
  readonly untilMs: number | null;
  readonly details: Json;
  /** Nobody said what comes here, so something was taken for it. */
  readonly isAssumed: boolean;
  /** Of approvals that go on. */
  readonly decision: DryRunDecision | null;
}

/** What a dry run showed. */
export interface DryRunReport {
  readonly executionId: string;
  readonly status: string;
  readonly isOver: boolean;
  readonly elapsedMs: number;
  readonly output: Json;
  readonly error: Json;
  readonly nodes: readonly DryRunNode[];
  readonly calls: readonly DryRunMoment[];
  readonly timeline: readonly DryRunMoment[];
}
