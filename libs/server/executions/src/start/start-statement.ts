/*
 * Many runs, their first events and their idempotency keys in one statement. Parameters are arrays with one element for
 * each run; JSON travels as lines of one text. A key that is older than seven days counts as unused.
 * Indexes: idempotency_key_pkey, execution_pkey, execution_event_pkey.
 */
export const START_EXECUTIONS = `
  WITH r AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::int[],
      $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], string_to_array($14, E'\\n'))
      AS r(id, instance_id, workspace_id, workflow_id, version_id, trigger_node_id, mode, priority, started_by,
        lease_owner, scope, key, body_hash, body)
  ), keys AS (
    INSERT INTO idempotency_key AS k (scope, key, body_hash, execution_id)
    SELECT scope, key, body_hash, id FROM r WHERE scope IS NOT NULL ORDER BY scope, key
    ON CONFLICT (scope, key) DO UPDATE
      SET body_hash = excluded.body_hash, execution_id = excluded.execution_id, created_at = excluded.created_at
      WHERE k.created_at < now() - interval '7 days'
    RETURNING execution_id
  ), begun AS (
    INSERT INTO execution (id, instance_id, workspace_id, workflow_id, version_id, trigger_node_id, status, mode, priority,
      started_by, event_seq, lease_owner, lease_epoch, lease_until, next_due_at, created_at, started_at)
    SELECT r.id, r.instance_id, r.workspace_id, r.workflow_id, r.version_id, r.trigger_node_id,
      CASE WHEN r.lease_owner IS NULL THEN 'pending' ELSE 'running' END, r.mode, r.priority, r.started_by, 1,
      r.lease_owner,
      CASE WHEN r.lease_owner IS NULL THEN 0 ELSE 1 END,
      CASE WHEN r.lease_owner IS NOT NULL THEN now() + interval '15 seconds' END,
      now() + CASE WHEN r.lease_owner IS NULL THEN interval '30 seconds' ELSE interval '15 seconds' END, now(),
      CASE WHEN r.lease_owner IS NOT NULL THEN now() END
    FROM r WHERE r.scope IS NULL OR r.id IN (SELECT execution_id FROM keys)
    RETURNING id
  ), stored AS (
    INSERT INTO execution_event (execution_id, seq, at, type, body)
    SELECT r.id, 1, now(), 'workflow.started', r.body::json FROM r JOIN begun ON begun.id = r.id
  ), payloads AS (
    INSERT INTO payload (id, execution_id, bytes, body)
    SELECT p.id, begun.id, p.bytes, p.body::json
    FROM unnest($15::uuid[], $16::uuid[], $17::int[], string_to_array($18, E'\\n')) AS p(id, execution_id, bytes, body)
    JOIN begun ON begun.id = p.execution_id
  )
  SELECT id, (extract(epoch FROM now()) * 1000)::float8 AS at_ms,
    (SELECT count(pg_notify('millrace_event', line)) FROM unnest($19::text[]) AS line) AS told
  FROM begun`;

/** The runs that earlier requests with these keys started. Indexes: idempotency_key_pkey, execution_pkey. */
export const EARLIER_STARTS = `
  SELECT k.scope, k.key, k.body_hash, k.execution_id, e.instance_id, e.status
  FROM unnest($1::text[], $2::text[]) AS wanted(scope, key)
  JOIN idempotency_key k ON k.scope = wanted.scope AND k.key = wanted.key
  LEFT JOIN execution e ON e.id = k.execution_id`;
