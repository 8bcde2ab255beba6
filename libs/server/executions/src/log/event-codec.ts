import type { ExecutionEvent, ExecutionEventBody } from '@millrace/engine';

/** An event as it lies in `execution_event`; `body` without what the columns hold. */
export interface EventRow {
  readonly seq: number;
  readonly at_ms: number;
  readonly type: string;
  readonly node_id: string | null;
  readonly body: object;
}

/** The columns of an event; `body` is one line of JSON text. */
export function encodeEvent(event: ExecutionEventBody): { type: string; nodeId: string | null; body: string } {
  const { type, nodeId, ...body } = event as { type: string; nodeId?: string };
  return { type, nodeId: nodeId ?? null, body: JSON.stringify(body) };
}

/** The event that a row holds. */
export function decodeEvent(row: EventRow): ExecutionEvent {
  const node = row.node_id === null ? undefined : { nodeId: row.node_id };
  return { ...row.body, type: row.type, ...node, seq: row.seq, atMs: row.at_ms } as ExecutionEvent;
}

/** Columns that {@link decodeEvent} needs, of a table with the alias `v`. */
export const EVENT_COLUMNS = 'v.seq, (extract(epoch FROM v.at) * 1000)::float8 AS at_ms, v.type, v.node_id, v.body';

/** One event as a JSON array in the order of {@link decodeEventTuple}. */
export const EVENT_TUPLE =
  'json_build_array(v.seq, (extract(epoch FROM v.at) * 1000)::float8, v.type, v.node_id, v.body)';

/** What {@link EVENT_TUPLE} gives. */
export type EventTuple = readonly [number, number, string, string | null, object];

/** The event in a tuple. */
export function decodeEventTuple([seq, atMs, type, nodeId, body]: EventTuple): ExecutionEvent {
  return decodeEvent({ seq, at_ms: atMs, type, node_id: nodeId, body });
}
