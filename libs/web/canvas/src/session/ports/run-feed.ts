import type { ExecutionEvent } from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import type { Pins } from '../pins/pinned-data';
import type { ProgressNotice } from '../run/live-output';

/** A run as the server has it, with its events so far. */
export interface RunSnapshot {
  readonly executionId: string;
  readonly workflowId?: string;
  readonly versionId?: string;
  /** The document that it runs. */
  readonly document: WorkflowDocument;
  /** In order of `seq`, from the first. */
  readonly events: readonly ExecutionEvent[];
  readonly mode?: string;
  /** Outputs that were pinned when it was started, by node id. */
  readonly pins?: Pins;
}

/** What somebody writes in place of what a completed node gave on a port. */
export interface OutputEdit {
  readonly nodeId: string;
  readonly port: string;
  readonly value: Json;
}

/** Where runs are read from. */
export interface RunFeed {
  snapshot(executionId: string): Promise<RunSnapshot>;
  /**
   * Events after `afterSeq` in order, one by one or in batches; ends with the run or when `signal` fires.
   * Repeats are harmless. When it ends early or throws, the overlay asks again from where it is.
   */
  watch(
    executionId: string,
    afterSeq: number,
    signal: AbortSignal,
  ): AsyncIterable<ExecutionEvent | readonly ExecutionEvent[]>;
  /** What nodes show while they run, from now on, in batches; ends with the run or when `signal` fires. */
  progress?(executionId: string, signal: AbortSignal): AsyncIterable<readonly ProgressNotice[]>;
  /** Replaces what a completed node gave, in a run by hand that is paused; it stays where it is. Tells why when it is refused. */
  edit?(executionId: string, edit: OutputEdit): Promise<void>;
  /** A value that is kept out of line, whole. */
  value?(executionId: string, payloadId: string): Promise<Json>;
}
