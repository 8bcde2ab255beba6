import { backfillText, stateOf, whenOf } from './schedule-words';

describe('a schedule in words', () => {
  it.each([
    [{ cron: '0 9 * * 1-5', everySeconds: null }, 'At 09:00 on weekdays'],
    [{ cron: null, everySeconds: 60 }, 'Every minute'],
    [{ cron: null, everySeconds: 5_400 }, 'Every 90 minutes'],
    [{ cron: null, everySeconds: 172_800 }, 'Every 2 days'],
    [{ cron: null, everySeconds: null }, 'At exact times'],
  ])('comes due: %j', (schedule, words) => {
    expect(whenOf(schedule)).toBe(words);
  });

  const on = {
    live: true,
    pausedAt: null,
    pausedBy: null,
    pauseReason: null,
    lastError: null,
    nextRuns: ['2099-01-01T00:00:00Z'],
  };

  it.each([
    [on, 'On'],
    [{ ...on, nextRuns: [] }, 'Over'],
    [{ ...on, live: false }, 'Workflow off'],
    [{ ...on, lastError: 'It broke.' }, 'Failing'],
    [{ ...on, live: false, pausedAt: '2026-01-01T00:00:00Z' }, 'Paused'],
  ])('tells whether it fires', (schedule, text) => {
    expect(stateOf(schedule).text).toBe(text);
  });

  it('tells who paused it and why', () => {
    const paused = { ...on, pausedAt: '2026-01-01T00:00:00Z', pausedBy: 'Ada', pauseReason: 'They move.' };
    expect(stateOf(paused).hint).toBe('Paused by Ada: They move.');
  });
});

describe('a backfill in words', () => {
  const backfill = {
    id: 'b',
    from: '',
    to: '',
    createdAt: '',
    status: 'RUNNING' as const,
    total: 9,
    started: 3,
    skipped: 2,
    active: 1,
  };

  it('tells how far it is', () => {
    expect(backfillText(backfill)).toBe('3 of 7 runs started, 2 had run before, 1 under way');
    expect(backfillText({ ...backfill, status: 'CANCELLED', skipped: 0, active: 0 })).toBe(
      '3 of 9 runs started, cancelled',
    );
    expect(backfillText({ ...backfill, started: 0, skipped: 9, active: 0 })).toBe(
      'Nothing to start: all 9 had run before',
    );
  });
});
