import { planFires } from './plan-fires';
import type { ScheduleSpec } from './schedule-spec';

const everyMinute: ScheduleSpec = { kind: 'cron', cron: '* * * * *', timezone: 'UTC' };
const at = (iso: string): number => Date.parse(iso);
const minute = (n: number): number => at('2026-01-01T00:00:00Z') + n * 60_000;

describe('planning what a schedule owes', () => {
  it('fires an instant that is on time and looks again at the next one', () => {
    expect(planFires(everyMinute, minute(0), minute(0) + 900, { kind: 'skip' })).toEqual({
      fire: [minute(0)],
      skip: [],
      nextMs: minute(1),
    });
  });

  it('does nothing before the time, and keeps the next instant', () => {
    expect(planFires(everyMinute, minute(5), minute(4) + 10_000, { kind: 'run-once' })).toEqual({
      fire: [],
      skip: [],
      nextMs: minute(5),
    });
  });

  it('runs once for a downtime, for the latest instant, and records the others', () => {
    const plan = planFires(everyMinute, minute(0), minute(10) + 40_000, { kind: 'run-once' });
    expect(plan.fire).toEqual([minute(10)]);
    expect(plan.skip).toHaveLength(10);
    expect(plan.nextMs).toBe(minute(11));
  });

  it('skips all that was missed but not what is on time', () => {
    const plan = planFires(everyMinute, minute(0), minute(3) + 5_000, { kind: 'skip' });
    expect(plan.fire).toEqual([minute(3)]);
    expect(plan.skip).toEqual([minute(0), minute(1), minute(2)]);
  });

  it('catches up the latest n', () => {
    const plan = planFires(everyMinute, minute(0), minute(5) + 45_000, { kind: 'catch-up', max: 3 });
    expect(plan.fire).toEqual([minute(3), minute(4), minute(5)]);
    expect(plan.skip).toEqual([minute(0), minute(1), minute(2)]);
  });

  it('is bounded after a year of downtime', () => {
    const everySecond: ScheduleSpec = { kind: 'interval', everyMs: 1_000, anchorMs: 0 };
    const plan = planFires(everySecond, at('2025-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'), { kind: 'run-once' });
    expect(plan.fire.length + plan.skip.length).toBe(1_000);
  });

  it('ends with an exact timestamp', () => {
    const once: ScheduleSpec = { kind: 'at', instantsMs: [minute(1)] };
    expect(planFires(once, minute(1), minute(1) + 10, { kind: 'run-once' })).toEqual({
      fire: [minute(1)],
      skip: [],
      nextMs: null,
    });
  });
});
