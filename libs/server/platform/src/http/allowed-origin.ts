import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser's page of this origin may act with the cookies of the person: pages of this server, and those that
 * `ALLOWED_ORIGINS` names. True without an origin: only browsers send one, and only browsers can be tricked into calling.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  // No page can set this one: the browser itself says that it is a page of the server it asks, whatever proxies make of hosts.
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
