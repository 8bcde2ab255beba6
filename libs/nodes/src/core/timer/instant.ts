import { DateTime } from 'luxon';

const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const EPOCH_MILLISECONDS = /^\d{11,16}$/;
const DATE_FIRST = /^\d{4}-/;

/**
 * Milliseconds of an instant: ISO 8601 (without an offset in `timezone`), a time of day (its next occurrence there), or
 * milliseconds since the epoch. Undefined when it is none of them.
 */
export function instantOf(value: string | number, now: { nowMs: number; timezone: string }): number | undefined {
  const text = String(value).trim();
  if (EPOCH_MILLISECONDS.test(text)) return Number(text);
  const time = TIME_OF_DAY.exec(text);
  if (time !== null)
    return nextOccurrence(
      time.slice(1).map((part) => Number(part ?? 0)),
      now,
    );
  if (!DATE_FIRST.test(text)) return undefined;
  const options = { zone: now.timezone };
  const date = [DateTime.fromISO(text, options), DateTime.fromSQL(text, options)].find((read) => read.isValid);
  return date?.toMillis();
}

function nextOccurrence(
  [hour = 0, minute = 0, second = 0]: number[],
  now: { nowMs: number; timezone: string },
): number {
  const current = DateTime.fromMillis(now.nowMs, { zone: now.timezone });
  const time = { hour, minute, second, millisecond: 0 };
  const today = current.set(time);
  return (today > current ? today : current.plus({ days: 1 }).set(time)).toMillis();
}
