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
