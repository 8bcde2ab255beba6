import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

/** How runs stand that are not over. Tests and dry runs are counted in `tests` and `testsLastHour`, and nowhere else. */
export interface RunLoad {
  readonly pending: number;
  readonly running: number;
  readonly waiting: number;
  readonly paused: number;
  /** Due for more than half a minute, and nobody has them. */
  readonly late: number;
  readonly oldestPendingAt: Date | null;
  readonly startedLastHour: number;
  readonly finishedLastHour: number;
  readonly failedLastHour: number;
  /** Not over. */
  readonly tests: number;
  readonly testsLastHour: number;
}

/** A run that nothing will ever wake. */
export interface StuckRun {
  readonly id: string;
  readonly workflowId: string | null;
  readonly status: string;
  readonly createdAt: Date;
}

/** A run that was given up because it killed its workers. */
export interface LostRun {
  readonly id: string;
  readonly workflowId: string | null;
  readonly message: string;
  readonly finishedAt: Date;
}

/** Jobs of one queue. */
export interface QueueDepth {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  /** Jobs that are for later. */
  readonly later: number;
  readonly oldestAt: Date | null;
}

/** A process that performs runs. */
export interface WorkerProcess {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly runs: number;
  readonly isAlive: boolean;
}

const MOST_LISTED = 50;

/** Index: execution_open; `$1` null counts every workspace. */
const LOAD = `
  select count(*) filter (where status = 'pending' and real)::int as pending,
    count(*) filter (where status = 'running' and real)::int as running,
    count(*) filter (where status = 'waiting' and real)::int as waiting,
    count(*) filter (where status = 'paused' and real)::int as paused,
    count(*) filter (where real and next_due_at < now() - interval '30 seconds'
      and (lease_until is null or lease_until < now()))::int as late,
    min(created_at) filter (where status = 'pending' and real) as "oldestPendingAt",
    count(*) filter (where not real)::int as tests
  from execution, lateral (select mode <> 'test' as real) as kind
  where finished_at is null and ($1::uuid is null or workspace_id = $1)`;

/** Ids are in the order of time, so the last hour is the end of the index. Index: execution_by_workspace, or execution_pkey. */
const LAST_HOUR = `
  select count(*) filter (where real)::int as "startedLastHour",
    count(*) filter (where real and finished_at is not null)::int as "finishedLastHour",
    count(*) filter (where real and status = 'failed')::int as "failedLastHour",
    count(*) filter (where not real)::int as "testsLastHour"
  from execution, lateral (select mode <> 'test' as real) as kind
  where id >= $2::uuid and ($1::uuid is null or workspace_id = $1)`;

/*
 * What must never be, of tests neither: a run that is not over, and has no lease, no job, no time at which somebody looks, and waits for nothing.
 * A pending run has its job while anything queues at all; a paused one waits for a person. Index: execution_open.
 */
const STUCK = `
  select e.id, e.workflow_id as "workflowId", e.status, e.created_at as "createdAt" from execution e
  where e.finished_at is null and ($1::uuid is null or e.workspace_id = $1)
    and (e.lease_until is null or e.lease_until < now() - interval '60 seconds')
    and (e.next_due_at is null or e.next_due_at < now() - interval '120 seconds')
    and e.created_at < now() - interval '60 seconds' and e.status <> 'paused'
    and e.lane_state is distinct from 'queued'
    and not exists (select 1 from wait w where w.execution_id = e.id)
    and not exists (select 1 from awaited_run a where a.parent_id = e.id)
    and not (e.status = 'pending' and exists (
      select 1 from pgboss.job j where j.name = 'execution.run' and j.state = 'created'))
  order by e.id limit ${MOST_LISTED}`;

/** Index: execution_failed. */
const LOST = `
  select id, workflow_id as "workflowId", error ->> 'message' as message, finished_at as "finishedAt" from execution
  where workspace_id = $1 and error is not null and error ->> 'code' = 'WORKER_LOST' and status = 'failed'
  order by id desc limit ${MOST_LISTED}`;

const QUEUES = `
  select q.name, count(j.id) filter (where j.state < 'active' and j.start_after <= now())::int as waiting,
    count(j.id) filter (where j.state = 'active')::int as active,
    count(j.id) filter (where j.state < 'active' and j.start_after > now())::int as later,
    min(j.created_on) filter (where j.state < 'active' and j.start_after <= now()) as "oldestAt"
  from pgboss.queue q left join pgboss.job j on j.name = q.name and j.state < 'completed'
  where q.name not like '\\_\\_pgboss\\_\\_%' group by q.name order by q.name`;

/** Leases are named after host and process. Index: execution_due. */
const WORKERS = `
  select w.id, w.host, w.pid, w.version, w.started_at as "startedAt", w.seen_at as "seenAt",
    w.seen_at > clock_timestamp() - interval '30 seconds' as "isAlive",
    (select count(*)::int from execution e where e.next_due_at is not null and e.lease_until > now()
      and e.lease_owner like replace(replace(w.host, '%', ''), '_', '\\_') || ':' || w.pid || ':%') as runs
  from worker_process w order by w.seen_at > clock_timestamp() - interval '30 seconds' desc, w.started_at limit 100`;

/** What there is to do and who does it. Without a workspace, of the whole instance: for operators only. */
@Injectable()
export class ReadQueue {
  constructor(private readonly pool: SqlPool) {}

  async load(workspaceId: string | null): Promise<RunLoad> {
    const [load, hour] = await Promise.all([
      this.pool.query<RunLoad>(LOAD, [workspaceId]),
      this.pool.query<RunLoad>(LAST_HOUR, [workspaceId, firstIdSince(Date.now() - 3_600_000)]),
    ]);
    return { ...(load.rows[0] as RunLoad), ...(hour.rows[0] as RunLoad) };
  }

  async stuck(workspaceId: string | null): Promise<readonly StuckRun[]> {
    return (await this.pool.query<StuckRun>(STUCK, [workspaceId])).rows;
  }

  async lost(workspaceId: string): Promise<readonly LostRun[]> {
    return (await this.pool.query<LostRun>(LOST, [workspaceId])).rows;
  }

  async queues(): Promise<readonly QueueDepth[]> {
    return (await this.pool.query<QueueDepth>(QUEUES)).rows;
  }

  async workers(): Promise<readonly WorkerProcess[]> {
    return (await this.pool.query<WorkerProcess>(WORKERS)).rows;
  }
}

/** The smallest id of version 7 of a moment. */
export function firstIdSince(ms: number): string {
  const hex = Math.floor(ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
