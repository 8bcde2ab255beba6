import { Cron } from 'croner';
import { DateTime, IANAZone } from 'luxon';
import type { z } from 'zod';

interface ScheduleParams {
  readonly mode: 'cron' | 'interval' | 'at';
  readonly cron: string;
  readonly every: { readonly value: number; readonly unit: 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks' };
  readonly at: string | readonly string[];
  readonly timezone?: string | undefined;
}

const MAX_DAYS = 3_653;
const UNIT_SECONDS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400, weeks: 604_800 } as const;

/** Tells schedules that could never go live, before anybody publishes them. */
export function refineSchedule(params: ScheduleParams, issues: z.core.$RefinementCtx): void {
  const { mode, timezone } = params;
  const isZone = !timezone || IANAZone.isValidZone(timezone);
  const report = (param: string, message: string): void => issues.addIssue({ code: 'custom', path: [param], message });
  if (!isZone) report('timezone', `"${timezone}" is no time zone. Name one such as Europe/Berlin.`);
  const fault = { cron: cronFault, interval: intervalFault, at: instantsFault }[mode](params);
  if (fault !== undefined) report({ cron: 'cron', interval: 'every', at: 'at' }[mode], fault);
}

function cronFault({ cron }: ScheduleParams): string | undefined {
  try {
    const next = new Cron(cron, { timezone: 'UTC', paused: true, mode: '5-or-6-parts' }).nextRun();
    return next ? undefined : `The cron expression "${cron}" never comes due.`;
  } catch (error) {
    return `The cron expression "${cron}" cannot be read: ${(error as Error).message}`;
  }
}

function intervalFault({ every: { value, unit } }: ScheduleParams): string | undefined {
  const seconds = value * UNIT_SECONDS[unit];
  if (seconds < 1) return 'The interval must be at least one second.';
  return seconds > MAX_DAYS * UNIT_SECONDS.days ? 'The interval must be at most ten years.' : undefined;
}

function instantsFault({ at }: ScheduleParams): string | undefined {
  const texts = [at].flat();
  if (texts.length === 0) return 'Give at least one date and time, such as 2027-01-31T08:00:00Z.';
  const wrong = texts.find((text) => !DateTime.fromISO(text.trim()).isValid);
  return wrong === undefined ? undefined : `"${wrong}" is no date and time. Write it as 2027-01-31T08:00:00Z.`;
}
