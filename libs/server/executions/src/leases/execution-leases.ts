import type { ExecutionStatus } from '@millrace/engine';
import { Queue, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { RunLanes } from '../lanes/run-lanes';
import type { EventTuple } from '../log/event-codec';
import { decodeEventTuple } from '../log/event-codec';
import { readEvents } from '../log/read-events';
import { WORK_CHANNEL } from '../log/event-notices';
import type { ClaimedExecution } from './claimed-execution';
import { executionRunQueue } from './execution-run.queue';
import { CLAIM, FORGET_KEYS, FORGET_SIGNALS, RENEW, STILL_FREE, SWEEP } from './lease-statements';

interface ClaimRow {
  readonly id: string;
  readonly instance_id: string;
  readonly workspace_id: string;
  readonly workflow_id: string | null;
  readonly version_id: string;
  readonly status: ExecutionStatus;
  readonly priority: number;
  readonly lease_epoch: string;
  readonly lost_leases: number;
  readonly is_handed_over: boolean;
  readonly event_seq: number;
  readonly now_ms: number;
  readonly events: readonly EventTuple[] | null;
}

/** A lease as its holder knows it. */
export interface HeldLease {
  readonly executionId: string;
  readonly epoch: number;
}

/** Runs that were claimed, and the time by the clock of the database. */
export interface Claim {
  readonly runs: readonly ClaimedExecution[];
  /** Free runs whose rows somebody had locked for a moment: claim them again soon. */
  readonly busy: readonly string[];
  readonly nowMs?: number;
}

/** Who may write to a run. A lease lasts 15 s unless it is renewed; each claim has a higher epoch than the one before. */
@Injectable()
export class ExecutionLeases {
  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly lanes: RunLanes,
  ) {}

  /** Takes the leases of those runs that are free and not over, with their logs: one statement for all. */
  async claim(owner: string, executionIds: readonly string[]): Promise<Claim> {
    if (executionIds.length === 0) return { runs: [], busy: [] };
    const { rows } = await this.pool.queryNamed<ClaimRow>('claim_executions', CLAIM, [executionIds, owner]);
    const runs = await Promise.all(rows.map((row) => this.claimed(row)));
    const taken = new Set(rows.map(({ id }) => id));
    const busy = await this.stillFree(executionIds.filter((id) => !taken.has(id)));
    return rows[0] === undefined ? { runs, busy } : { runs, busy, nowMs: rows[0].now_ms };
  }

  /** Prolongs leases. Answers the newest seq of each run that is still held; the others are lost. */
  async renew(owner: string, leases: readonly HeldLease[]): Promise<{ held: Map<string, number>; nowMs?: number }> {
    if (leases.length === 0) return { held: new Map() };
    const { rows } = await this.pool.queryNamed<{ id: string; event_seq: number; now_ms: number }>(
      'renew_leases',
      RENEW,
      [leases.map(({ executionId }) => executionId), leases.map(({ epoch }) => epoch), owner],
    );
    const held = new Map(rows.map(({ id, event_seq }) => [id, event_seq]));
    return rows[0] === undefined ? { held } : { held, nowMs: rows[0].now_ms };
  }

  /** Sends jobs for runs that are due and that nobody holds. Answers how many; call again soon when it is `limit`. */
  async sweep(limit = 500): Promise<number> {
    return this.pool.tx(async (client) => {
      const { rows } = await client.queryNamed<{ id: string; priority: number }>('sweep_executions', SWEEP, [limit]);
      if (rows.length === 0) return 0;
      const jobs = rows.map(({ id, priority }) => ({ data: { executionId: id }, priority }));
      await this.queue.sendMany(executionRunQueue, jobs, { client });
      await client.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
      return rows.length;
    });
  }

  /** Lets runs that queue have slots that a process which died left unused. */
  async sweepLanes(): Promise<void> {
    await this.lanes.sweep();
  }

  /** Wakes workers for runs that were given back though they have more to do. */
  async requeue(runs: readonly { executionId: string; priority: number }[]): Promise<void> {
    const jobs = runs.map(({ executionId, priority }) => ({ data: { executionId }, priority }));
    await this.queue.sendMany(executionRunQueue, jobs);
    await this.pool.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
  }

  /** Forgets idempotency keys after their seven days, and signals that no run will take any more. */
  async forgetOld(): Promise<void> {
    await this.pool.query(FORGET_KEYS);
    await this.pool.query(FORGET_SIGNALS);
    await this.lanes.forgetOld();
  }

  private async stillFree(executionIds: readonly string[]): Promise<string[]> {
    if (executionIds.length === 0) return [];
    const { rows } = await this.pool.query<{ id: string; needs_slot: boolean | null }>(STILL_FREE, [executionIds]);
    await this.lanes.queueAgain(rows.filter(({ needs_slot }) => needs_slot).map(({ id }) => id));
    return rows.filter(({ needs_slot }) => !needs_slot).map(({ id }) => id);
  }

  private async claimed(row: ClaimRow): Promise<ClaimedExecution> {
    const events = (row.events ?? []).map(decodeEventTuple);
    // Long logs are not read with the claim, and one that grew in between is incomplete.
    const missing = await this.missingEvents(row, events.length);
    return {
      executionId: row.id,
      instanceId: row.instance_id,
      workspaceId: row.workspace_id,
      workflowId: row.workflow_id,
      versionId: row.version_id,
      status: row.status,
      priority: row.priority,
      epoch: Number(row.lease_epoch),
      lostLeases: row.lost_leases,
      isHandedOver: row.is_handed_over,
      events: [...events, ...missing],
    };
  }

  private async missingEvents(row: ClaimRow, known: number): Promise<Awaited<ReturnType<typeof readEvents>>> {
    const missing: Awaited<ReturnType<typeof readEvents>> = [];
    while (known + missing.length < row.event_seq) {
      const page = await readEvents(this.pool, row.id, known + missing.length, 5_000);
      if (page.length === 0)
        throw new Error(`The log of execution ${row.id} has a gap after ${known + missing.length}`);
      missing.push(...page);
    }
    return missing;
  }
}
