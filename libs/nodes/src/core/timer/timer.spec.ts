import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import fc from 'fast-check';
import { parseDuration } from './duration';
import { timerNode } from './timer.executor';

const now = '2026-03-28T10:00:00.000Z';

async function until(params: JsonObject, options: { timezone?: string; at?: string } = {}) {
  const { at = now, ...further } = options;
  const result = await testNode(timerNode, { params, input: { id: 7 }, nowMs: Date.parse(at), ...further });
  if (result.failure !== undefined) return result.failure.code;
  if (result.outcome.kind === 'suspended') return result.outcome.wait.kind === 'timer' && result.outcome.wait.until;
  return result.main;
}

describe('timer', () => {
  it.each<[JsonObject, string]>([
    [{ durationMinutes: 5 }, '2026-03-28T10:05:00.000Z'],
    [{ durationMinutes: '5' }, '2026-03-28T10:05:00.000Z'],
    [{ durationMinutes: 0.5 }, '2026-03-28T10:00:30.000Z'],
    [{ durationMinutes: '{{ input.id }}' }, '2026-03-28T10:07:00.000Z'],
    [{ duration: 'PT5M' }, '2026-03-28T10:05:00.000Z'],
    [{ duration: 'P1DT2H' }, '2026-03-29T12:00:00.000Z'],
    [{ duration: 'P1M' }, '2026-04-28T10:00:00.000Z'],
    [{ duration: 'pt90s' }, '2026-03-28T10:01:30.000Z'],
    [{ duration: '1h 30m' }, '2026-03-28T11:30:00.000Z'],
    [{ duration: '2 days, 3 hours' }, '2026-03-30T13:00:00.000Z'],
    [{ duration: '500ms' }, '2026-03-28T10:00:00.500Z'],
    [{ until: '2026-12-24T18:00:00Z' }, '2026-12-24T18:00:00.000Z'],
    [{ until: '2026-12-24T18:00:00+01:00' }, '2026-12-24T17:00:00.000Z'],
    [{ until: '2026-12-24T18:00' }, '2026-12-24T18:00:00.000Z'],
    [{ until: '2026-12-24 18:00:00' }, '2026-12-24T18:00:00.000Z'],
    [{ until: '2026-12-24' }, '2026-12-24T00:00:00.000Z'],
    [{ until: '10:30' }, '2026-03-28T10:30:00.000Z'],
    [{ until: '09:30' }, '2026-03-29T09:30:00.000Z'],
    [{ until: 1_798_000_000_000 }, '2026-12-23T04:26:40.000Z'],
    [{ until: '1798000000000' }, '2026-12-23T04:26:40.000Z'],
    [{ durationMinutes: 5, duration: '', until: null }, '2026-03-28T10:05:00.000Z'],
  ])('sleeps for %j', async (params, expected) => {
    expect(await until(params)).toBe(expected);
  });

  it('reads local times in the time zone of the workflow', async () => {
    const timezone = 'Europe/Berlin';
    expect(await until({ until: '2026-12-24T18:00' }, { timezone })).toBe('2026-12-24T17:00:00.000Z');
    expect(await until({ until: '2026-07-01T18:00' }, { timezone })).toBe('2026-07-01T16:00:00.000Z');
    expect(await until({ until: '11:30' }, { timezone })).toBe('2026-03-28T10:30:00.000Z');
  });

  it('counts days on the calendar and hours on the clock when daylight saving begins', async () => {
    const timezone = 'Europe/Berlin';
    expect(await until({ duration: 'P1D' }, { timezone })).toBe('2026-03-29T09:00:00.000Z');
    expect(await until({ duration: 'PT24H' }, { timezone })).toBe('2026-03-29T10:00:00.000Z');
    expect(await until({ until: '11:00' }, { timezone })).toBe('2026-03-29T09:00:00.000Z');
  });

  it.each<[JsonObject]>([
    [{ durationMinutes: 0 }],
    [{ duration: 'PT0S' }],
    [{ until: '2020-01-01' }],
    [{ until: now }],
  ])('goes on at once for %j', async (params) => {
    expect(await until(params)).toEqual({ id: 7 });
  });

  it('passes the input on when it wakes', async () => {
    const result = await testNode(timerNode, {
      params: { durationMinutes: 5 },
      input: { id: 7 },
      wake: { kind: 'timer' },
    });
    expect(result.outcome).toEqual({ kind: 'output', ports: { main: { id: 7 } } });
  });

  it('waits ten years and not a moment longer', async () => {
    expect(await until({ until: '2036-03-28T10:00:00Z' })).toBe('2036-03-28T10:00:00.000Z');
    expect(await until({ until: '2036-03-28T10:00:01Z' })).toBe('TIMER_TOO_LONG');
    expect(await until({ durationMinutes: 1e12 })).toBe('TIMER_TOO_LONG');
    expect(await until({ durationMinutes: 1e300 })).toBe('TIMER_TOO_LONG');
    expect(await until({ duration: 'P99999999Y' })).toBe('TIMER_TOO_LONG');
    expect(await until({ until: 9e15 })).toBe('TIMER_TOO_LONG');
  });

  it.each<[JsonObject]>([
    [{}],
    [{ durationMinutes: '' }],
    [{ durationMinutes: 5, until: '2026-12-24' }],
    [{ durationMinutes: 5, duration: 'PT5M' }],
    [{ durationMinutes: -1 }],
    [{ durationMinutes: 'five' }],
    [{ durationMinutes: true }],
    [{ duration: 'soon' }],
    [{ duration: '-PT5M' }],
    [{ duration: 'PT-5M' }],
    [{ duration: '5' }],
    [{ duration: '5 fortnights' }],
    [{ duration: `P${'1'.repeat(100)}D` }],
    [{ until: true }],
  ])('refuses %j', async (params) => {
    expect(await until(params)).toBe('INVALID_PARAMS');
  });

  it.each(['tomorrow', '25:00', '2026-02-30', '2026-13-01', '12345'])('fails for the time %j', async (time) => {
    expect(await until({ until: time })).toBe('TIMER_INVALID_TIME');
  });
});

describe('durations', () => {
  it('mean the same in both forms', () => {
    const amount = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (days, hours, minutes, seconds) => {
        const iso = parseDuration(`P${days}DT${hours}H${minutes}M${seconds}S`);
        const short = parseDuration(`${days}d ${hours}h ${minutes}m ${seconds}s`);
        expect(short?.toMillis()).toBe(iso?.toMillis());
      }),
    );
  });

  it('are never read from just any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const duration = parseDuration(text);
        expect(duration === undefined || duration.toMillis() >= 0).toBe(true);
      }),
    );
  });
});
