import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';

/** Index: payload_pkey. */
const READ = 'SELECT id, body FROM payload WHERE id = ANY($1::uuid[]) AND execution_id = $2';

/** Values of a run that lie out of line, by id. */
export async function readPayloads(
  client: SqlClient,
  executionId: string,
  ids: readonly string[],
): Promise<Map<string, Json>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; body: Json }>(READ, [ids, executionId]);
  return new Map(rows.map(({ id, body }) => [id, body]));
}
