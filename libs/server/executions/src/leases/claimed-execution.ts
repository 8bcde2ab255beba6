import type { ExecutionEvent, ExecutionStatus } from '@millrace/engine';

/** A run whose lease this process holds, with its log. */
export interface ClaimedExecution {
  readonly executionId: string;
  readonly instanceId: string;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly versionId: string;
  readonly status: ExecutionStatus;
  readonly priority: number;
  /** Fencing token: every write of this holder names it. */
  readonly epoch: number;
  /** Leases that ran out since the log last grew. */
  readonly lostLeases: number;
  /** Complete, gapless, in order. */
  readonly events: readonly ExecutionEvent[];
}
