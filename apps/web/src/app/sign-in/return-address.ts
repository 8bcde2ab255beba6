const KEY = 'millrace.visited';
const HOME = '/workflows';

/** Where to go after signing in: a path of this application and nothing else, whatever an address says. */
export function returnTo(wanted: string | null | undefined): string {
  const isOwn = wanted !== null && wanted !== undefined && /^\/(?![/\\])/.test(wanted);
  if (!isOwn || /^\/sign-(in|up)\b/.test(wanted)) return HOME;
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
