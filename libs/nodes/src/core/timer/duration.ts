import { DateTime, Duration } from 'luxon';

/** The longest that a run may wait. */
export const MAX_WAIT_YEARS = 10;

const MAX_LENGTH = 64;
const MAX_COUNTABLE_MS = 4e15;
const WHOLE = /^(?:\d+(?:\.\d+)?\s?[a-z]+[\s,]*)+$/i;
const PART = /(\d+(?:\.\d+)?)\s?([a-z]+)/gi;

const UNITS: Readonly<Record<string, 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks'>> = {
  ms: 'milliseconds',
  s: 'seconds',
  sec: 'seconds',
  second: 'seconds',
  m: 'minutes',
  min: 'minutes',
  minute: 'minutes',
  h: 'hours',
  hour: 'hours',
  d: 'days',
  day: 'days',
  w: 'weeks',
  week: 'weeks',
};

/** Reads an ISO 8601 duration (`PT5M`, `P1DT2H`) or the short form `1h 30m`. Undefined when it is neither, or negative. */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const duration = /^[+-]?P/i.test(trimmed) ? Duration.fromISO(trimmed.toUpperCase()) : parseShortForm(trimmed);
  if (duration === undefined || !duration.isValid) return undefined;
  return Object.values(duration.toObject()).some((amount) => amount < 0) ? undefined : duration;
}

/** Instant that lies a duration after `nowMs`; days and months are counted on the calendar of `timezone`. */
export function instantAfter(duration: Duration, nowMs: number, timezone: string): number {
  // Beyond what a calendar can count, luxon gives nonsense instead of an error.
  if (!(duration.toMillis() < MAX_COUNTABLE_MS)) return Number.POSITIVE_INFINITY;
  return DateTime.fromMillis(nowMs, { zone: timezone }).plus(duration).toMillis();
}

/** Whether an instant is further away than a run may wait. */
export function isTooFar(instantMs: number, nowMs: number): boolean {
  return !(instantMs <= DateTime.fromMillis(nowMs, { zone: 'utc' }).plus({ years: MAX_WAIT_YEARS }).toMillis());
}

function parseShortForm(text: string): Duration | undefined {
  if (!WHOLE.test(text)) return undefined;
  const amounts: Record<string, number> = {};
  for (const [, amount, word = ''] of text.matchAll(PART)) {
    const unit = unitOf(word.toLowerCase());
    if (unit === undefined) return undefined;
    amounts[unit] = (amounts[unit] ?? 0) + Number(amount);
  }
  return Duration.fromObject(amounts);
}

function unitOf(word: string): (typeof UNITS)[string] | undefined {
  if (Object.hasOwn(UNITS, word)) return UNITS[word];
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  return Object.hasOwn(UNITS, singular) ? UNITS[singular] : undefined;
}
