import type { SqlClient } from '@millrace/server-platform';
import { sourceGone } from '../executions.errors';
import type { ForkFacts } from '../history/execution-row';
import type { PartialMode } from './partial-plan';
import type { CopiedPayload } from './reused-results';

/** Index: payload_pkey. */
const COPY_PAYLOADS = `
  INSERT INTO payload (id, execution_id, bytes, body)
  SELECT c.to_id, $1, p.bytes, p.body FROM unnest($2::uuid[], $3::uuid[]) AS c(from_id, to_id)
  JOIN payload p ON p.id = c.from_id AND p.execution_id = $4`;

/** Index: execution_pkey. */
const MARK = 'UPDATE execution SET partial_mode = $2, partial_node_id = $3, source_id = $4, fork = $5 WHERE id = $1';

/** Gives a new run its own rows of large values of another. @throws DomainError `SOURCE_GONE` when that one was purged */
export async function copyPayloads(
  client: SqlClient,
  executionId: string,
  sourceId: string | undefined,
  copies: readonly CopiedPayload[],
): Promise<void> {
  if (copies.length === 0 || sourceId === undefined) return;
  const ids = [copies.map(({ fromId }) => fromId), copies.map(({ toId }) => toId)];
  const { rowCount } = await client.query(COPY_PAYLOADS, [executionId, ...ids, sourceId]);
  if (rowCount !== copies.length) throw sourceGone(sourceId);
}

/** Notes what a new run was asked for and which run it goes back to. */
export async function markRun(
  client: SqlClient,
  executionId: string,
  facts: {
    readonly partial: { readonly mode: PartialMode; readonly nodeId: string } | null;
    readonly sourceId: string | null;
    readonly fork?: ForkFacts;
  },
): Promise<void> {
  const { partial, sourceId, fork } = facts;
  const asked = fork ? JSON.stringify(fork) : null;
  await client.query(MARK, [executionId, partial?.mode ?? null, partial?.nodeId ?? null, sourceId, asked]);
}
