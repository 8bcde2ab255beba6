import type { ExecutionMode, ExecutionStatus, RunRowPartsFragment } from '@millrace/web-api/graphql';

/** Where a run stands that waits for a slot of its workflow. */
export interface RunQueue {
  /** Runs that go before it. */
  readonly ahead: number;
  /** Runs at a time. */
  readonly limit: number;
  /** The limit holds for each of these by itself; null when it holds for the whole workflow. */
  readonly key: string | null;
}

/** A run as a list shows it. */
export interface RunRow {
  readonly id: string;
  readonly workflowId: string | null;
  readonly workflowName: string;
  readonly versionId: string;
  /** Semantic version; null for drafts and unsaved documents. */
  readonly version: string | null;
  readonly status: ExecutionStatus;
  readonly mode: ExecutionMode;
  /** 0 to 100. */
  readonly progress: number;
  /** Seq of its newest event: of two states of a run the one with more is newer. */
  readonly eventSeq: number;
  readonly terminated: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly retryCount: number;
  /** Somebody of the workspace wants to find it again. */
  readonly starred: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly nodeId: string | null } | null;
  /** Why it does not begin; null or absent when nothing of its workflow holds it back. */
  readonly queue?: RunQueue | null;
  /** What models took; null or absent until it is over, and when it asked none. */
  readonly usage?: RunRowPartsFragment['modelUsage'];
}

/** A run of the API as a row. */
export function runRowOf(parts: RunRowPartsFragment): RunRow {
  const { error, modelUsage, ...rest } = parts;
  return {
    ...rest,
    usage: modelUsage,
    error: error && { code: error.code, message: error.message, nodeId: error.nodeId ?? null },
  };
}

const OVER: ReadonlySet<ExecutionStatus> = new Set(['COMPLETED', 'FAILED', 'CANCELLED']);

/** Whether a run in this status never changes again. */
export function isOver(status: ExecutionStatus): boolean {
  return OVER.has(status);
}
