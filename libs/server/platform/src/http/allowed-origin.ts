import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser's page of this origin may act with the cookies of the person: pages of this server, and those that
 * `ALLOWED_ORIGINS` names. True without an origin: only browsers send one, and only browsers can be tricked into calling.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
