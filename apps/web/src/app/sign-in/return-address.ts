const KEY = 'millrace.visited';
const AWAY_KEY = 'millrace.away';
const AWAY_MS = 10 * 60_000;
const HOME = '/workflows';

/** Where to go after signing in: a path of this application and nothing else, whatever an address says. */
export function returnTo(wanted: string | null | undefined): string {
  const isOwn = wanted !== null && wanted !== undefined && /^\/(?![/\\])/.test(wanted);
  if (!isOwn || /^\/(sign-(in|up)|forgot-password|new-password)\b/.test(wanted)) return HOME;
  return wanted;
}

/** Whether somebody has signed in with this browser: who has not, is more likely to need an account first. */
export function wasHereBefore(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** Remembers that somebody has signed in with this browser. */
export function rememberVisit(): void {
  localStorage.setItem(KEY, '1');
}

/** Remembers where somebody wants to go who now leaves the page to sign in at another service, for ten minutes, in this tab. */
export function leaveFor(wanted: string | null | undefined): void {
  sessionStorage.setItem(AWAY_KEY, JSON.stringify([returnTo(wanted), Date.now()]));
}

/** Where somebody wanted to go who left to sign in at another service, once; null when nobody did. */
export function cameBackTo(): string | null {
  const kept = sessionStorage.getItem(AWAY_KEY);
  sessionStorage.removeItem(AWAY_KEY);
  if (kept === null) return null;
  const [wanted, atMs] = JSON.parse(kept) as [string, number];
  return Date.now() - atMs < AWAY_MS ? returnTo(wanted) : null;
}
