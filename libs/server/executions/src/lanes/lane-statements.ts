/** Rows of the lanes, in one order for everybody, locked until the transaction ends. Index: concurrency_lane_pkey. */
export const ENTER_LANES = `
  INSERT INTO concurrency_lane AS l (lane, workspace_id, workflow_id, key, max)
  SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::int[]) AS given(lane, workspace_id, workflow_id, key, max)
  ORDER BY given.lane
  ON CONFLICT (lane) DO UPDATE SET max = excluded.max, used_at = now()`;

/** Index: concurrency_lane_pkey. */
export const LOCK_LANES = `SELECT lane FROM concurrency_lane WHERE lane = ANY($1::text[]) ORDER BY lane FOR UPDATE`;

/** Runs that were just written wait for their turn. Index: execution_pkey. */
export const QUEUE_NEW = `
  UPDATE execution e SET lane = given.lane, lane_state = 'queued', next_due_at = NULL
  FROM unnest($1::uuid[], $2::text[]) AS given(id, lane) WHERE e.id = given.id`;

/** Runs that waited for something, and whose wait is over, wait for their turn. Index: execution_pkey. */
export const QUEUE_AGAIN = `
  UPDATE execution SET lane_state = 'queued', next_due_at = NULL
  WHERE id = ANY($1::uuid[]) AND lane_state = 'idle' AND finished_at IS NULL`;

/** Index: execution_pkey. */
export const LANES_OF = `
  SELECT DISTINCT lane FROM execution WHERE id = ANY($1::uuid[]) AND lane_state = 'idle' AND finished_at IS NULL ORDER BY lane`;

/*
 * Gives free slots to those who queue: first runs that have already begun, then in the order in which they were started. The
 * lanes must be locked: only then does nobody else count at the same time. Index: execution_lane.
 */
export const ADMIT = `
  WITH picked AS (
    SELECT n.id FROM concurrency_lane l CROSS JOIN LATERAL (
      SELECT q.id FROM execution q
      WHERE q.lane = l.lane AND q.lane_state = 'queued' AND q.finished_at IS NULL
      ORDER BY (q.started_at IS NULL), q.created_at, q.id
      LIMIT greatest(0, l.max - (SELECT count(*) FROM execution h
        WHERE h.lane = l.lane AND h.lane_state = 'held' AND h.finished_at IS NULL))
    ) n WHERE l.lane = ANY($1::text[])
  )
  UPDATE execution e SET lane_state = 'held', next_due_at = clock_timestamp() + interval '30 seconds'
  FROM picked WHERE e.id = picked.id AND e.lane_state = 'queued'
  RETURNING e.id, e.priority`;

/** Lanes with room for somebody who queues: what a process that died did not get round to. Indexes: execution_lane, concurrency_lane_pkey. */
export const LANES_WITH_ROOM = `
  SELECT l.lane FROM (
    SELECT DISTINCT q.lane FROM execution q
    WHERE q.lane IS NOT NULL AND q.lane_state = 'queued' AND q.finished_at IS NULL
  ) waiting JOIN concurrency_lane l ON l.lane = waiting.lane
  WHERE (SELECT count(*) FROM execution h WHERE h.lane = l.lane AND h.lane_state = 'held' AND h.finished_at IS NULL) < l.max
  ORDER BY l.lane LIMIT 200`;

/** Of these runs, those that did not get a slot. Index: execution_pkey. */
export const STILL_QUEUED = `SELECT id FROM execution WHERE id = ANY($1::uuid[]) AND lane_state = 'queued' ORDER BY id`;

/** Runs of a lane beyond the newest `max` that nobody has asked to end yet. Indexes: execution_lane, execution_event_pkey. */
export const OLDEST_OF_LANE = `
  SELECT e.id FROM execution e
  WHERE e.id IN (
      SELECT o.id FROM execution o JOIN concurrency_lane l ON l.lane = o.lane
      WHERE o.lane = $1 AND o.finished_at IS NULL
      ORDER BY o.created_at DESC, o.id DESC OFFSET (SELECT max FROM concurrency_lane WHERE lane = $1)
    )
    AND NOT EXISTS (SELECT 1 FROM execution_event v WHERE v.execution_id = e.id AND v.type = 'workflow.cancel_requested')
  ORDER BY e.id`;

/** A run that is to end needs no slot for that, unless it has one. Index: execution_pkey. */
export const LEAVE_LANE = `
  UPDATE execution SET lane = NULL, lane_state = NULL WHERE id = $1 AND lane_state IN ('queued', 'idle')`;

/** Lanes that nobody uses. A start that comes just then makes its lane anew. */
export const FORGET_LANES = `
  DELETE FROM concurrency_lane l
  WHERE l.used_at < now() - interval '1 hour'
    AND NOT EXISTS (SELECT 1 FROM execution e WHERE e.lane = l.lane AND e.finished_at IS NULL)`;
