import { SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { APPROVAL_COLUMNS, type Approval, type Decision, type PayloadChange, type Vote } from './approval';
import { approvalNotFound } from './approvals.errors';

/** A vote with the approval that it is of. */
interface VoteRow extends Vote {
  readonly approvalId: string;
}

const VOTE_COLUMNS = `v.approval_id AS "approvalId", v.person, v.decision, v.reason,
  v.payload_version AS "payloadVersion", v.diff, v.via, v.created_at AS at`;

/** Rows of approvals and of what people said. */
@Injectable()
export class ApprovalStore {
  constructor(private readonly pool: SqlPool) {}

  /** Index: approval_pkey. @throws DomainError `APPROVAL_NOT_FOUND` */
  async find(workspaceId: string, id: string, client: SqlClient = this.pool): Promise<Approval> {
    const [approval] = isUuid(id) ? await this.some(workspaceId, [id], client) : [];
    if (!approval) throw approvalNotFound(id);
    return approval;
  }

  /** Those that there are. Index: approval_pkey. */
  async some(workspaceId: string, ids: readonly string[], client: SqlClient = this.pool): Promise<Approval[]> {
    const { rows } = await client.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a WHERE a.workspace_id = $1 AND a.id = ANY($2::uuid[])`,
      [workspaceId, ids],
    );
    return rows;
  }

  /** Locks it until the transaction ends; its run is to be locked before. @throws DomainError `APPROVAL_NOT_FOUND` */
  async lock(client: SqlClient, workspaceId: string, id: string): Promise<Approval> {
    const { rows } = await client.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a WHERE a.workspace_id = $1 AND a.id = $2 FOR UPDATE`,
      [workspaceId, id],
    );
    if (!rows[0]) throw approvalNotFound(id);
    return rows[0];
  }

  /** Those of one node of a run, newest first; locked. Index: approval_by_execution. */
  async lockOfNode(client: SqlClient, executionId: string, nodeKey: string): Promise<Approval[]> {
    const { rows } = await client.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a WHERE a.execution_id = $1 AND a.node_key = $2
       ORDER BY a.id DESC FOR UPDATE`,
      [executionId, nodeKey],
    );
    return rows;
  }

  /** The newest that waited for an event outside of loops, by its name or the default name. Index: approval_by_execution. */
  async newestByEvent(client: SqlClient, executionId: string, eventName: string): Promise<Approval | undefined> {
    const { rows } = await client.query<Approval>(
      `SELECT ${APPROVAL_COLUMNS} FROM approval a
       WHERE a.execution_id = $1 AND a.node_key NOT LIKE '%/%' AND (a.event_name = $2 OR 'approval_' || a.node_key = $2)
       ORDER BY a.id DESC LIMIT 1`,
      [executionId, eventName],
    );
    return rows[0];
  }

  /** Of all these approvals, oldest first. Index: approval_vote_pkey. */
  async votes(ids: readonly string[], client: SqlClient = this.pool): Promise<Map<string, Vote[]>> {
    const { rows } = await client.query<VoteRow>(
      `SELECT ${VOTE_COLUMNS} FROM approval_vote v WHERE v.approval_id = ANY($1::uuid[]) ORDER BY v.created_at, v.person`,
      [ids],
    );
    const votes = new Map<string, Vote[]>(ids.map((id) => [id, []]));
    for (const { approvalId, ...vote } of rows) votes.get(approvalId)?.push(vote);
    return votes;
  }

  /** A vote for an older payload is replaced. */
  async vote(client: SqlClient, id: string, vote: Omit<Vote, 'at'>): Promise<void> {
    await client.query(
      `INSERT INTO approval_vote (approval_id, person, decision, reason, payload_version, diff, via)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (approval_id, person) DO UPDATE SET decision = excluded.decision, reason = excluded.reason,
         payload_version = excluded.payload_version, diff = excluded.diff, via = excluded.via,
         created_at = clock_timestamp()`,
      [id, vote.person, vote.decision, vote.reason, vote.payloadVersion, jsonOf(vote.diff), vote.via],
    );
  }

  /** Gives it another payload; consent to the old one counts no more. */
  async changePayload(client: SqlClient, id: string, payload: Json): Promise<void> {
    await client.query('UPDATE approval SET payload = $2, payload_version = payload_version + 1 WHERE id = $1', [
      id,
      JSON.stringify(payload),
    ]);
  }

  /** Closes it; only whoever holds its lock and saw it open may. Answers when. */
  async close(
    client: SqlClient,
    id: string,
    { decision, person, via, reason }: { decision: Decision; person: string; via: string; reason: string | null },
  ): Promise<Date> {
    const { rows } = await client.query<{ at: Date }>(
      `UPDATE approval SET status = $2, decided_by = $3, decided_via = $4, reason = $5, closed_at = clock_timestamp(),
         notify_at = NULL
       WHERE id = $1 AND status = 'open' RETURNING closed_at AS at`,
      [id, decision, person, via, reason],
    );
    if (!rows[0]) throw new Error(`approval ${id} was closed by somebody who did not hold its lock`);
    return rows[0].at;
  }
}

function jsonOf(diff: readonly PayloadChange[] | null): string | null {
  return diff === null ? null : JSON.stringify(diff);
}
