import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WakeWaiting } from '../control/wake-waiting';
import { storable } from '../log/storable';
import { EventFilters } from './event-filters';

/** The longest that a node may look back, and how long events are kept for it. */
const KEPT = `interval '1 hour'`;
/** Waits that one round wakes. */
const MOST_AT_ONCE = 500;
/** Pairs of waits and events that one round judges: their payloads are read. */
const MOST_JUDGED = 100;

/** An event that was published in a workspace. */
export interface RecentEvent {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly payload: Json;
  readonly publishedAt: Date;
}

/** A wait and the first event that fits it. */
interface Fitting {
  readonly executionId: string;
  readonly workspaceId: string;
  readonly nodeKey: string;
  readonly name: string;
  readonly token: string;
  readonly eventId: string;
  readonly payload: Json;
}

/**
 * Only nodes that say so wait for events of the workspace: approvals and others have rules of their own. Without a run or an
 * event, waits of the last minutes, in case a process died before it looked. Indexes: wait_pkey or wait_by_name,
 * recent_event_by_name, event_receipt_pkey.
 */
const COLUMNS = `w.execution_id AS "executionId", w.workspace_id AS "workspaceId", w.node_id AS "nodeKey", w.name, w.token,
    r.id AS "eventId", r.payload`;
const PAIRS = `
  FROM wait w JOIN recent_event r ON r.workspace_id = w.workspace_id AND r.name = w.name
    AND r.published_at >= w.created_at - coalesce((w.ask->>'lookBackMs')::float8, 0) * interval '1 millisecond'
  WHERE w.kind = 'event' AND w.ask->>'kind' = 'event'
    AND (w.correlation IS NULL OR w.correlation = r.payload #>> string_to_array(w.ask->>'field', '.'))
    AND NOT EXISTS (SELECT 1 FROM event_receipt x WHERE x.event_id = r.id AND x.execution_id = w.execution_id)
    AND CASE WHEN $1::uuid IS NOT NULL THEN w.execution_id = $1 WHEN $2::uuid IS NOT NULL THEN r.id = $2
      ELSE w.created_at > clock_timestamp() - interval '5 minutes' END`;
/** Of every wait without a filter the first event. */
const FITTING = `SELECT DISTINCT ON (w.token) ${COLUMNS} ${PAIRS} AND w.ask->'filter' IS NULL
  ORDER BY w.token, r.published_at, r.id LIMIT ${MOST_AT_ONCE}`;
/** Of waits with one every event, page by page: whether one is taken shows only when it was judged. */
const TO_JUDGE = `SELECT ${COLUMNS}, w.ask AS prompt, r.published_at::text AS "publishedAt" ${PAIRS} AND w.ask->'filter' IS NOT NULL
    AND ($3::text IS NULL OR (w.token, r.published_at, r.id) > ($3::text, $4::timestamptz, $5::uuid))
  ORDER BY w.token, r.published_at, r.id LIMIT ${MOST_JUDGED}`;

/** A wait with a filter, and an event that it may be for. */
interface Judged extends Fitting {
  readonly prompt: Json;
  /** As Postgres writes it: with all its digits. */
  readonly publishedAt: string;
}

/** Wakes runs with events of their workspace, each run once with each event; also with such as came a little too early. */
@Injectable()
export class RecentEvents {
  constructor(
    private readonly pool: SqlPool,
    private readonly waiting: WakeWaiting,
    private readonly filters: EventFilters,
  ) {}

  /** Keeps an event and wakes who waits for it. Doing it again does nothing. Answers how many nodes were woken. */
  async tell({ id, workspaceId, name, payload, publishedAt }: RecentEvent): Promise<number> {
    await this.pool.query(
      `INSERT INTO recent_event (id, workspace_id, name, payload, published_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [id, workspaceId, name, JSON.stringify(storable(payload)), publishedAt],
    );
    return this.deliver({ eventId: id });
  }

  /** Wakes what fits of one run, of one event, or of whatever began to wait lately. Answers how many nodes were woken. */
  async deliver({ executionId, eventId }: { executionId?: string | undefined; eventId?: string }): Promise<number> {
    let woken = 0;
    for (let count = MOST_AT_ONCE; count === MOST_AT_ONCE;) {
      const { rows } = await this.pool.query<Fitting>(FITTING, [executionId ?? null, eventId ?? null]);
      for (const row of rows) woken += (await this.pool.tx((client) => this.wake(client, row))) ? 1 : 0;
      count = rows.length;
    }
    return woken + (await this.deliverJudged([executionId ?? null, eventId ?? null]));
  }

  /** Events that nobody may look back to any more. */
  async forgetOld(): Promise<void> {
    await this.pool.query(`DELETE FROM recent_event WHERE published_at < clock_timestamp() - ${KEPT}`);
  }

  private async deliverJudged(whose: readonly (string | null)[]): Promise<number> {
    const woken = new Set<string>();
    let last: Judged | undefined;
    do {
      const after = last === undefined ? [null, null, null] : [last.token, last.publishedAt, last.eventId];
      const { rows } = await this.pool.query<Judged>(TO_JUDGE, [...whose, ...after]);
      for (const row of rows) {
        if (woken.has(row.token) || !this.filters.takes(row.prompt, row)) continue;
        if (await this.pool.tx((client) => this.wake(client, row))) woken.add(row.token);
      }
      last = rows.length === MOST_JUDGED ? rows.at(-1) : undefined;
    } while (last !== undefined);
    return woken.size;
  }

  private async wake(client: SqlClient, fitting: Fitting): Promise<boolean> {
    const { executionId, workspaceId, nodeKey, name, token, eventId, payload } = fitting;
    const run = await this.waiting.lock(client, executionId, workspaceId);
    const { rowCount } = await client.query('SELECT 1 FROM wait WHERE token = $1', [token]);
    if (rowCount === 0) return false;
    const receipt = 'INSERT INTO event_receipt (event_id, execution_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    const { rowCount: isFirst } = await client.query(receipt, [eventId, executionId]);
    return isFirst === 1 && this.waiting.answer(client, run, { nodeKey, name, payload });
  }
}
