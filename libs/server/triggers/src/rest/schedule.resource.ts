import type { ListedSchedule } from '../schedules/schedule-list';

/** A schedule as REST shows it; instants are ISO 8601. */
export interface ScheduleResource extends Omit<ListedSchedule, 'workspaceId' | 'spec'> {
  /** Its cron expression and the IANA zone in which it is read, if it has one. */
  readonly cron: string | null;
  readonly timezone: string | null;
  /** Seconds between two runs, if it has an interval. */
  readonly everySeconds: number | null;
}

/** A schedule as REST shows it. */
export function toScheduleResource({ workspaceId: _workspace, spec, ...schedule }: ListedSchedule): ScheduleResource {
  return {
    ...schedule,
    cron: spec.kind === 'cron' ? spec.cron : null,
    timezone: spec.kind === 'cron' ? spec.timezone : null,
    everySeconds: spec.kind === 'interval' ? Math.round(spec.everyMs / 1_000) : null,
  };
}
