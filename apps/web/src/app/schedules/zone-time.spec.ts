import { instantIn, momentIn, shownIn } from './zone-time';

describe('times of a zone', () => {
  it.each([
    ['UTC', '2026-01-31T08:00', '2026-01-31T08:00:00.000Z'],
    ['Europe/Berlin', '2026-01-31T08:00', '2026-01-31T07:00:00.000Z'],
    ['Europe/Berlin', '2026-07-31T08:00', '2026-07-31T06:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-31T05:30', '2026-07-31T00:00:00.000Z'],
    ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30:00.000Z'],
    ['Pacific/Auckland', '2026-01-01T00:00', '2025-12-31T11:00:00.000Z'],
  ])('are read: in %s %s is %s', (zone, text, instant) => {
    expect(instantIn(zone, text)?.toISOString()).toBe(instant);
    expect(shownIn(zone, Date.parse(instant))).toBe(text);
  });

  it.each(['', 'soon', '2026-99-01T00:00'])('are not read from %j', (text) => {
    expect(instantIn('UTC', text)).toBeUndefined();
  });

  it('are told in that zone', () => {
    expect(momentIn('Asia/Tokyo', '2020-01-31T20:00:00Z')).toContain('1 Feb 2020, 05:00');
  });
});
