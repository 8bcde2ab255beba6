import {
  formatBytes,
  formatClock,
  formatCount,
  formatDate,
  formatDuration,
  formatExact,
  formatNumber,
  formatRelative,
  msOf,
  shortId,
} from './format';

const now = Date.UTC(2026, 2, 12, 14, 5, 9);

it.each([
  [-5, '0 ms'],
  [0, '0 ms'],
  [340.4, '340 ms'],
  [999.6, '1.0 s'],
  [4_250, '4.2 s'],
  [59_999, '59 s'],
  [65_000, '1 m 05 s'],
  [7_380_000, '2 h 03 m'],
  [273_600_000, '3 d 4 h'],
])('%d ms took %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

it.each([
  [now - 2_000, 'just now'],
  [now - 12_000, '12 s ago'],
  [now + 5 * 60_000, 'in 5 m'],
  [now - 3 * 3_600_000, '3 h ago'],
  [now - 2 * 86_400_000, '2 d ago'],
  [now - 20 * 86_400_000, '20 Feb'],
  [now - 400 * 86_400_000, '5 Feb 2025'],
])('%d is %s', (ms, text) => expect(formatRelative(ms, now)).toBe(text));

it('moments are milliseconds, ISO text or dates', () => {
  expect([msOf('2026-03-12T14:05:09Z'), msOf(new Date(now)), msOf(now)]).toEqual([now, now, now]);
});

it('dates name the year only when it is another', () => {
  expect([formatDate(now, now), formatDate('2024-05-01T12:00:00Z', now)]).toEqual(['12 Mar', '1 May 2024']);
});

it('the exact time has seconds and zone', () => {
  expect(formatExact(now)).toMatch(/12 Mar 2026, \d\d:\d\d:09 \S+/);
  expect(formatClock(now, 'seconds')).toMatch(/^\d\d:05:09$/);
});

it('numbers, counts and sizes', () => {
  expect(formatNumber(1_234_567)).toBe('1,234,567');
  expect([formatCount(1, 'item'), formatCount(1_200, 'item'), formatCount(2, 'entry', 'entries')]).toEqual([
    '1 item',
    '1,200 items',
    '2 entries',
  ]);
  expect([formatBytes(812), formatBytes(4_210), formatBytes(12_400_000)]).toEqual(['812 B', '4.2 kB', '12 MB']);
});

it('ids are shortened to what differs', () => {
  expect([shortId('0199a3c2-7be1-7c44-9d1e-8f3a21c0d4e5'), shortId('abc')]).toEqual(['21c0d4e5', 'abc']);
});
