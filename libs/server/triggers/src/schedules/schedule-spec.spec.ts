import { lastInstants, nextInstants, scheduleFault, type ScheduleSpec } from './schedule-spec';

const at = (iso: string): number => Date.parse(iso);
const iso = (instants: number[]): string[] => instants.map((ms) => new Date(ms).toISOString());
const cron = (pattern: string, timezone = 'UTC'): ScheduleSpec => ({ kind: 'cron', cron: pattern, timezone });

describe('the next instants of a schedule', () => {
  it.each([
    [
      'a gap in Berlin fires once, at its end',
      '30 2 * * *',
      'Europe/Berlin',
      '2026-03-28T12:00:00Z',
      ['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'],
    ],
    [
      'an overlap in Berlin fires once',
      '30 2 * * *',
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
    ],
    [
      'a gap in New York fires once',
      '30 2 * * *',
      'America/New_York',
      '2026-03-07T12:00:00Z',
      ['2026-03-08T07:00:00.000Z', '2026-03-09T06:30:00.000Z'],
    ],
    [
      'an overlap in New York fires once',
      '30 1 * * *',
      'America/New_York',
      '2026-10-31T12:00:00Z',
      ['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z'],
    ],
    [
      'half hours go on through an overlap',
      '*/30 * * * *',
      'Europe/Berlin',
      '2026-10-25T00:10:00Z',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
    ],
    [
      'a zone with a half-hour offset',
      '0 9 * * MON',
      'Asia/Kolkata',
      '2026-01-01T00:00:00Z',
      ['2026-01-05T03:30:00.000Z', '2026-01-12T03:30:00.000Z'],
    ],
    [
      'seconds are optional',
      '*/15 * * * * *',
      'UTC',
      '2026-01-01T00:00:01Z',
      ['2026-01-01T00:00:15.000Z', '2026-01-01T00:00:30.000Z'],
    ],
  ])('%s', (_name, pattern, zone, from, expected) => {
    expect(iso(nextInstants(cron(pattern, zone), at(from), 2))).toEqual(expected);
  });

  it('never answers the instant it starts from, even in the middle of its second', () => {
    const spec = cron('0 0 * * *');
    expect(iso(nextInstants(spec, at('2026-01-01T00:00:00.400Z'), 1))).toEqual(['2026-01-02T00:00:00.000Z']);
  });

  it('counts intervals from their anchor, whatever the time of asking', () => {
    const spec: ScheduleSpec = { kind: 'interval', everyMs: 60_000, anchorMs: at('2026-01-01T00:00:10Z') };
    expect(iso(nextInstants(spec, at('2026-01-01T00:05:00Z'), 2))).toEqual([
      '2026-01-01T00:05:10.000Z',
      '2026-01-01T00:06:10.000Z',
    ]);
    expect(iso(nextInstants(spec, at('2025-01-01T00:00:00Z'), 1))).toEqual(['2026-01-01T00:00:10.000Z']);
  });

  it('ends after the last of exact timestamps', () => {
    const spec: ScheduleSpec = { kind: 'at', instantsMs: [at('2026-02-01T00:00:00Z'), at('2026-01-01T00:00:00Z')] };
    expect(iso(nextInstants(spec, at('2025-12-01T00:00:00Z'), 5))).toHaveLength(2);
    expect(nextInstants(spec, at('2026-02-01T00:00:00Z'), 5)).toEqual([]);
  });
});

describe('the last instants in a range', () => {
  it('includes both ends', () => {
    expect(iso(lastInstants(cron('* * * * *'), at('2026-01-01T00:00:00Z'), at('2026-01-01T00:02:00Z'), 10))).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:01:00.000Z',
      '2026-01-01T00:02:00.000Z',
    ]);
  });

  it('keeps the newest when there are more than asked for', () => {
    const spec: ScheduleSpec = { kind: 'interval', everyMs: 1_000, anchorMs: 0 };
    expect(lastInstants(spec, 0, 1_000_000, 2)).toEqual([999_000, 1_000_000]);
  });
});

describe('faults of a schedule', () => {
  const now = at('2026-01-01T00:00:00Z');

  it.each([
    ['61 * * * *', 'UTC', /cannot be read/],
    ['* * * * *', 'Mars/Base', /Mars\/Base/],
    ['0 0 30 2 *', 'UTC', /never comes due/],
    ['* * *', 'UTC', /cannot be read/],
  ])('says what is wrong with %s in %s', (pattern, zone, message) => {
    expect(scheduleFault(cron(pattern, zone), now)).toMatch(message);
  });

  it('refuses intervals under a second and empty lists', () => {
    expect(scheduleFault({ kind: 'interval', everyMs: 10, anchorMs: 0 }, now)).toMatch(/one second/);
    expect(scheduleFault({ kind: 'at', instantsMs: [] }, now)).toMatch(/at least one/);
  });
});
