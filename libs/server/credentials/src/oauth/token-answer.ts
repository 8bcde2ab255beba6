import type { GuardedHttpResponse } from '@millrace/server-platform';

/**
 * The answer of a token endpoint as the standard wants it: services answer 200 with an `error`, null where something is
 * absent, forms instead of JSON, and identity tokens that nobody here asks for.
 */
export function standardAnswer({ status, headers, body }: GuardedHttpResponse): Response {
  const text = Buffer.from(body).toString('utf8');
  const read = readMembers(text);
  if (read === undefined) return new Response(text, { status: bodyStatus(status), headers: typed(headers) });
  const { id_token: _identity, ...members } = Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== null && value !== undefined),
  );
  const failed = status >= 200 && status < 300 && isFailure(members);
  const answer = failed ? { ...members, error: String(members['error'] ?? 'request_refused') } : members;
  return new Response(JSON.stringify(answer), {
    status: failed ? 400 : bodyStatus(status),
    headers: { 'content-type': 'application/json' },
  });
}

function isFailure(members: Readonly<Record<string, unknown>>): boolean {
  return 'error' in members || members['ok'] === false;
}

/** Statuses that `Response` cannot carry a body with. */
function bodyStatus(status: number): number {
  return status < 200 || [204, 205, 304].includes(status) ? 502 : status;
}

function typed(headers: Readonly<Record<string, string>>): Record<string, string> {
  const type = headers['content-type'];
  return type === undefined ? {} : { 'content-type': type };
}

function readMembers(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    const form = new URLSearchParams(text);
    return form.has('access_token') || form.has('error') ? Object.fromEntries(form) : undefined;
  }
}
