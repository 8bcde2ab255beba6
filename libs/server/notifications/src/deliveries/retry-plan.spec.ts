import { pauseAfter, retryAfterMs } from './retry-plan';

const ladder = [5, 300];

it('waits as the ladder says, a fifth more or less', () => {
  expect(pauseAfter({ ladder, attempts: 1, random: 0.5 })).toBe(5_000);
  expect(pauseAfter({ ladder, attempts: 2, random: 0 })).toBe(240_000);
  expect(pauseAfter({ ladder, attempts: 2, random: 1 })).toBe(360_000);
});

it('gives up after the last step', () => {
  expect(pauseAfter({ ladder, attempts: 3, random: 0.5 })).toBeNull();
  expect(pauseAfter({ ladder: [], attempts: 1, random: 0.5 })).toBeNull();
});

it('never comes back sooner than it was asked to, within a day', () => {
  expect(pauseAfter({ ladder, attempts: 1, random: 0.5, retryAfterMs: 60_000 })).toBe(60_000);
  expect(pauseAfter({ ladder, attempts: 1, random: 0.5, retryAfterMs: 1_000 })).toBe(5_000);
  expect(pauseAfter({ ladder, attempts: 1, random: 0.5, retryAfterMs: 9e12 })).toBe(24 * 3_600_000);
});

it.each([
  ['120', 120_000],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('reads Retry-After %s', (header, expected) => {
  expect(retryAfterMs(header, 10_000)).toBe(expected);
});
