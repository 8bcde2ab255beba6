import type { Environment } from '@marcbachmann/cel-js';
import { Duration } from '@marcbachmann/cel-js/evaluator';
import { DateTime, Duration as CalendarDuration, IANAZone } from 'luxon';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { durationText, isoText } from '../to-json';
import { type CelNumber, declare } from './declare';

const TIMESTAMP = 'google.protobuf.Timestamp';
const DURATION = 'google.protobuf.Duration';
const MAX_TEXT = 100;

/** Points in time: timestamps, or ISO 8601 text wherever a timestamp is taken. */
type Instant = Date | string;

/** Functions over dates, times and durations. */
export function declareDates(environment: Environment): void {
  declareSources(environment);
  declareMoves(environment);
  declareLooks(environment);
  declareParts(environment);
  declareDurations(environment);
}

function declareSources(environment: Environment): void {
  declare(environment, { signature: `now(): ${TIMESTAMP}`, description: 'When this evaluation happens.' }, () => {
    const now = currentRun().scope.resolveRoot('now');
    if (typeof now !== 'string') throw fault('UNKNOWN_REFERENCE', 'now');
    return dateTime(now).toJSDate();
  });
  const description = 'A point in time from ISO 8601 text; the zone applies when the text names none (UTC by default).';
  const date = (text: Instant, zone?: string): Date => dateTime(text, zone).toJSDate();
  declare(environment, { signature: `date(string): ${TIMESTAMP}`, description }, date);
  declare(environment, { signature: `date(string, string): ${TIMESTAMP}`, description }, date);
  declare(environment, { signature: `date(${TIMESTAMP}): ${TIMESTAMP}`, description: 'The same point in time.' }, date);
  declare(
    environment,
    { signature: `date(num): ${TIMESTAMP}`, description: 'A point in time from milliseconds since 1970.' },
    (milliseconds: CelNumber) =>
      valid(DateTime.fromMillis(Math.trunc(Number(milliseconds)), { zone: 'utc' }), String(milliseconds)).toJSDate(),
  );
  const parse = (text: string, format: string, zone = 'utc'): Date => {
    const read = DateTime.fromFormat(clipped(text), clipped(format), { zone: zoneOf(zone), locale: 'en-US' });
    return valid(read, text).toJSDate();
  };
  const parseDescription = 'A point in time from text in a format such as dd.MM.yyyy HH:mm, optionally in a zone.';
  declare(environment, { signature: `parseDate(string, string): ${TIMESTAMP}`, description: parseDescription }, parse);
  declare(
    environment,
    { signature: `parseDate(string, string, string): ${TIMESTAMP}`, description: parseDescription },
    parse,
  );
}

/** Declares a method of timestamps, and of text that holds one. */
function declareMethod(
  environment: Environment,
  declared: { signature: string; description: string },
  handler: (...args: never[]) => unknown,
): void {
  for (const receiver of [TIMESTAMP, 'string']) {
    declare(environment, { ...declared, signature: `${receiver}.${declared.signature}` }, handler);
  }
}

function declareMoves(environment: Environment): void {
  for (const [name, sign, description] of [
    [
      'plus',
      1,
      'Later by an ISO 8601 duration such as P1DT2H; days and months by the calendar of the zone (UTC by default).',
    ],
    [
      'minus',
      -1,
      'Earlier by an ISO 8601 duration such as P1M; days and months by the calendar of the zone (UTC by default).',
    ],
  ] as const) {
    const move = (instant: Instant, duration: string, zone?: string): Date => {
      const steps = isoDuration(duration);
      return valid(dateTime(instant, zone).plus(sign > 0 ? steps : steps.negate()), duration).toJSDate();
    };
    declareMethod(environment, { signature: `${name}(string): ${TIMESTAMP}`, description }, move);
    declareMethod(environment, { signature: `${name}(string, string): ${TIMESTAMP}`, description }, move);
  }
  for (const [name, unit] of [
    ['addMinutes', 'minutes'],
    ['addHours', 'hours'],
    ['addDays', 'days'],
    ['addMonths', 'months'],
  ] as const) {
    const add = (instant: Instant, count: CelNumber, zone?: string): Date =>
      valid(dateTime(instant, zone).plus({ [unit]: Number(count) }), `${count} ${unit}`).toJSDate();
    declareMethod(
      environment,
      { signature: `${name}(num): ${TIMESTAMP}`, description: `Later by so many ${unit}.` },
      add,
    );
    declareMethod(
      environment,
      {
        signature: `${name}(num, string): ${TIMESTAMP}`,
        description: `Later by so many ${unit} of the calendar of a zone.`,
      },
      add,
    );
  }
}

function declareLooks(environment: Environment): void {
  const format = (instant: Instant, pattern: string, zone?: string): string =>
    dateTime(instant, zone)
      .setZone(zoneOf(zone ?? 'utc'))
      .setLocale('en-US')
      .toFormat(clipped(pattern));
  const description = 'As text in a format such as yyyy-MM-dd HH:mm, in a zone (UTC by default).';
  declareMethod(environment, { signature: 'format(string): string', description }, format);
  declareMethod(environment, { signature: 'format(string, string): string', description }, format);
  declareMethod(
    environment,
    { signature: 'toIso(): string', description: 'As ISO 8601 text in UTC.' },
    (instant: Instant) => isoText(dateTime(instant).toJSDate()),
  );
  declareMethod(
    environment,
    { signature: 'toMillis(): double', description: 'As milliseconds since 1970.' },
    (instant: Instant) => dateTime(instant).toMillis(),
  );
  const edge =
    (name: 'startOf' | 'endOf') =>
    (instant: Instant, unit: string, zone?: string): Date =>
      dateTime(instant, zone)
        .setZone(zoneOf(zone ?? 'utc'))
        [name](unitOf(unit))
        .toJSDate();
  for (const name of ['startOf', 'endOf'] as const) {
    const said = `The ${name === 'startOf' ? 'first' : 'last'} millisecond of its day, week, month, … in a zone (UTC by default).`;
    declareMethod(environment, { signature: `${name}(string): ${TIMESTAMP}`, description: said }, edge(name));
    declareMethod(environment, { signature: `${name}(string, string): ${TIMESTAMP}`, description: said }, edge(name));
  }
  const diff = (instant: Instant, other: Instant, unit: string): number =>
    dateTime(instant).diff(dateTime(other), unitOf(unit)).as(unitOf(unit));
  for (const other of [TIMESTAMP, 'string']) {
    const signature = `diff(${other}, string): double`;
    declareMethod(
      environment,
      { signature, description: 'How much later than another point in time, in minutes, hours, days, …' },
      diff,
    );
  }
}

const PARTS: Readonly<Record<string, (date: DateTime) => number>> = {
  getDate: (date) => date.day,
  getDayOfMonth: (date) => date.day - 1,
  getDayOfWeek: (date) => date.weekday % 7,
  getDayOfYear: (date) => date.ordinal - 1,
  getFullYear: (date) => date.year,
  getHours: (date) => date.hour,
  getMilliseconds: (date) => date.millisecond,
  getMinutes: (date) => date.minute,
  getMonth: (date) => date.month - 1,
  getSeconds: (date) => date.second,
};

function declareParts(environment: Environment): void {
  for (const [name, part] of Object.entries(PARTS)) {
    const get = (instant: Instant, zone = 'utc'): bigint => BigInt(part(dateTime(instant).setZone(zoneOf(zone))));
    const description = 'A part of the date, counted as CEL does, in a zone (UTC by default).';
    declareMethod(environment, { signature: `${name}(): int`, description }, get);
    declareMethod(environment, { signature: `${name}(string): int`, description }, get);
  }
}

function declareDurations(environment: Environment): void {
  const description = 'A length of time such as PT1H30M or 1h30m.';
  declare(environment, { signature: `duration(string): ${DURATION}`, description }, durationFrom);
  for (const name of ['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'] as const) {
    declare(
      environment,
      { signature: `${DURATION}.${name}(): int`, description: 'The whole duration in this unit.' },
      (duration: Duration) => duration[name](),
    );
  }
  declare(environment, { signature: `string(${TIMESTAMP}): string`, description: 'As ISO 8601 text in UTC.' }, isoText);
  declare(environment, { signature: `string(${DURATION}): string`, description: 'As ISO 8601 text.' }, durationText);
}

const SHORT_DURATION = /^[+-]?(\d{1,15}(\.\d{1,9})?(ns|us|µs|ms|s|m|h))+$/;
const SHORT_UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

function durationFrom(text: string): Duration {
  if (text.length <= MAX_TEXT && SHORT_DURATION.test(text)) {
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
    const total = parts.reduce(
      (sum, [, count, unit]) => sum + Number(count) * (SHORT_UNITS[unit as string] as number),
      0,
    );
    return Duration.fromMilliseconds(text.startsWith('-') ? -total : total);
  }
  return Duration.fromMilliseconds(isoDuration(text).toMillis());
}

function isoDuration(text: string): CalendarDuration {
  const duration = CalendarDuration.fromISO(clipped(text));
  if (duration.isValid) return duration;
  throw fault(
    'INVALID_ARGUMENT',
    `"${clipped(text)}" is no duration; write one as in ISO 8601, such as P1D or PT1H30M.`,
  );
}

function dateTime(instant: Instant, zone = 'utc'): DateTime {
  if (typeof instant !== 'string') return valid(DateTime.fromJSDate(instant, { zone: zoneOf(zone) }), 'The timestamp');
  return valid(DateTime.fromISO(clipped(instant), { zone: zoneOf(zone) }), instant);
}

function valid(date: DateTime, written: string): DateTime {
  if (date.isValid) return date;
  throw fault(
    'INVALID_ARGUMENT',
    `"${clipped(written)}" is no valid date; write one as in ISO 8601, such as 2026-01-31T09:00:00Z.`,
  );
}

function zoneOf(name: string): string {
  if (name.length <= MAX_TEXT && (/^(utc|z)$/i.test(name) || IANAZone.isValidZone(name)))
    return /^z$/i.test(name) ? 'utc' : name;
  throw fault('INVALID_ARGUMENT', `"${clipped(name)}" is no time zone; use a name such as Europe/Berlin.`);
}

type Unit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
const UNITS: ReadonlySet<string> = new Set<Unit>([
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
]);

function unitOf(written: string): Unit {
  const unit = written.replace(/s$/, '');
  if (UNITS.has(unit)) return unit as Unit;
  throw fault('INVALID_ARGUMENT', `"${clipped(written)}" is no unit; use one of ${[...UNITS].join(', ')}.`);
}

function clipped(text: string): string {
  return text.slice(0, MAX_TEXT);
}
