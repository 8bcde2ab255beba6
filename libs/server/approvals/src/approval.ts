import { parseNodeKey } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** What became of an approval. */
export type ApprovalStatus = 'open' | 'approved' | 'rejected' | 'timed_out' | 'cancelled';

/** What somebody said. */
export type Decision = 'approved' | 'rejected';

/** One thing that was changed in a payload; absent values were not there. */
export interface PayloadChange {
  /** As templates write it, such as `items[0].price`; empty for the whole. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** What somebody said of an approval. */
export interface Vote {
  /** `user:<id>` or `mail:<address>`. */
  readonly person: string;
  readonly decision: Decision;
  readonly reason: string | null;
  /** Consent to an older payload counts no more. */
  readonly payloadVersion: number;
  readonly diff: readonly PayloadChange[] | null;
  readonly via: string;
  readonly at: Date;
}

/** A gate that waits, or waited, for people. */
export interface Approval {
  readonly id: string;
  readonly workspaceId: string;
  readonly executionId: string;
  readonly workflowId: string | null;
  /** The gate, in a loop with the turn. */
  readonly nodeKey: string;
  readonly eventName: string;
  readonly prompt: JsonObject;
  readonly assignees: readonly string[];
  readonly payload: Json;
  readonly payloadVersion: number;
  readonly status: ApprovalStatus;
  readonly dueAt: Date | null;
  readonly expiresAt: Date | null;
  readonly escalateAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedVia: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** Columns of {@link Approval}, of a table with the alias `a`. */
export const APPROVAL_COLUMNS = `a.id, a.workspace_id AS "workspaceId", a.execution_id AS "executionId",
  a.workflow_id AS "workflowId", a.node_key AS "nodeKey", a.event_name AS "eventName", a.prompt, a.assignees, a.payload,
  a.payload_version AS "payloadVersion", a.status, a.due_at AS "dueAt", a.expires_at AS "expiresAt",
  a.escalate_at AS "escalateAt", a.escalated_at AS "escalatedAt", a.decided_by AS "decidedBy",
  a.decided_via AS "decidedVia", a.reason, a.created_at AS "createdAt", a.closed_at AS "closedAt"`;

/** What a gate asks for, out of its prompt. Numbers and flags that are not in form are those of a plain gate. */
export function askOf({ prompt, nodeKey }: Pick<Approval, 'prompt' | 'nodeKey'>): {
  title: string;
  message: string;
  details: Json;
  hasDetails: boolean;
  schema: JsonObject | null;
  isEditable: boolean;
  quorum: number;
  rejectQuorum: number;
  remindEveryMs: number | null;
  escalateTo: string[];
  linkNeedsSignIn: boolean;
} {
  const { title, message, details, schema, escalateTo } = prompt;
  return {
    title: typeof title === 'string' && title !== '' ? title : parseNodeKey(nodeKey).nodeId,
    message: typeof message === 'string' ? message : '',
    details: details ?? null,
    hasDetails: details !== undefined,
    schema: isObject(schema) ? schema : null,
    isEditable: prompt['editable'] === true,
    quorum: countIn(prompt['quorum']) ?? 1,
    rejectQuorum: countIn(prompt['rejectQuorum']) ?? 1,
    remindEveryMs: countIn(prompt['remindEveryMs']),
    escalateTo: Array.isArray(escalateTo) ? escalateTo.filter((one) => typeof one === 'string') : [],
    linkNeedsSignIn: prompt['linkNeedsSignIn'] === true,
  };
}

function countIn(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
