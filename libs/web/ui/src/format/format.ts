const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something that names a moment: milliseconds since the epoch, ISO text or a Date. */
export type Moment = number | string | Date;

/** The moment in milliseconds since the epoch; NaN when it is none. */
export function msOf(moment: Moment): number {
  return typeof moment === 'number' ? moment : new Date(moment).getTime();
}

/** How long something took or takes: `0 ms`, `340 ms`, `4.2 s`, `1 m 05 s`, `2 h 03 m`, `3 d 4 h`. */
export function formatDuration(ms: number): string {
  const rounded = Math.max(0, Math.round(ms));
  if (rounded < SECOND) return `${rounded} ms`;
  if (rounded < 10 * SECOND) return `${(Math.floor(rounded / 100) / 10).toFixed(1)} s`;
  if (rounded < MINUTE) return `${Math.floor(rounded / SECOND)} s`;
  if (rounded < HOUR) return pair(rounded, { big: MINUTE, bigUnit: 'm', small: SECOND, smallUnit: 's' });
  if (rounded < DAY) return pair(rounded, { big: HOUR, bigUnit: 'h', small: MINUTE, smallUnit: 'm' });
  return `${Math.floor(rounded / DAY)} d ${Math.floor((rounded % DAY) / HOUR)} h`;
}

/** How long ago or until when, in few letters: `just now`, `12 s ago`, `in 5 m`, `3 h ago`; beyond a week the date. */
export function formatRelative(moment: Moment, nowMs = Date.now()): string {
  const ms = msOf(moment);
  const away = Math.abs(nowMs - ms);
  if (away < 5 * SECOND) return 'just now';
  if (away > 7 * DAY) return formatDate(moment, nowMs);
  const [unit, size] =
    away < MINUTE ? ['s', SECOND] : away < HOUR ? ['m', MINUTE] : away < DAY ? ['h', HOUR] : ['d', DAY];
  const count = `${Math.floor(away / (size as number))} ${unit}`;
  return ms > nowMs ? `in ${count}` : `${count} ago`;
}

/** `12 Mar`, with the year when it is another one. */
export function formatDate(moment: Moment, nowMs = Date.now()): string {
  const date = new Date(msOf(moment));
  const isThisYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** To the second, with the zone: `12 Mar 2026, 14:05:09 UTC`. */
export function formatExact(moment: Moment): string {
  return new Date(msOf(moment)).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
}

/** Time of day: `14:05`, with `seconds` `14:05:09`. */
export function formatClock(moment: Moment, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const seconds = precision === 'seconds' ? { second: '2-digit' as const } : {};
  return new Date(msOf(moment)).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', ...seconds });
}

const whole = new Intl.NumberFormat('en-US');

/** `1,234,567`. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** `1 item`, `12 items`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** `812 B`, `4.2 kB`, `12 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.floor(value)} ${units[power]}`;
}

/** The last characters of an id, which are the ones that differ: `…8f3a21`. */
export function shortId(id: string, length = 8): string {
  return id.length <= length ? id : id.slice(-length);
}

function pair(ms: number, units: { big: number; bigUnit: string; small: number; smallUnit: string }): string {
  const small = Math.floor((ms % units.big) / units.small);
  return `${Math.floor(ms / units.big)} ${units.bigUnit} ${String(small).padStart(2, '0')} ${units.smallUnit}`;
}
