import type { Append } from './append';
import { isTerminal } from './append';
import { encodeEvent } from './event-codec';

/*
 * One statement for the appends of many runs. Arrays go in, one element for each append ($1..$11) and one for each event
 * ($12..$16). JSON bodies travel as lines of one text: JSON never holds a raw line break, and neither pg nor Postgres has
 * to escape them (arrays of text cost three times as much here).
 * Indexes: execution_pkey, execution_event_pkey.
 */
const MOVED = `
  WITH a AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::int[],
      string_to_array($7, E'\\n', ''), $8::bool[], $9::bool[], $10::float8[], $11::bool[])
      AS a(id, epoch, expected, n, status, progress, error, ended, release, due_ms, terminated)
  ), moved AS (
    UPDATE execution e SET
      event_seq = e.event_seq + a.n,
      status = a.status,
      progress = a.progress,
      error = coalesce(a.error::json, e.error),
      terminated = a.terminated,
      lost_leases = CASE WHEN a.n > 0 THEN 0 ELSE e.lost_leases END,
      lease_owner = CASE WHEN a.release THEN NULL ELSE e.lease_owner END,
      lease_until = CASE WHEN a.release THEN NULL ELSE e.lease_until END,
      next_due_at = CASE WHEN NOT a.release THEN e.next_due_at ELSE to_timestamp(a.due_ms / 1000) END,
      lane_state = CASE WHEN a.release AND a.status IN ('waiting', 'paused') AND e.lane_state = 'held' THEN 'idle'
        ELSE e.lane_state END,
      finished_at = CASE WHEN a.ended THEN clock_timestamp() END
    FROM a
    WHERE e.id = a.id AND e.lease_epoch = a.epoch AND e.event_seq = a.expected AND e.finished_at IS NULL
    RETURNING e.id, e.workspace_id, clock_timestamp() AS at,
      CASE WHEN a.ended OR e.lane_state = 'idle' THEN e.lane END AS freed
  ), stored AS (
    INSERT INTO execution_event (execution_id, seq, at, type, node_id, body)
    SELECT moved.id, v.seq, moved.at, v.type, v.node_id, v.body::json
    FROM unnest($12::uuid[], $13::int[], $14::text[], $15::text[], string_to_array($16, E'\\n'))
      AS v(id, seq, type, node_id, body)
    JOIN moved ON moved.id = v.id
  )`;

const NOTIFIED = `
  SELECT moved.id, (extract(epoch FROM moved.at) * 1000)::float8 AS at_ms, moved.freed,
    (SELECT count(pg_notify('millrace_event', line)) FROM unnest($17::text[]) AS line) AS told
  FROM moved`;

/** Events only: what nearly every append is. */
export const APPEND_EVENTS = `${MOVED} ${NOTIFIED}`;

/** Events with waits, payloads and published events. */
export const APPEND_WITH_ROWS = `${MOVED},
  payloads AS (
    INSERT INTO payload (id, execution_id, bytes, body)
    SELECT p.id, moved.id, p.bytes, p.body::json
    FROM unnest($18::uuid[], $19::uuid[], $20::int[], string_to_array($21, E'\\n')) AS p(id, execution_id, bytes, body)
    JOIN moved ON moved.id = p.execution_id
  ), ended AS (
    DELETE FROM wait w USING unnest($22::uuid[], $23::text[]) AS d(execution_id, node_id), moved
    WHERE moved.id = d.execution_id AND w.execution_id = d.execution_id AND (d.node_id IS NULL OR w.node_id = d.node_id)
  ), waits AS (
    INSERT INTO wait (execution_id, node_id, workspace_id, kind, name, correlation, due_at, token, ask)
    SELECT moved.id, w.node_id, moved.workspace_id, w.kind, w.name, w.correlation, w.due_at, w.token, w.ask::json
    FROM unnest($24::uuid[], $25::text[], $26::text[], $27::text[], $28::text[], $29::timestamptz[], $30::text[],
        string_to_array($36, E'\\n', ''))
      AS w(execution_id, node_id, kind, name, correlation, due_at, token, ask)
    JOIN moved ON moved.id = w.execution_id
    ON CONFLICT (execution_id, node_id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
      correlation = excluded.correlation, due_at = excluded.due_at, token = excluded.token, ask = excluded.ask
  ), signals AS (
    DELETE FROM early_signal s USING unnest($31::uuid[]) AS d(execution_id), moved
    WHERE moved.id = d.execution_id AND s.execution_id = d.execution_id
  ), published AS (
    INSERT INTO published_event (id, workspace_id, name, payload, execution_id)
    SELECT p.id, moved.workspace_id, p.name, p.payload::json, moved.id
    FROM unnest($32::uuid[], $33::uuid[], $34::text[], string_to_array($35, E'\\n')) AS p(id, execution_id, name, payload)
    JOIN moved ON moved.id = p.execution_id
  )
  ${NOTIFIED}`;

/** Parameters $1 to $16. Sorted by id, so that two processes lock rows in one order. */
export function eventParameters(appends: readonly Append[]): unknown[] {
  const events = appends.flatMap((append) =>
    append.events.map((event, index) => ({
      id: append.executionId,
      seq: append.expectedSeq + index + 1,
      ...encodeEvent(event),
    })),
  );
  return [
    appends.map((append) => append.executionId),
    appends.map((append) => append.epoch),
    appends.map((append) => append.expectedSeq),
    appends.map((append) => append.events.length),
    appends.map((append) => append.status),
    appends.map((append) => append.progress),
    appends.map((append) => (append.error === undefined ? '' : JSON.stringify(append.error))).join('\n'),
    appends.map((append) => isTerminal(append.status)),
    appends.map((append) => append.release !== undefined),
    appends.map((append) => (isTerminal(append.status) ? null : (append.release?.dueAtMs ?? null))),
    appends.map((append) => append.terminated === true),
    events.map((event) => event.id),
    events.map((event) => event.seq),
    events.map((event) => event.type),
    events.map((event) => event.nodeId),
    events.map((event) => event.body).join('\n'),
  ];
}
