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
  /** The lease before was given back, or ran out because Postgres was away: nobody died of what was at work. */
  readonly isHandedOver: boolean;
  /** Complete, gapless, in order. */
  readonly events: readonly ExecutionEvent[];
}
