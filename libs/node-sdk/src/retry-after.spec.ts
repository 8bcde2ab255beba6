import { retryAfterMs } from './retry-after';

const NOW = Date.parse('2026-01-15T10:00:00Z');

it.each([
  ['seconds', { 'retry-after': '3' }, 3_000],
  ['fractions of a second', { 'retry-after': '1.5' }, 1_500],
  ['a date', { 'retry-after': 'Thu, 15 Jan 2026 10:01:00 GMT' }, 60_000],
  ['a date that is past', { 'retry-after': 'Thu, 15 Jan 2026 09:00:00 GMT' }, 0],
  ['milliseconds, which win', { 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  ['more than a day', { 'retry-after': '999999999' }, 86_400_000],
])('reads %s', (_what, headers, wanted) => {
  expect(retryAfterMs(headers as Record<string, string>, NOW)).toBe(wanted);
});

it.each([{}, { 'retry-after': '' }, { 'retry-after': 'soon' }, { 'retry-after': '-1' }])(
  'knows nothing from %j',
  (headers) => {
    expect(retryAfterMs(headers as Record<string, string>, NOW)).toBeUndefined();
  },
);
