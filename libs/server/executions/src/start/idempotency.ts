import { createHash } from 'node:crypto';
import type { SqlPool } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { idempotencyKeyReused } from '../executions.errors';
import type { Idempotency, StartedExecution } from './start-request';

/** Index: idempotency_key_pkey, execution_pkey. */
const EARLIER = `
  SELECT k.body_hash AS "bodyHash", k.execution_id AS "executionId", coalesce(e.instance_id, k.execution_id::text) AS "instanceId",
    coalesce(e.status, 'completed') AS status
  FROM idempotency_key k LEFT JOIN execution e ON e.id = k.execution_id
  WHERE k.scope = $1 AND k.key = $2 AND k.created_at >= now() - interval '7 days'`;

/** What makes repeats of a request give one run; nothing when its sender gave no key. */
export function idempotencyOf(
  scope: string,
  key: string | undefined,
  body: Json,
): { readonly idempotency?: Idempotency } {
  if (key === undefined || key === '') return {};
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  return { idempotency: { scope, key, bodyHash } };
}

/**
 * The run that an earlier request with this key started, for those that look at more than the request before they start one.
 * @throws DomainError `IDEMPOTENCY_KEY_REUSED`
 */
export async function earlierStart(
  pool: SqlPool,
  { scope, key, bodyHash }: Idempotency,
): Promise<StartedExecution | undefined> {
  const { rows } = await pool.query<StartedExecution & { readonly bodyHash: string }>(EARLIER, [scope, key]);
  const [found] = rows;
  if (found === undefined) return undefined;
  if (found.bodyHash !== bodyHash) throw idempotencyKeyReused(key);
  const { executionId, instanceId, status } = found;
  return { executionId, instanceId, status, duplicate: true };
}
