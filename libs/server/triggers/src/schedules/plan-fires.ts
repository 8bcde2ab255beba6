import { lastInstants, nextInstant, type ScheduleSpec } from './schedule-spec';

/** What becomes of instants that passed while nobody looked. */
export type MisfirePolicy =
  /** One run for all that were missed: the latest of them. */
  | { readonly kind: 'run-once' }
  | { readonly kind: 'skip' }
  /** The latest `max` of those missed. */
  | { readonly kind: 'catch-up'; readonly max: number };

/** Milliseconds that an instant may be late without counting as missed. */
export const MISFIRE_GRACE_MS = 30_000;
/** Instants that one look handles at most; older ones of a long downtime are left out of the record. */
export const MAX_INSTANTS_PER_LOOK = 1_000;

export interface FirePlan {
  /** Instants to start a run for, ascending. */
  readonly fire: readonly number[];
  /** Instants to record as missed. */
  readonly skip: readonly number[];
  /** When to look again; null when the schedule has ended. */
  readonly nextMs: number | null;
}

/** Decides what is due at `nowMs` for a schedule whose next instant was to be `dueMs`. Pure. */
export function planFires(spec: ScheduleSpec, dueMs: number, nowMs: number, misfire: MisfirePolicy): FirePlan {
  const due = lastInstants(spec, dueMs, nowMs, MAX_INSTANTS_PER_LOOK);
  const missed = due.filter((at) => at < nowMs - MISFIRE_GRACE_MS);
  const onTime = due.slice(missed.length);
  const caughtUp = missed.slice(missed.length - Math.min(missed.length, catchUpCount(misfire)));
  return {
    fire: [...caughtUp, ...onTime],
    skip: missed.slice(0, missed.length - caughtUp.length),
    nextMs: dueMs > nowMs ? dueMs : nextInstant(spec, nowMs),
  };
}

function catchUpCount(misfire: MisfirePolicy): number {
  if (misfire.kind === 'skip') return 0;
  return misfire.kind === 'run-once' ? 1 : misfire.max;
}
