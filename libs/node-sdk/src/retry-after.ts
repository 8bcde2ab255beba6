const DAY_MS = 86_400_000;
const SECONDS = /^\d+(\.\d+)?$/;

/**
 * Milliseconds that a server asked to wait: `retry-after-ms`, or `retry-after` in seconds or as an HTTP date. At most a
 * day, at least 0; undefined when it asked for nothing that can be read.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  const exact = headers['retry-after-ms']?.trim() ?? '';
  if (SECONDS.test(exact)) return bounded(Number(exact));
  const text = headers['retry-after']?.trim() ?? '';
  if (SECONDS.test(text)) return bounded(Number(text) * 1_000);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : bounded(at - nowMs);
}

function bounded(ms: number): number {
  return Math.min(Math.max(0, Math.ceil(ms)), DAY_MS);
}
