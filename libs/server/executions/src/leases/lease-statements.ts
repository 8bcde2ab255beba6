import { EVENT_TUPLE } from '../log/event-codec';

/*
 * Rows that somebody has locked for a moment are skipped, so that one slow transaction does not hold up a whole batch; the
 * caller finds them with STILL_FREE and comes again. An event that is committed before this statement begins is in the log.
 * A lease that ran out was not given back: its worker died or hung, unless it comes back itself, or Postgres was away when
 * the lease was to be renewed for the last time. What was at work is handed over unless its worker died or hung. Indexes: execution_pkey, execution_event_pkey.
 */
export const CLAIM = `
  WITH free AS (
    SELECT id, lease_owner IS NULL OR pg_postmaster_start_time() > lease_until - interval '5 seconds' AS is_handed_over
    FROM execution
    WHERE id = ANY($1::uuid[]) AND finished_at IS NULL AND (lease_until IS NULL OR lease_until <= clock_timestamp())
      AND coalesce(lane_state, 'held') = 'held'
    ORDER BY id FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE execution e SET
      lease_owner = $2,
      lease_epoch = e.lease_epoch + 1,
      lease_until = clock_timestamp() + interval '15 seconds',
      next_due_at = clock_timestamp() + interval '15 seconds',
      lost_leases = CASE
        WHEN free.is_handed_over OR e.lease_owner = $2 THEN e.lost_leases
        ELSE e.lost_leases + 1 END,
      status = CASE WHEN e.status = 'pending' THEN 'running' ELSE e.status END,
      started_at = coalesce(e.started_at, clock_timestamp())
    FROM free WHERE e.id = free.id
    RETURNING e.*, free.is_handed_over
  )
  SELECT c.id, c.instance_id, c.workspace_id, c.workflow_id, c.version_id, c.status, c.priority, c.lease_epoch,
    c.lost_leases, c.is_handed_over, c.event_seq, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms,
    CASE WHEN c.event_seq <= 2000 THEN
      (SELECT json_agg(${EVENT_TUPLE} ORDER BY v.seq) FROM execution_event v WHERE v.execution_id = c.id)
    END AS events
  FROM claimed c`;

/** Runs that queue for a slot are told when it is their turn. Index: execution_pkey. */
export const STILL_FREE = `
  SELECT id, lane_state = 'idle' AS needs_slot FROM execution
  WHERE id = ANY($1::uuid[]) AND finished_at IS NULL AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    AND lane_state IS DISTINCT FROM 'queued'`;

/** Index: execution_pkey. */
export const RENEW = `
  UPDATE execution e SET
    lease_until = clock_timestamp() + interval '15 seconds',
    next_due_at = clock_timestamp() + interval '15 seconds'
  FROM unnest($1::uuid[], $2::bigint[]) AS mine(id, epoch)
  WHERE e.id = mine.id AND e.lease_epoch = mine.epoch AND e.lease_owner = $3
  RETURNING e.id, e.event_seq, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms`;

/*
 * Runs whose lease ran out, that wait no longer, or that lost their job. A run that nobody began yet has its job, however
 * long the queue is; only while nothing queues can it have lost it, so a backlog is not queued twice. The next look is put
 * off by a minute; a run that is taken gets a new time. Index: execution_due.
 */
export const SWEEP = `
  WITH backlog AS (
    SELECT EXISTS (SELECT 1 FROM pgboss.job WHERE name = 'execution.run' AND state = 'created') AS is_there
  ), due AS (
    SELECT id FROM execution, backlog
    WHERE next_due_at <= clock_timestamp() AND finished_at IS NULL
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
      AND NOT (status = 'pending' AND backlog.is_there)
    ORDER BY next_due_at LIMIT $1 FOR UPDATE OF execution SKIP LOCKED
  )
  UPDATE execution e SET next_due_at = clock_timestamp() + interval '60 seconds'
  FROM due WHERE e.id = due.id
  RETURNING e.id, e.priority`;

/** Index: idempotency_key_by_age. */
export const FORGET_KEYS = `DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days'`;

/** Small table; index: execution_pkey. */
export const FORGET_SIGNALS = `
  DELETE FROM early_signal s
  WHERE NOT EXISTS (SELECT 1 FROM execution e WHERE e.id = s.execution_id AND e.finished_at IS NULL)`;
