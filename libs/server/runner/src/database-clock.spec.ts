import { DatabaseClock } from './database-clock';

it('follows the database, not the wall clock of this machine', () => {
  let monotonicMs = 5_000;
  const clock = new DatabaseClock(() => monotonicMs);
  clock.observe(1_000_000);
  expect(clock.now()).toBe(1_000_000);
  monotonicMs += 250;
  expect(clock.now()).toBe(1_000_250);
});

it('is never ahead because of an answer that took long', () => {
  let monotonicMs = 0;
  const clock = new DatabaseClock(() => monotonicMs);
  clock.observe(1_000_000);
  monotonicMs = 1_000;
  clock.observe(1_000_700);
  expect(clock.now()).toBe(1_001_000);
  clock.observe(1_001_100);
  expect(clock.now()).toBe(1_001_100);
});

it('follows when the clock of the database is set back', () => {
  const clock = new DatabaseClock(() => 0);
  clock.observe(1_000_000);
  clock.observe(500_000);
  expect(clock.now()).toBe(500_000);
});

it('uses the wall clock until it has heard of the database', () => {
  const clock = new DatabaseClock();
  clock.observe(undefined);
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
});
