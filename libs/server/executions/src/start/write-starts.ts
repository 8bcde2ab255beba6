import type { ExecutionStatus } from '@millrace/engine';
import { DomainError, Queue } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { idempotencyKeyReused, instanceExists } from '../executions.errors';
import { executionRunQueue } from '../leases/execution-run.queue';
import { WORK_CHANNEL } from '../log/event-notices';
import type { PreparedStart } from './prepared-start';
import { startParameters } from './prepared-start';
import { EARLIER_STARTS, START_EXECUTIONS } from './start-statement';
import type { StartedExecution } from './start-request';

/** A start that was written, or found to repeat an earlier one. */
export interface WrittenStart {
  readonly start: PreparedStart;
  readonly answer: StartedExecution | DomainError;
  /** Whether the lease was taken for the runner of this process. */
  readonly leased: boolean;
  /** By the clock of the database. */
  readonly atMs: number;
}

/** Where and for whom starts are written. */
export interface WriteStarts {
  readonly client: SqlClient;
  readonly queue: Queue;
  readonly starts: readonly PreparedStart[];
  /** Sends no jobs: the runs wait for a slot. */
  readonly quiet?: true;
  /** Takes the lease of the first `places` runs; the others get a job. `client` must be in a transaction when any gets one. */
  readonly local?: { readonly owner: string; readonly places: number };
}

/** Writes starts whose idempotency keys differ from each other. */
export async function writeStarts({ client, queue, starts, quiet, local }: WriteStarts): Promise<WrittenStart[]> {
  const places = local?.places ?? 0;
  const leased = new Set(starts.slice(0, places));
  const owner = (start: PreparedStart): string | null => (leased.has(start) ? (local?.owner ?? null) : null);
  const { rows } = await client.queryNamed<{ id: string; at_ms: number }>(
    'start_executions',
    START_EXECUTIONS,
    startParameters(starts, owner),
  );
  const begun = new Map(rows.map(({ id, at_ms }) => [id, at_ms]));
  await sendJobs(
    client,
    queue,
    starts.filter((start) => begun.has(start.executionId) && !leased.has(start) && quiet === undefined),
  );
  const earlier = await findEarlier(
    client,
    starts.filter(({ executionId }) => !begun.has(executionId)),
  );
  return starts.map((start) => {
    const atMs = begun.get(start.executionId);
    if (atMs === undefined) return { start, answer: earlier(start), leased: false, atMs: 0 };
    const { executionId, instanceId } = start;
    const status: ExecutionStatus = leased.has(start) ? 'running' : 'pending';
    return { start, answer: { executionId, instanceId, status, duplicate: false }, leased: leased.has(start), atMs };
  });
}

async function sendJobs(client: SqlClient, queue: Queue, starts: readonly PreparedStart[]): Promise<void> {
  if (starts.length === 0) return;
  const jobs = starts.map(({ executionId, priority }) => ({ data: { executionId }, priority }));
  await queue.sendMany(executionRunQueue, jobs, { client });
  await client.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
}

interface EarlierRow {
  readonly scope: string;
  readonly key: string;
  readonly body_hash: string;
  readonly execution_id: string;
  readonly instance_id: string | null;
  readonly status: ExecutionStatus | null;
}

async function findEarlier(
  client: SqlClient,
  repeats: readonly PreparedStart[],
): Promise<(start: PreparedStart) => StartedExecution | DomainError> {
  if (repeats.length === 0) return () => instanceExists('');
  const keys = repeats.flatMap(({ request }) => request.idempotency ?? []);
  const { rows } = await client.query<EarlierRow>(EARLIER_STARTS, [
    keys.map(({ scope }) => scope),
    keys.map(({ key }) => key),
  ]);
  const found = new Map(rows.map((row) => [`${row.scope}\n${row.key}`, row]));
  return ({ request: { idempotency }, instanceId }) => {
    const row = idempotency && found.get(`${idempotency.scope}\n${idempotency.key}`);
    return row ? repeatOf(row, idempotency.bodyHash) : instanceExists(instanceId);
  };
}

/** What a repeat is told. A run that was purged meanwhile still answers to its key. */
function repeatOf(row: EarlierRow, bodyHash: string): StartedExecution | DomainError {
  if (row.body_hash !== bodyHash) return idempotencyKeyReused(row.key);
  return {
    executionId: row.execution_id,
    instanceId: row.instance_id ?? row.execution_id,
    status: row.status ?? 'completed',
    duplicate: true,
  };
}
