import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool, newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { backfillNotFound, backfillRefused } from '../triggers.errors';
import { ScheduleList } from './schedule-list';
import { nextInstants } from './schedule-spec';

/** Instants that one backfill makes up for at most. */
export const MAX_BACKFILLED = 1_000;
/** Runs of one backfill that may go on at the same time. */
export const MAX_AT_ONCE = 50;
const SHOWN = 10;

/** A range of instants, both ends included. */
export interface BackfillRange {
  readonly from: Date;
  readonly to: Date;
}

/** What is to be made up for, and how. */
export interface BackfillRequest extends BackfillRange {
  readonly order?: 'oldest-first' | 'newest-first';
  readonly atOnce?: number;
}

/** What a backfill would do. */
export interface BackfillPreview {
  /** Instants in the range. */
  readonly count: number;
  /** Of those, the ones that have had their run and get no second one. */
  readonly alreadyRun: number;
  /** The first ten. */
  readonly instants: readonly Date[];
}

/** Where a backfill stands. */
export interface Backfill {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  readonly status: 'running' | 'completed' | 'cancelled';
  readonly total: number;
  readonly started: number;
  /** Instants that had their run already. */
  readonly skipped: number;
  /** Runs of it that have not ended. */
  readonly active: number;
  readonly createdAt: Date;
}

/** Indexes: schedule_backfill_schedule, schedule_fire_backfill, execution_pkey. */
const SELECT = `
  select b.id, b.from_at as "from", b.to_at as "to", b.status, cardinality(b.instants) as total, b.started, b.skipped,
    (select count(*)::int from schedule_fire f join execution e on e.id = f.execution_id
      where f.backfill_id = b.id and e.finished_at is null) as active, b.created_at as "createdAt"
  from schedule_backfill b`;

/** Runs for instants of a schedule that are long over: asked for here, started by workers a few at a time. */
@Injectable()
export class Backfills {
  constructor(
    private readonly pool: SqlPool,
    private readonly schedules: ScheduleList,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `SCHEDULE_NOT_FOUND`, `BACKFILL_REFUSED` */
  async preview({ workspaceId }: Actor, scheduleId: string, range: BackfillRange): Promise<BackfillPreview> {
    const instants = await this.#instants(workspaceId, scheduleId, range);
    // Index: schedule_fire_pkey.
    const { rows } = await this.pool.query<{ count: number }>(
      `select count(*)::int as count from schedule_fire
        where schedule_id = $1 and scheduled_for = any($2::timestamptz[]) and outcome not in ('missed', 'overlapped', 'failed')`,
      [scheduleId, instants],
    );
    return { count: instants.length, alreadyRun: rows[0]?.count ?? 0, instants: instants.slice(0, SHOWN) };
  }

  /** @throws DomainError `SCHEDULE_NOT_FOUND`, `BACKFILL_REFUSED` */
  async begin(actor: Actor, scheduleId: string, request: BackfillRequest): Promise<Backfill> {
    const { workspaceId, userId } = actor;
    const { from, to, order = 'oldest-first', atOnce = 1 } = request;
    const instants = await this.#instants(workspaceId, scheduleId, request);
    if (instants.length === 0) throw backfillRefused('The schedule does not come due in that range.');
    if (order === 'newest-first') instants.reverse();
    const id = newId();
    await this.pool.tx(async (client) => {
      const values = [
        id,
        workspaceId,
        scheduleId,
        from,
        to,
        instants,
        Math.min(Math.max(atOnce, 1), MAX_AT_ONCE),
        userId,
      ];
      await client.query(
        `insert into schedule_backfill (id, workspace_id, schedule_id, from_at, to_at, instants, at_once, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values,
      );
      const target = { type: 'schedule', id: scheduleId };
      const details = { from, to, count: instants.length };
      await this.audit.record(client, { action: 'schedule.backfilled', actor, target, details });
    });
    return this.#get(workspaceId, id);
  }

  /** Starts no further runs; those that were started go on. @throws DomainError `BACKFILL_NOT_FOUND` */
  async cancel({ workspaceId }: Actor, backfillId: string): Promise<Backfill> {
    if (!isUuid(backfillId)) throw backfillNotFound();
    await this.pool.query(
      `update schedule_backfill set status = 'cancelled', ended_at = now() where id = $1 and workspace_id = $2 and status = 'running'`,
      [backfillId, workspaceId],
    );
    return this.#get(workspaceId, backfillId);
  }

  /** The newest five of a schedule. */
  async of(scheduleId: string): Promise<Backfill[]> {
    const { rows } = await this.pool.query<Backfill>(
      `${SELECT} where b.schedule_id = $1 order by b.created_at desc limit 5`,
      [scheduleId],
    );
    return rows;
  }

  async #get(workspaceId: string, id: string): Promise<Backfill> {
    const { rows } = await this.pool.query<Backfill>(`${SELECT} where b.id = $1 and b.workspace_id = $2`, [
      id,
      workspaceId,
    ]);
    if (!rows[0]) throw backfillNotFound();
    return rows[0];
  }

  async #instants(workspaceId: string, scheduleId: string, { from, to }: BackfillRange): Promise<Date[]> {
    const { spec } = await this.schedules.get(workspaceId, scheduleId);
    const now = Date.now();
    if (!(from.getTime() <= to.getTime())) throw backfillRefused('The range ends before it begins.');
    if (to.getTime() > now) throw backfillRefused('The range ends in the future. Those runs begin by themselves.');
    const found = nextInstants(spec, from.getTime() - 1, MAX_BACKFILLED + 1).filter((at) => at <= to.getTime());
    if (found.length > MAX_BACKFILLED)
      throw backfillRefused(`The schedule comes due more than 1,000 times in that range. Make up for it in parts.`);
    return found.filter((at) => at >= from.getTime()).map((at) => new Date(at));
  }
}
