import type { ExecutionEvent } from '@millrace/engine';
import type { SqlClient } from '@millrace/server-platform';
import type { EventRow } from './event-codec';
import { EVENT_COLUMNS, decodeEvent } from './event-codec';

const READ_EVENTS = `
  SELECT ${EVENT_COLUMNS} FROM execution_event v
  WHERE v.execution_id = $1 AND v.seq > $2 ORDER BY v.seq LIMIT $3`;

/** Events of a run after a seq, in order. Index: execution_event_pkey. */
export async function readEvents(
  client: SqlClient,
  executionId: string,
  afterSeq: number,
  limit = 1_000_000,
): Promise<ExecutionEvent[]> {
  const { rows } = await client.queryNamed<EventRow>('read_events', READ_EVENTS, [executionId, afterSeq, limit]);
  return rows.map(decodeEvent);
}
