import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { nextInstants, type ScheduleSpec } from './schedule-spec';
import { scheduleNotFound } from '../triggers.errors';

/** What became of an instant. */
export type FireOutcome = 'fired' | 'missed' | 'overlapped' | 'queued' | 'failed' | 'manual';

/** An instant of a schedule that is over. */
export interface ScheduleFire {
  readonly scheduledFor: Date;
  readonly outcome: FireOutcome;
  readonly executionId: string | null;
  readonly isBackfill: boolean;
}

/** A schedule as people see it. */
export interface ListedSchedule {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly label: string;
  readonly live: boolean;
  readonly spec: ScheduleSpec;
  readonly overlap: 'allow' | 'skip' | 'queue-one';
  readonly pausedAt: Date | null;
  readonly pausedBy: string | null;
  readonly pauseReason: string | null;
  /** Why it could not be handled when it was last due; it is tried again. */
  readonly lastError: string | null;
  /** Empty while it is paused or not live. */
  readonly nextRuns: readonly Date[];
  readonly lastFire: ScheduleFire | null;
  /** Instants of the last thirty days without a run of their own: nobody looked, or the run before still went on. */
  readonly missed: number;
}

type Row = Omit<ListedSchedule, 'nextRuns' | 'lastFire'> & { readonly now: Date } & {
  [Name in keyof ScheduleFire]: ScheduleFire[Name] | null;
};

const PREVIEWED_RUNS = 5;
/** Schedules that one list shows at most. */
const MOST = 500;

/*
 * Only of nodes that the live version still has: others keep an older version. Indexes: schedule_by_workspace or
 * schedule_node, schedule_fire_pkey.
 */
const SELECT = `
  select s.id, s.workspace_id as "workspaceId", s.workflow_id as "workflowId", s.node_id as "nodeId", s.live, s.spec, s.overlap,
    s.paused_at as "pausedAt", coalesce(u.name, u.email) as "pausedBy", s.pause_reason as "pauseReason",
    s.last_error as "lastError", clock_timestamp() as now,
    coalesce((select n ->> 'label' from json_array_elements(v.document -> 'nodes') n where n ->> 'id' = s.node_id), s.node_id) as label,
    f.scheduled_for as "scheduledFor", f.outcome, f.execution_id as "executionId", f.backfill_id is not null as "isBackfill",
    (select count(*)::int from schedule_fire m where m.schedule_id = s.id and m.outcome in ('missed', 'overlapped', 'failed')
      and m.scheduled_for > now() - interval '30 days') as missed
  from schedule s
    join workflow w on w.id = s.workflow_id and w.deleted_at is null and w.published_version_id = s.version_id
    join workflow_version v on v.id = s.version_id
    left join app_user u on u.id::text = s.paused_by
    left join lateral (select * from schedule_fire l where l.schedule_id = s.id order by l.scheduled_for desc limit 1) f on true`;

/** The schedules of a workspace, and when they came and come due. */
@Injectable()
export class ScheduleList {
  constructor(private readonly pool: SqlPool) {}

  /** Those of the workspace or of one of its workflows, what comes due first at the top. */
  async list(workspaceId: string, workflowId?: string): Promise<ListedSchedule[]> {
    if (workflowId !== undefined && !isUuid(workflowId)) return [];
    const { rows } = await this.pool.query<Row>(
      `${SELECT} where s.workspace_id = $1 and ($2::uuid is null or s.workflow_id = $2)
        order by (s.live and s.paused_at is null) desc, s.next_run_at nulls last, s.id limit ${MOST}`,
      [workspaceId, workflowId ?? null],
    );
    return rows.map(listed);
  }

  /** @throws DomainError `SCHEDULE_NOT_FOUND` */
  async get(workspaceId: string, scheduleId: string): Promise<ListedSchedule> {
    if (!isUuid(scheduleId)) throw scheduleNotFound();
    const { rows } = await this.pool.query<Row>(`${SELECT} where s.workspace_id = $1 and s.id = $2`, [
      workspaceId,
      scheduleId,
    ]);
    if (!rows[0]) throw scheduleNotFound();
    return listed(rows[0]);
  }

  /** Its newest instants, newest first. Index: schedule_fire_pkey. */
  async fires(scheduleId: string, count: number): Promise<ScheduleFire[]> {
    const { rows } = await this.pool.query<ScheduleFire>(
      `select scheduled_for as "scheduledFor", outcome, execution_id as "executionId", backfill_id is not null as "isBackfill"
         from schedule_fire where schedule_id = $1 order by scheduled_for desc limit $2`,
      [scheduleId, count],
    );
    return rows;
  }
}

function listed({ now, scheduledFor, outcome, executionId, isBackfill, ...row }: Row): ListedSchedule {
  const fires = row.live && row.pausedAt === null;
  return {
    ...row,
    nextRuns: fires ? nextInstants(row.spec, now.getTime(), PREVIEWED_RUNS).map((instant) => new Date(instant)) : [],
    lastFire: scheduledFor && outcome ? { scheduledFor, outcome, executionId, isBackfill: isBackfill === true } : null,
  };
}
