const FORMAT = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' },
});

/** An instant for people whose zone nobody knows, such as "Sun, 22 Nov 2026, 03:31 UTC". */
export function instantText(at: Date): string {
  return FORMAT.format(at);
}
