import type { ExecutionEventBody, ExecutionStatus, RecordedFailure, RecordedWait } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';

/** A value above 64 KiB that goes into its own row. */
export interface PayloadRow {
  readonly id: string;
  readonly bytes: number;
  /** One line of JSON text. */
  readonly text: string;
}

/** What a node waits for, as signals find it. */
export interface WaitRow {
  readonly nodeId: string;
  readonly wait: RecordedWait;
}

/** An event inside the workspace, committed with the result of the node that published it. */
export interface PublishedRow {
  readonly id: string;
  readonly name: string;
  readonly payload: Json;
}

/** What a run gives back, as callers that wait for it get it. */
export interface FinishedExecution {
  readonly status: ExecutionStatus;
  readonly output: Json;
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json;
  };
  readonly error?: RecordedFailure & { readonly nodeId?: string };
}

/** Rows that belong to events and are written with them. */
export interface AppendRows {
  readonly payloads: readonly PayloadRow[];
  readonly waits: readonly WaitRow[];
  /** Nodes whose wait is over. */
  readonly endedWaits: readonly string[];
  readonly published: readonly PublishedRow[];
}

/** Events to add to the log of a leased run. Nothing of it is written unless epoch and seq are as expected. */
export interface Append {
  readonly executionId: string;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly epoch: number;
  /** Seq of the newest event that the writer knows. */
  readonly expectedSeq: number;
  readonly events: readonly ExecutionEventBody[];
  readonly status: ExecutionStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly error?: RecordedFailure & { readonly nodeId?: string };
  readonly terminated?: boolean;
  /** Gives the lease back; `dueAtMs` is when somebody must look again (database clock), null for never by itself. */
  readonly release?: { readonly dueAtMs: number | null };
  readonly rows?: AppendRows;
  /** Called at most once, after the commit, when somebody in this process waits for the end. */
  readonly result?: () => FinishedExecution;
}

/** `rejected`: the lease is lost or somebody else wrote; read the log to know which. */
export type AppendOutcome = { readonly kind: 'stored'; readonly atMs: number } | { readonly kind: 'rejected' };

/** Statuses that never change again, as the table's CHECK has them. */
export function isTerminal(status: ExecutionStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
