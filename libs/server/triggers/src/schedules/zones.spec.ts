import { DateTime } from 'luxon';
import { planFires, type MisfirePolicy } from './plan-fires';
import { lastInstants, nextInstants, type ScheduleSpec } from './schedule-spec';

const cron = (pattern: string, timezone: string): ScheduleSpec => ({ kind: 'cron', cron: pattern, timezone });

/** Local times with their offset, as the people there read them. */
function localTimes(pattern: string, zone: string, from: string, count: number): string[] {
  const instants = nextInstants(cron(pattern, zone), Date.parse(from), count);
  return instants.map((at) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ'));
}

type Row = [what: string, pattern: string, zone: string, from: string, expected: string[]];

const transitions: Row[] = [
  [
    'Berlin, a time in the gap: at its end',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    ['2026-03-29 03:00 +02:00', '2026-03-30 02:30 +02:00'],
  ],
  [
    'Berlin, one of two times in the gap',
    '30 2,14 * * *',
    'Europe/Berlin',
    '2026-03-28T20:00:00Z',
    ['2026-03-29 03:00 +02:00', '2026-03-29 14:30 +02:00', '2026-03-30 02:30 +02:00'],
  ],
  [
    'Berlin, two times in the gap: once, at its end',
    '15,45 2 * * *',
    'Europe/Berlin',
    '2026-03-28T20:00:00Z',
    ['2026-03-29 03:00 +02:00', '2026-03-30 02:15 +02:00', '2026-03-30 02:45 +02:00'],
  ],
  [
    'Berlin, a time in the gap and the one after it',
    '30 2,3 * * *',
    'Europe/Berlin',
    '2026-03-28T20:00:00Z',
    ['2026-03-29 03:00 +02:00', '2026-03-29 03:30 +02:00', '2026-03-30 02:30 +02:00'],
  ],
  [
    'Berlin, a time in the overlap: once',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    ['2026-10-25 02:30 +02:00', '2026-10-26 02:30 +01:00'],
  ],
  [
    'Berlin, one of two times in the overlap: once',
    '30 2,14 * * *',
    'Europe/Berlin',
    '2026-10-24T20:00:00Z',
    ['2026-10-25 02:30 +02:00', '2026-10-25 14:30 +01:00', '2026-10-26 02:30 +01:00'],
  ],
  [
    'Berlin, with seconds',
    '10 30 2,14 * * *',
    'Europe/Berlin',
    '2026-10-24T20:00:00Z',
    ['2026-10-25 02:30 +02:00', '2026-10-25 14:30 +01:00'],
  ],
  [
    'Berlin, every hour through the gap',
    '0 * * * *',
    'Europe/Berlin',
    '2026-03-28T23:30:00Z',
    ['2026-03-29 01:00 +01:00', '2026-03-29 03:00 +02:00', '2026-03-29 04:00 +02:00'],
  ],
  [
    'Berlin, every hour through the overlap',
    '0 * * * *',
    'Europe/Berlin',
    '2026-10-24T23:30:00Z',
    ['2026-10-25 02:00 +02:00', '2026-10-25 02:00 +01:00', '2026-10-25 03:00 +01:00'],
  ],
  [
    'New York, gap',
    '30 2 * * *',
    'America/New_York',
    '2026-03-07T12:00:00Z',
    ['2026-03-08 03:00 -04:00', '2026-03-09 02:30 -04:00'],
  ],
  [
    'New York, overlap',
    '30 1 * * *',
    'America/New_York',
    '2026-10-31T12:00:00Z',
    ['2026-11-01 01:30 -04:00', '2026-11-02 01:30 -05:00'],
  ],
  [
    'New York, midnight before the gap',
    '0 0 * * *',
    'America/New_York',
    '2026-03-07T12:00:00Z',
    ['2026-03-08 00:00 -05:00', '2026-03-09 00:00 -04:00'],
  ],
  [
    'Havana, where midnight itself is in the gap',
    '0 0 * * *',
    'America/Havana',
    '2026-03-07T12:00:00Z',
    ['2026-03-08 01:00 -04:00', '2026-03-09 00:00 -04:00'],
  ],
  [
    'Havana, where the overlap begins with the day',
    '30 0 * * *',
    'America/Havana',
    '2026-10-31T12:00:00Z',
    ['2026-11-01 00:30 -04:00', '2026-11-02 00:30 -05:00'],
  ],
  [
    'Lord Howe, a gap of half an hour',
    '15 2 * * *',
    'Australia/Lord_Howe',
    '2026-10-02T20:00:00Z',
    ['2026-10-04 02:30 +11:00', '2026-10-05 02:15 +11:00'],
  ],
  [
    'Lord Howe, an overlap of half an hour',
    '45 1 * * *',
    'Australia/Lord_Howe',
    '2026-04-03T20:00:00Z',
    ['2026-04-05 01:45 +11:00', '2026-04-06 01:45 +10:30'],
  ],
  [
    'Lord Howe, every quarter through the overlap',
    '*/15 * * * *',
    'Australia/Lord_Howe',
    '2026-04-04T14:40:00Z',
    ['2026-04-05 01:45 +11:00', '2026-04-05 01:30 +10:30', '2026-04-05 01:45 +10:30', '2026-04-05 02:00 +10:30'],
  ],
  [
    'Casablanca, back for Ramadan',
    '30 2 * * *',
    'Africa/Casablanca',
    '2026-02-14T12:00:00Z',
    ['2026-02-15 02:30 +01:00', '2026-02-16 02:30 +00:00'],
  ],
  [
    'Casablanca, forward after Ramadan',
    '30 2 * * *',
    'Africa/Casablanca',
    '2026-03-21T12:00:00Z',
    ['2026-03-22 03:00 +01:00', '2026-03-23 02:30 +01:00'],
  ],
  [
    'Kolkata, which never changes',
    '30 5 * * *',
    'Asia/Kolkata',
    '2026-03-28T12:00:00Z',
    ['2026-03-29 05:30 +05:30', '2026-03-30 05:30 +05:30'],
  ],
  [
    "St. John's, gap",
    '30 2 * * *',
    'America/St_Johns',
    '2026-03-07T12:00:00Z',
    ['2026-03-08 03:00 -02:30', '2026-03-09 02:30 -02:30'],
  ],
  [
    "St. John's, overlap",
    '30 1 * * *',
    'America/St_Johns',
    '2026-10-31T12:00:00Z',
    ['2026-11-01 01:30 -02:30', '2026-11-02 01:30 -03:30'],
  ],
  [
    'Apia, which left 30 December 2011 out',
    '0 12 * * *',
    'Pacific/Apia',
    '2011-12-29T00:00:00Z',
    ['2011-12-29 12:00 -10:00', '2011-12-31 12:00 +14:00', '2012-01-01 12:00 +14:00'],
  ],
  [
    'Apia, the 30th of the month that had none',
    '0 12 30 * *',
    'Pacific/Apia',
    '2011-11-01T00:00:00Z',
    ['2011-11-30 12:00 -10:00', '2012-01-30 12:00 +14:00'],
  ],
  [
    'Apia, the Friday that was none',
    '0 12 * * 5',
    'Pacific/Apia',
    '2011-12-20T00:00:00Z',
    ['2011-12-23 12:00 -10:00', '2012-01-06 12:00 +14:00'],
  ],
];

const calendar: Row[] = [
  ['the leap day', '0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29 00:00 +00:00', '2032-02-29 00:00 +00:00']],
  [
    'the last day of the month',
    '0 0 L * *',
    'UTC',
    '2026-01-15T00:00:00Z',
    ['2026-01-31 00:00 +00:00', '2026-02-28 00:00 +00:00', '2026-03-31 00:00 +00:00', '2026-04-30 00:00 +00:00'],
  ],
  [
    'the last day of February',
    '0 0 L 2 *',
    'UTC',
    '2027-01-15T00:00:00Z',
    ['2027-02-28 00:00 +00:00', '2028-02-29 00:00 +00:00'],
  ],
  [
    'the 31st, only where there is one',
    '0 0 31 * *',
    'UTC',
    '2026-01-15T00:00:00Z',
    ['2026-01-31 00:00 +00:00', '2026-03-31 00:00 +00:00', '2026-05-31 00:00 +00:00'],
  ],
  [
    'the second Friday',
    '0 9 * * 5#2',
    'Europe/Berlin',
    '2026-01-01T00:00:00Z',
    ['2026-01-09 09:00 +01:00', '2026-02-13 09:00 +01:00'],
  ],
  [
    'the fifth Friday, only where there is one',
    '0 9 * * 5#5',
    'UTC',
    '2026-01-01T00:00:00Z',
    ['2026-01-30 09:00 +00:00', '2026-05-29 09:00 +00:00', '2026-07-31 09:00 +00:00'],
  ],
  [
    'the last Friday',
    '0 9 * * 5L',
    'Europe/Berlin',
    '2026-02-15T00:00:00Z',
    ['2026-02-27 09:00 +01:00', '2026-03-27 09:00 +01:00', '2026-04-24 09:00 +02:00'],
  ],
  [
    'the working day nearest to the 15th',
    '0 9 15W * *',
    'UTC',
    '2026-08-01T00:00:00Z',
    ['2026-08-14 09:00 +00:00', '2026-09-15 09:00 +00:00'],
  ],
  [
    'the last working day',
    '0 9 LW * *',
    'UTC',
    '2026-01-01T00:00:00Z',
    ['2026-01-30 09:00 +00:00', '2026-02-27 09:00 +00:00'],
  ],
  [
    'the 13th and every Friday',
    '0 0 13 * 5',
    'UTC',
    '2026-01-08T00:00:00Z',
    ['2026-01-09 00:00 +00:00', '2026-01-13 00:00 +00:00', '2026-01-16 00:00 +00:00'],
  ],
];

describe('a schedule fires when the clock changes', () => {
  it.each(transitions)('in %s', (_what, pattern, zone, from, expected) => {
    expect(localTimes(pattern, zone, from, expected.length)).toEqual(expected);
  });
});

describe('a schedule fires by the calendar', () => {
  it.each(calendar)('on %s', (_what, pattern, zone, from, expected) => {
    expect(localTimes(pattern, zone, from, expected.length)).toEqual(expected);
  });
});

const ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'],
  ...['America/St_Johns', 'America/Havana', 'UTC'],
];
const YEAR = { from: Date.parse('2026-01-02T00:00:00Z'), to: Date.parse('2026-12-30T00:00:00Z') };
const HOUR_MS = 3_600_000;

/** Three days around each change of the clock in 2026; somewhere in the year where there is none. */
function windowsOf(zone: string): { from: number; to: number }[] {
  const offsetAt = (at: number): number => DateTime.fromMillis(at, { zone }).offset;
  const hours = Array.from({ length: (YEAR.to - YEAR.from) / HOUR_MS }, (_, index) => YEAR.from + index * HOUR_MS);
  const changes = hours.filter((at) => offsetAt(at) !== offsetAt(at + HOUR_MS));
  const centres = changes.length > 0 ? changes : [Date.parse('2026-06-15T12:00:00Z')];
  return centres.map((at) => ({ from: at - 36 * HOUR_MS, to: at + 36 * HOUR_MS }));
}

describe.each(ZONES)('over a year in %s', (zone) => {
  const windows = windowsOf(zone);

  it.each(['0 0', '30 0', '45 1', '0 2', '15 2', '30 2', '0 3'])('the time %s comes once a day', (time) => {
    const instants = lastInstants(cron(`${time} * * *`, zone), YEAR.from, YEAR.to, 1_000);
    const days = instants.map((at) => DateTime.fromMillis(at, { zone }));
    const first = (days[0] as DateTime).startOf('day');
    expect(days.map((day) => day.toISODate())).toEqual(days.map((_, index) => first.plus({ days: index }).toISODate()));
    const [minute, hour] = time.split(' ').map(Number) as [number, number];
    const shifted = days.filter((day) => day.hour !== hour || day.minute !== minute);
    expect(shifted.length).toBeLessThanOrEqual(1);
    // What is shifted was in a gap: an instant before, the clock stood before the time.
    for (const day of shifted) expect(day.minus(1).offset).not.toBe(day.offset);
  });

  it.each([
    ['*/15 * * * *', 15],
    ['0 * * * *', 60],
  ])('%s goes by real time', (pattern, minutes) => {
    for (const { from, to } of windows) {
      const instants = lastInstants(cron(pattern, zone), from, to, 1_000);
      const pauses = new Set(instants.slice(1).map((at, index) => (at - (instants[index] as number)) / 60_000));
      // Whole hours move by half an hour where the clock does.
      const isHalved = zone === 'Australia/Lord_Howe' && minutes === 60;
      expect(pauses).toEqual(new Set(isHalved ? [60, 90] : [minutes]));
    }
  });

  it.each(['30 2 * * *', '30 2,14 * * *', '15,45 1,2 * * *', '*/15 * * * *', '0 9 * * 5#2'])(
    '%s is the same backward and forward',
    (pattern) => {
      for (const { from, to } of windows) {
        const all = lastInstants(cron(pattern, zone), from, to, 1_000);
        const some = Math.max(0, all.length - 2);
        expect(lastInstants(cron(pattern, zone), from, to, some)).toEqual(all.slice(all.length - some));
        expect(nextInstants(cron(pattern, zone), from - 1, all.length)).toEqual(all);
      }
    },
  );
});

describe('a downtime over a change of the clock', () => {
  const daily = cron('30 2 * * *', 'Europe/Berlin');
  const hourly = cron('0 * * * *', 'Europe/Berlin');
  const at = (iso: string): number => Date.parse(iso);
  const policies: [MisfirePolicy, fired: number, skipped: number][] = [
    [{ kind: 'run-once' }, 1, 2],
    [{ kind: 'skip' }, 0, 3],
    [{ kind: 'catch-up', max: 2 }, 2, 1],
    [{ kind: 'catch-up', max: 10 }, 3, 0],
  ];

  it.each(policies)('with %j loses and doubles nothing in the gap', (policy, fired, skipped) => {
    const plan = planFires(daily, at('2026-03-28T01:30:00Z'), at('2026-03-30T12:00:00Z'), policy);
    expect([plan.fire.length, plan.skip.length]).toEqual([fired, skipped]);
    expect(plan.nextMs).toBe(at('2026-03-31T00:30:00Z'));
    const all = [...plan.skip, ...plan.fire].sort((a, b) => a - b);
    expect(all).toEqual([at('2026-03-28T01:30:00Z'), at('2026-03-29T01:00:00Z'), at('2026-03-30T00:30:00Z')]);
  });

  it.each(policies)('with %j loses and doubles nothing in the overlap', (policy, fired, skipped) => {
    const plan = planFires(daily, at('2026-10-24T00:30:00Z'), at('2026-10-26T12:00:00Z'), policy);
    expect([plan.fire.length, plan.skip.length]).toEqual([fired, skipped]);
    expect(plan.nextMs).toBe(at('2026-10-27T01:30:00Z'));
  });

  it('makes up for both of the hours that have the same name', () => {
    const plan = planFires(hourly, at('2026-10-25T00:00:00Z'), at('2026-10-25T02:30:00Z'), {
      kind: 'catch-up',
      max: 10,
    });
    expect(plan.fire).toEqual([0, 1, 2].map((hour) => at('2026-10-25T00:00:00Z') + hour * 3_600_000));
  });
});
