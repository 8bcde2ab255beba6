import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { APPROVAL_COLUMNS, type Approval } from './approval';
import { ApprovalPeople } from './people';
import type { Decider } from './person';

/** Which approvals a list holds: open ones that wait for whoever asks, every one, open ones, or those that are over. */
export type ApprovalListKind = 'mine' | 'all' | 'open' | 'closed';

/** A page of approvals, newest first. */
export interface ApprovalListRequest {
  readonly kind: ApprovalListKind;
  readonly workflowId?: string;
  readonly executionId?: string;
  /** Part of the title or message. */
  readonly text?: string;
  /** Rows to give at most. */
  readonly limit: number;
  /** Only older ones. */
  readonly before?: string;
}

/** How many approvals there are. */
export interface ApprovalCounts {
  readonly mine: number;
  readonly open: number;
  /** Mine that should have been decided by now. */
  readonly overdue: number;
}

/** Counting stops here. */
const MOST_COUNTED = 1_000;

/** Open, for this person (their keys are $2, whether they control runs $3), and they have no vote that counts yet ($4). */
const IS_MINE = `a.status = 'open' AND (a.assignees && $2::text[] OR ($3::bool AND a.assignees = '{}'))
  AND NOT EXISTS (SELECT 1 FROM approval_vote v WHERE v.approval_id = a.id AND v.person = $4
    AND (v.decision = 'rejected' OR v.payload_version = a.payload_version))`;

const CONDITIONS: Readonly<Record<ApprovalListKind, string>> = {
  mine: IS_MINE,
  all: 'true',
  open: `a.status = 'open'`,
  closed: `a.status <> 'open'`,
};

/** Lists of approvals. Everybody who may see runs sees them all; only some are theirs to decide. */
@Injectable()
export class ListApprovals {
  constructor(
    private readonly pool: SqlPool,
    private readonly people: ApprovalPeople,
  ) {}

  /** Indexes: approval_open for `mine` and `open`, approval_by_workspace otherwise. */
  async list(actor: Actor, request: ApprovalListRequest): Promise<Approval[]> {
    const { rows } = await this.pool.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a
       WHERE a.workspace_id = $1 AND ${CONDITIONS[request.kind]} AND ${KNOWN_PARAMETERS}
         AND ($5::uuid IS NULL OR a.id < $5) AND ($6::uuid IS NULL OR a.workflow_id = $6)
         AND ($7::uuid IS NULL OR a.execution_id = $7)
         AND ($8::text IS NULL OR strpos(lower(coalesce(a.prompt->>'title', '') || ' ' || coalesce(a.prompt->>'message', '')), lower($8)) > 0)
       ORDER BY a.id DESC LIMIT $9`,
      [
        ...parametersOf(actor, await this.people.deciderOf(actor)),
        request.before ?? null,
        request.workflowId ?? null,
        request.executionId ?? null,
        request.text?.trim() || null,
        request.limit,
      ],
    );
    return rows;
  }

  /** Index: approval_open. */
  async counts(actor: Actor): Promise<ApprovalCounts> {
    const { rows } = await this.pool.query<ApprovalCounts>(
      `SELECT count(*) FILTER (WHERE mine)::int AS mine, count(*)::int AS open,
         count(*) FILTER (WHERE mine AND due_at < clock_timestamp())::int AS overdue
       FROM (SELECT a.due_at, (${IS_MINE}) AS mine FROM approval a
         WHERE a.workspace_id = $1 AND a.status = 'open' LIMIT ${MOST_COUNTED}) AS a`,
      parametersOf(actor, await this.people.deciderOf(actor)),
    );
    return rows[0] ?? { mine: 0, open: 0, overdue: 0 };
  }

  /** Approvals of each run, oldest first. Index: approval_by_execution. */
  async ofExecutions(workspaceId: string, executionIds: readonly string[]): Promise<Map<string, Approval[]>> {
    const { rows } = await this.pool.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a WHERE a.workspace_id = $1 AND a.execution_id = ANY($2::uuid[])
       ORDER BY a.id LIMIT 2000`,
      [workspaceId, executionIds],
    );
    const found = new Map<string, Approval[]>();
    for (const row of rows) found.set(row.executionId, [...(found.get(row.executionId) ?? []), row]);
    return found;
  }
}

/** Lists that do not ask whose they are still get the parameters: Postgres wants to know their types. */
const KNOWN_PARAMETERS = '($2::text[], $3::bool, $4::text) IS NOT NULL';

function parametersOf(actor: Actor, decider: Decider): unknown[] {
  return [actor.workspaceId, decider.keys, decider.mayControl, decider.person];
}
