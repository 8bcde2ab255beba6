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

function cronOf(spec: ScheduleSpec & { kind: 'cron' }): Cron {
  return new Cron(spec.cron, { timezone: spec.timezone, paused: true, mode: '5-or-6-parts' });
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
    const next = cronOf(spec).nextRun(new Date(nowMs));
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
  return cronOf(spec)
    .nextRuns(count, new Date(Math.floor(afterMs / 1_000) * 1_000))
    .map((date) => date.getTime());
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
  spec: ScheduleSpec & { kind: 'cron' },
  { fromMs, toMs, count }: { fromMs: number; toMs: number; count: number },
): number[] {
  const cron = cronOf(spec);
  const found: number[] = [];
  let next = cron.nextRun(new Date(Math.ceil(fromMs / 1_000) * 1_000 - 1_000));
  while (next && next.getTime() <= toMs && found.length <= count) {
    found.push(next.getTime());
    next = cron.nextRun(next);
  }
  if (found.length <= count) return found;
  return cron
    .previousRuns(count, new Date(Math.floor(toMs / 1_000) * 1_000 + 1_000))
    .map((date) => date.getTime())
    .filter((at) => at >= fromMs && at <= toMs)
    .reverse();
}
