import type { SqlClient } from '@millrace/server-platform';

/** What belongs to a run, by its id. Rows of other rooms go with the run by themselves. */
const OF_RUN = ['execution_event', 'payload', 'wait', 'early_signal', 'execution_star'] as const;

/**
 * Deletes runs that are over, whose rows the caller has locked, with their logs and values. Keys of deliveries are kept for
 * their seven days, so that a repeat of one starts nothing.
 */
export async function deleteRuns(client: SqlClient, executionIds: readonly string[]): Promise<void> {
  if (executionIds.length === 0) return;
  for (const table of OF_RUN) {
    await client.query(`DELETE FROM ${table} WHERE execution_id = ANY($1::uuid[])`, [executionIds]);
  }
  // Index: execution_pkey.
  await client.query('DELETE FROM execution WHERE id = ANY($1::uuid[]) AND finished_at IS NOT NULL', [executionIds]);
}
