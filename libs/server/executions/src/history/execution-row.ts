import type { ExecutionStatus, RecordedFailure } from '@millrace/engine';
import type { PartialMode } from '../partial/partial-plan';
import type { ExecutionMode } from '../start/start-request';

/** What a fork was asked for. */
export interface ForkFacts {
  /** Nodes (`b`, `each/3/b`) and turns (`each/3`) that it was forked from; none for what went on from where its source stopped. */
  readonly from: readonly string[];
  /** The attempt that was looked at. */
  readonly attempt?: number;
  /** Whether it was given something else than its source. */
  readonly isEdited: boolean;
}

/** A run without its log, as lists show it. Instants are ISO 8601. */
export interface ExecutionSummary {
  readonly id: string;
  readonly instanceId: string;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly versionId: string;
  readonly triggerNodeId: string;
  readonly status: ExecutionStatus;
  readonly mode: ExecutionMode;
  /** 0 to 100. */
  readonly progress: number;
  /** Seq of the newest event. */
  readonly eventSeq: number;
  readonly terminated: boolean;
  readonly error: (RecordedFailure & { readonly nodeId?: string }) | null;
  readonly startedBy: string | null;
  /** What a partial run was asked for; null for whole runs. */
  readonly partial: { readonly mode: PartialMode; readonly nodeId: string } | null;
  /** The run whose results this one reuses, or that it repeats; it may be gone. */
  readonly sourceId: string | null;
  /** Null unless it is a fork of its source. */
  readonly fork: ForkFacts | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** What {@link EXECUTION_COLUMNS} gives. */
export interface ExecutionRow {
  readonly id: string;
  readonly instance_id: string;
  readonly workspace_id: string;
  readonly workflow_id: string | null;
  readonly version_id: string;
  readonly trigger_node_id: string;
  readonly status: ExecutionStatus;
  readonly mode: ExecutionMode;
  readonly progress: number;
  readonly event_seq: number;
  readonly terminated: boolean;
  readonly error: ExecutionSummary['error'];
  readonly started_by: string | null;
  readonly partial_mode: PartialMode | null;
  readonly partial_node_id: string | null;
  readonly source_id: string | null;
  readonly fork: ForkFacts | null;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

/** Columns of {@link ExecutionRow}, of a table with the alias `e`. */
export const EXECUTION_COLUMNS = `e.id, e.instance_id, e.workspace_id, e.workflow_id, e.version_id, e.trigger_node_id,
  e.status, e.mode, e.progress, e.event_seq, e.terminated, e.error, e.started_by, e.partial_mode,
  e.partial_node_id, e.source_id, e.fork, e.created_at, e.started_at,
  e.finished_at`;

/** The summary in a row. */
export function summaryOf(row: ExecutionRow): ExecutionSummary {
  return {
    id: row.id,
    instanceId: row.instance_id,
    workspaceId: row.workspace_id,
    workflowId: row.workflow_id,
    versionId: row.version_id,
    triggerNodeId: row.trigger_node_id,
    status: row.status,
    mode: row.mode,
    progress: row.progress,
    eventSeq: row.event_seq,
    terminated: row.terminated,
    error: row.error,
    startedBy: row.started_by,
    partial: row.partial_mode && { mode: row.partial_mode, nodeId: row.partial_node_id ?? '' },
    sourceId: row.source_id,
    fork: row.fork,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
