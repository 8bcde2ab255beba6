import { GuardedHttp, GuardedHttpError } from '@millrace/server-platform';
import { retryAfterMs } from './retry-plan';

const TIMEOUT_MS = 15_000;
/** Characters of an answer that are kept. */
const MOST_KEPT = 2_000;

/** How one call went. */
export interface CallOutcome {
  readonly ok: boolean;
  readonly durationMs: number;
  /** Null when there was no answer. */
  readonly status: number | null;
  /** Why it does not count, for people; null when it does. */
  readonly error: string | null;
  /** How the answer began. */
  readonly response: string | null;
  readonly retryAfterMs?: number | undefined;
}

/** Sends a body to an endpoint. Never throws: whatever goes wrong is how it went. Any 2xx is good; redirects are not followed. */
export async function callEndpoint(
  http: GuardedHttp,
  call: { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string },
  signal?: AbortSignal,
): Promise<CallOutcome> {
  const startedAt = performance.now();
  const durationMs = (): number => Math.round(performance.now() - startedAt);
  try {
    const answer = await http.stream({
      method: 'POST',
      url: call.url,
      headers: { ...call.headers, 'content-type': 'application/json', 'user-agent': 'Millrace-Webhooks/1' },
      body: call.body,
      timeoutMs: TIMEOUT_MS,
      maxRedirects: 0,
      ...(signal ? { signal } : {}),
    });
    const response = await beginningOf(answer.body);
    const ok = answer.status >= 200 && answer.status < 300;
    const error = ok ? null : `It answered with status ${answer.status}.`;
    const asked = retryAfterMs(answer.headers['retry-after'], Date.now());
    return { ok, durationMs: durationMs(), status: answer.status, error, response, retryAfterMs: asked };
  } catch (error) {
    const message = error instanceof GuardedHttpError ? error.message : 'The call could not be made.';
    return { ok: false, durationMs: durationMs(), status: null, error: message.slice(0, 500), response: null };
  }
}

/** An answer that breaks off has been answered all the same. Postgres keeps no NUL. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= MOST_KEPT) break;
    }
  } catch (error) {
    if (!(error instanceof GuardedHttpError)) throw error;
  }
  const text = Buffer.concat(chunks).toString('utf8').slice(0, MOST_KEPT).replaceAll('\u0000', '');
  return text === '' ? null : text;
}
