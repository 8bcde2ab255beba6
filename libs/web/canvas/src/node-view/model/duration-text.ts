/** A duration in one unit. */
export interface Amount {
  readonly value: number;
  readonly unit: DurationUnit;
}

/** Units of durations, as ISO 8601 writes them apart from `weeks`. */
export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks';

/** All units, the smallest first. */
export const DURATION_UNITS: readonly DurationUnit[] = ['seconds', 'minutes', 'hours', 'days', 'weeks'];

const SECONDS: Readonly<Record<DurationUnit, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  weeks: 604_800,
};

/** Seconds in one of a unit. */
export function secondsOf(unit: DurationUnit): number {
  return SECONDS[unit];
}

const ISO =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const SHORT = /(\d+(?:\.\d+)?)\s*(w|d|h|m(?!s)|min|s)[a-z]*/gi;

/** Seconds in an ISO 8601 duration or a short one such as `1h 30m`; undefined when it is neither. */
export function secondsIn(text: string): number | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null && trimmed.length > 1 && !/T$/i.test(trimmed)) {
    const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0));
    return weeks * 604_800 + days * 86_400 + hours * 3_600 + minutes * 60 + seconds;
  }
  if (trimmed === '' || trimmed.replace(SHORT, '').trim() !== '') return undefined;
  const unitOf = { w: 'weeks', d: 'days', h: 'hours', m: 'minutes', s: 'seconds' } as const;
  return [...trimmed.matchAll(SHORT)].reduce((sum, [, value, unit = 's']) => {
    const letter = unit.charAt(0).toLowerCase() as keyof typeof unitOf;
    return sum + Number(value) * SECONDS[unitOf[letter]];
  }, 0);
}

/** The duration in the largest unit that needs no fraction; undefined when it cannot be read. */
export function amountIn(text: string): Amount | undefined {
  const seconds = secondsIn(text);
  if (seconds === undefined) return undefined;
  const unit =
    DURATION_UNITS.findLast((each) => seconds >= SECONDS[each] && seconds % SECONDS[each] === 0) ?? 'seconds';
  return { value: seconds / SECONDS[unit], unit };
}

/** An amount as ISO 8601: `PT5M`, `P2D`. */
export function isoOf({ value, unit }: Amount): string {
  if (unit === 'weeks' || unit === 'days') return `P${value}${unit === 'weeks' ? 'W' : 'D'}`;
  return `PT${value}${unit.charAt(0).toUpperCase()}`;
}

/** Milliseconds as "500 ms", "2.5 s", "5 min", "1 h". */
export function millisecondWords(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 60_000) return `${round(ms / 1_000)} s`;
  return ms < 3_600_000 ? `${round(ms / 60_000)} min` : `${round(ms / 3_600_000)} h`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
