const MINUTE_MS = 60_000;

/** Milliseconds that the clocks of a zone are ahead of UTC at an instant. */
function offsetMs(zone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(atMs);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}

/** The instant that the clocks of a zone show as `2026-01-31T08:00`; undefined when the text is no date and time. */
export function instantIn(zone: string, text: string): Date | undefined {
  const asUtc = Date.parse(`${text}Z`);
  if (text === '' || Number.isNaN(asUtc)) return undefined;
  const first = asUtc - offsetMs(zone, asUtc);
  // Near a change of the clocks the first guess may lie on its other side.
  return new Date(asUtc - offsetMs(zone, first));
}

/** What the clocks of a zone show at an instant, as `datetime-local` wants it. */
export function shownIn(zone: string, atMs: number): string {
  return new Date(Math.floor(atMs / MINUTE_MS) * MINUTE_MS + offsetMs(zone, atMs)).toISOString().slice(0, 16);
}

/** The zone of whoever looks. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `Sat, 31 Jan, 08:00` in a zone, with the year when it is not this one. */
export function momentIn(zone: string, moment: string): string {
  const date = new Date(moment);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleString('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  });
}
