import type { ExecutionEventBody, ExecutionStatus } from '@millrace/engine';
import { Queue } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { executionNotFound } from '../executions.errors';
import { executionRunQueue } from '../leases/execution-run.queue';
import { LEAVE_LANE } from '../lanes/lane-statements';
import { encodeEvent } from './event-codec';
import { isUuid } from './is-uuid';
import { storeWake } from './stored-wake';
import { EVENT_CHANNEL, WORK_CHANNEL, noticeLines } from './event-notices';

/** A run whose row this transaction has locked. */
export interface LockedExecution {
  readonly executionId: string;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly status: ExecutionStatus;
  readonly eventSeq: number;
  readonly priority: number;
}

interface LockedRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly workflow_id: string | null;
  readonly status: ExecutionStatus;
  readonly event_seq: number;
  readonly priority: number;
}

/** Index: execution_pkey. */
const LOCK = `
  SELECT id, workspace_id, workflow_id, status, event_seq, priority FROM execution
  WHERE id = $1 AND workspace_id = $2 FOR UPDATE`;

/** While somebody holds the lease, the time of the sweeper's next look stays the end of that lease. */
const ADVANCE = `
  WITH moved AS (
    UPDATE execution SET
      event_seq = event_seq + cardinality($2::text[]),
      status = coalesce($5, status),
      next_due_at = CASE WHEN lease_until > clock_timestamp() THEN next_due_at
        ELSE clock_timestamp() + interval '15 seconds' END
    WHERE id = $1 RETURNING event_seq
  ), stored AS (
    INSERT INTO execution_event (execution_id, seq, at, type, node_id, body)
    SELECT $1, moved.event_seq - cardinality($2::text[]) + v.place, clock_timestamp(), v.type, v.node_id, v.body::json
    FROM moved, unnest($2::text[], $3::text[], string_to_array($4, E'\\n')) WITH ORDINALITY AS v(type, node_id, body, place)
  )
  SELECT event_seq FROM moved`;

/** JSON travels as lines of one text. Index: payload_pkey. */
const PAYLOADS = `
  INSERT INTO payload (id, execution_id, bytes, body)
  SELECT p.id, $1, p.bytes, p.body::json
  FROM unnest($2::uuid[], $3::int[], string_to_array($4, E'\\n')) AS p(id, bytes, body)`;

/**
 * Adds events that come from outside a run's worker: under the lock of the row, without a lease. Whoever holds the lease
 * finds its next append refused, reads what was added and decides again.
 */
@Injectable()
export class OutsideEvents {
  constructor(private readonly queue: Queue) {}

  /** Locks the run until the transaction ends. @throws DomainError `EXECUTION_NOT_FOUND` */
  async lock(client: SqlClient, executionId: string, workspaceId: string): Promise<LockedExecution> {
    if (!isUuid(executionId)) throw executionNotFound(executionId);
    const { rows } = await client.query<LockedRow>(LOCK, [executionId, workspaceId]);
    const row = rows[0];
    if (row === undefined) throw executionNotFound(executionId);
    return {
      executionId: row.id,
      workspaceId: row.workspace_id,
      workflowId: row.workflow_id,
      status: row.status,
      eventSeq: row.event_seq,
      priority: row.priority,
    };
  }

  /** Adds events to a locked run, tells who listens and wakes a worker, all with the commit. */
  async add(
    client: SqlClient,
    run: LockedExecution,
    events: readonly ExecutionEventBody[],
    status?: ExecutionStatus,
  ): Promise<void> {
    const stored = events.map(storeWake);
    const payloads = stored.flatMap(({ payload }) => payload ?? []);
    if (payloads.length > 0)
      await client.query(PAYLOADS, [
        run.executionId,
        payloads.map(({ id }) => id),
        payloads.map(({ bytes }) => bytes),
        payloads.map(({ text }) => text).join('\n'),
      ]);
    const encoded = stored.map(({ event }) => encodeEvent(event));
    await client.query(ADVANCE, [
      run.executionId,
      encoded.map(({ type }) => type),
      encoded.map(({ nodeId }) => nodeId),
      encoded.map(({ body }) => body).join('\n'),
      status ?? null,
    ]);
    if (events.some(({ type }) => type === 'workflow.cancel_requested'))
      await client.query(LEAVE_LANE, [run.executionId]);
    const notice = { ...run, seq: run.eventSeq + events.length, status: status ?? run.status };
    const { executionId, priority } = run;
    await this.queue.sendMany(executionRunQueue, [{ data: { executionId }, priority: priority + 1 }], { client });
    await client.query('SELECT pg_notify($1, $2), pg_notify($3, $4)', [
      EVENT_CHANNEL,
      noticeLines([notice])[0],
      WORK_CHANNEL,
      '',
    ]);
  }
}
