import { StartExecutions } from '@millrace/server-executions';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { scheduleNotFound } from '../triggers.errors';
import { nextInstant, type ScheduleSpec } from './schedule-spec';

interface LockedSchedule {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly spec: ScheduleSpec;
  readonly isPaused: boolean;
  readonly now: Date;
}

/** Indexes: schedule_pkey, workflow_pkey. A worker that fires it at this moment is waited for. */
const LOCK = `
  select s.id, s.workspace_id as "workspaceId", s.workflow_id as "workflowId", s.node_id as "nodeId",
    s.version_id as "versionId", s.spec, s.paused_at is not null as "isPaused", date_trunc('milliseconds', clock_timestamp()) as now
  from schedule s join workflow w on w.id = s.workflow_id and w.deleted_at is null and w.published_version_id = s.version_id
  where s.id = $1 and s.workspace_id = $2 for update of s`;

/** What people do with one schedule, apart from the workflow that it belongs to. */
@Injectable()
export class ScheduleControl {
  constructor(
    private readonly pool: SqlPool,
    private readonly executions: StartExecutions,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps it from firing, also over publishing. Pausing a paused one changes the reason. @throws DomainError `SCHEDULE_NOT_FOUND` */
  pause(actor: Actor, scheduleId: string, reason?: string): Promise<void> {
    return this.#within(actor, scheduleId, async (client, schedule) => {
      await client.query(
        `update schedule set paused_at = coalesce(paused_at, now()), paused_by = $2, pause_reason = $3 where id = $1`,
        [scheduleId, actor.userId, reason?.trim() || null],
      );
      // What waited for its turn would be stale when it is resumed.
      await client.query(
        `update schedule_fire set outcome = 'overlapped' where outcome = 'queued' and schedule_id = $1`,
        [scheduleId],
      );
      await this.#record(client, actor, { action: 'schedule.paused', schedule, details: { reason: reason ?? null } });
    });
  }

  /** Lets it fire again from now on; what fell into the pause is not made up for. @throws DomainError `SCHEDULE_NOT_FOUND` */
  resume(actor: Actor, scheduleId: string): Promise<void> {
    return this.#within(actor, scheduleId, async (client, schedule) => {
      if (!schedule.isPaused) return;
      const next = nextInstant(schedule.spec, schedule.now.getTime());
      await client.query(
        `update schedule set paused_at = null, paused_by = null, pause_reason = null, next_run_at = $2, retry_at = null,
           failures = 0, last_error = null where id = $1`,
        [scheduleId, next === null ? null : new Date(next)],
      );
      await this.#record(client, actor, { action: 'schedule.resumed', schedule });
    });
  }

  /**
   * Starts a run now, as if this moment were one of its instants; paused or not. Answers the id of the run.
   * @throws DomainError `SCHEDULE_NOT_FOUND`, those of starting
   */
  fire(actor: Actor, scheduleId: string): Promise<string> {
    return this.#within(actor, scheduleId, async (client, schedule) => {
      const { now, workspaceId, workflowId, versionId, nodeId: triggerNodeId } = schedule;
      const at = now.toISOString();
      const { executionId } = await this.executions.start({
        ...{ workspaceId, workflowId, versionId, triggerNodeId, mode: 'schedule', startedBy: actor.userId, client },
        trigger: { scheduledFor: at, firedAt: at, scheduleId, isBackfill: false },
      });
      await client.query(
        `insert into schedule_fire (schedule_id, scheduled_for, outcome, execution_id) values ($1, $2, 'manual', $3)
         on conflict do nothing`,
        [scheduleId, now, executionId],
      );
      return executionId;
    });
  }

  async #within<T>(
    { workspaceId }: Actor,
    scheduleId: string,
    change: (client: SqlClient, schedule: LockedSchedule) => Promise<T>,
  ): Promise<T> {
    if (!isUuid(scheduleId)) throw scheduleNotFound();
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<LockedSchedule>(LOCK, [scheduleId, workspaceId]);
      if (!rows[0]) throw scheduleNotFound();
      return change(client, rows[0]);
    });
  }

  #record(
    client: SqlClient,
    actor: Actor,
    { action, schedule, details = {} }: { action: string; schedule: LockedSchedule; details?: Record<string, unknown> },
  ): Promise<void> {
    const { id, workflowId, nodeId } = schedule;
    const target = { type: 'schedule', id };
    return this.audit.record(client, { action, actor, target, details: { workflowId, nodeId, ...details } });
  }
}
