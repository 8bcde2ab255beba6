import { Cron } from 'croner';

/** When a schedule fires. Instants are milliseconds since the epoch. */
export type ScheduleSpec =
  /** Five fields, or six with seconds in front; read in `timezone` (IANA). A time in a DST gap fires at its end, one in an overlap fires once. */
  | { readonly kind: 'cron'; readonly cron: string; readonly timezone: string }
  | { readonly kind: 'interval'; readonly everyMs: number; readonly anchorMs: number }
  | { readonly kind: 'at'; readonly instantsMs: readonly number[] };

/** Smallest interval, in milliseconds: what a person means by "every second". */
export const MIN_INTERVAL_MS = 1_000;
/** Longest interval: ten years. */
const MAX_INTERVAL_MS = 3_653 * 86_400_000;

type CronSpec = ScheduleSpec & { kind: 'cron' };

const PLAIN_LIST = /^\d{1,2}(,\d{1,2})*$/;

function cronOf({ timezone }: CronSpec, pattern: string): Cron {
  return new Cron(pattern, { timezone, paused: true, mode: '5-or-6-parts' });
}

/**
 * Croner tells times of day from intervals: the former fire at the end of a gap and once in an overlap, the latter go by
 * real time. It takes lists such as `30 2,14` for intervals, so they are taken apart into their times.
 */
function cronsOf(spec: CronSpec): Cron[] {
  const fields = spec.cron.trim().split(/\s+/);
  const seconds = fields.length === 6 ? [fields.shift() as string] : [];
  const [minutes = '', hours = '', ...days] = fields;
  if (!PLAIN_LIST.test(minutes) || !PLAIN_LIST.test(hours)) return [cronOf(spec, spec.cron)];
  const times = hours.split(',').flatMap((hour) => minutes.split(',').map((minute) => [minute, hour]));
  return times.map((time) => cronOf(spec, [...seconds, ...time, ...days].join(' ')));
}

/** Ascending, each once. */
function merged(lists: readonly (readonly Date[])[]): number[] {
  return [...new Set(lists.flat().map((date) => date.getTime()))].sort((a, b) => a - b);
}

/**
 * What is wrong with the spec, as a sentence, or null.
 * A cron that never comes (30 February) and an interval under a second are wrong too.
 */
export function scheduleFault(spec: ScheduleSpec, nowMs: number): string | null {
  if (spec.kind === 'interval') {
    if (spec.everyMs > MAX_INTERVAL_MS) return 'The interval must be at most ten years.';
    return spec.everyMs >= MIN_INTERVAL_MS ? null : 'The interval must be at least one second.';
  }
  if (spec.kind === 'at') {
    return spec.instantsMs.every(Number.isFinite) && spec.instantsMs.length > 0
      ? null
      : 'Give at least one date and time, such as 2027-01-31T08:00:00Z.';
  }
  try {
    const next = cronOf(spec, spec.cron).nextRun(new Date(nowMs));
    return next ? null : `The cron expression "${spec.cron}" never comes due.`;
  } catch (error) {
    return `The cron expression "${spec.cron}" in zone "${spec.timezone}" cannot be read: ${(error as Error).message}`;
  }
}

/** The first instant after `afterMs`, or null when there is none. */
export function nextInstant(spec: ScheduleSpec, afterMs: number): number | null {
  return nextInstants(spec, afterMs, 1)[0] ?? null;
}

/** The first `count` instants after `afterMs`, ascending; fewer when the schedule ends. */
export function nextInstants(spec: ScheduleSpec, afterMs: number, count: number): number[] {
  if (spec.kind === 'at') {
    return [...spec.instantsMs]
      .filter((at) => at > afterMs)
      .sort((a, b) => a - b)
      .slice(0, count);
  }
  if (spec.kind === 'interval') {
    const first = Math.max(0, Math.floor((afterMs - spec.anchorMs) / spec.everyMs) + 1);
    return Array.from({ length: count }, (_, index) => spec.anchorMs + (first + index) * spec.everyMs);
  }
  // Croner reads whole seconds and answers the seconds after the one given.
  const after = new Date(Math.floor(afterMs / 1_000) * 1_000);
  return merged(cronsOf(spec).map((cron) => cron.nextRuns(count, after))).slice(0, count);
}

/** The last `count` instants in `[fromMs, toMs]`, ascending. */
export function lastInstants(spec: ScheduleSpec, fromMs: number, toMs: number, count: number): number[] {
  if (spec.kind === 'at') {
    return [...spec.instantsMs]
      .filter((at) => at >= fromMs && at <= toMs)
      .sort((a, b) => a - b)
      .slice(-count);
  }
  if (spec.kind === 'interval') {
    const last = Math.floor((toMs - spec.anchorMs) / spec.everyMs);
    const first = Math.max(0, Math.ceil((fromMs - spec.anchorMs) / spec.everyMs), last - count + 1);
    return Array.from(
      { length: Math.max(0, last - first + 1) },
      (_, index) => spec.anchorMs + (first + index) * spec.everyMs,
    );
  }
  return lastOfCron(spec, { fromMs, toMs, count });
}

/** Counts forward, since mostly one instant is due; only after a long downtime backward from the end. */
function lastOfCron(
  spec: CronSpec,
  { fromMs, toMs, count }: { fromMs: number; toMs: number; count: number },
): number[] {
  const crons = cronsOf(spec);
  const found: number[] = [];
  const nextAfter = (after: Date): number | undefined =>
    merged(crons.map((cron) => cron.nextRuns(1, after))).find((at) => at > after.getTime());
  let next = nextAfter(new Date(Math.ceil(fromMs / 1_000) * 1_000 - 1_000));
  while (next !== undefined && next <= toMs && found.length <= count) {
    found.push(next);
    next = nextAfter(new Date(next));
  }
  if (found.length <= count) return found;
  const end = new Date(Math.floor(toMs / 1_000) * 1_000 + 1_000);
  return merged(crons.map((cron) => cron.previousRuns(count, end)))
    .filter((at) => at >= fromMs && at <= toMs)
    .slice(-count);
}
