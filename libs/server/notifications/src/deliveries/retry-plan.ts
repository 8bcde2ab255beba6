const LONGEST_ASKED_MS = 24 * 3_600_000;
/** Part of a pause by which it may be shorter or longer, so that calls that failed together do not come back together. */
const JITTER = 0.2;

/** What is known when a call has failed. */
export interface FailedTry {
  /** Pauses before each further try. Seconds. */
  readonly ladder: readonly number[];
  /** Tries so far, 1 or more. */
  readonly attempts: number;
  /** What the receiver asked for with `Retry-After`. Milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** From 0 up to 1. */
  readonly random: number;
}

/** Milliseconds until the next try; null when there is none. Never sooner than the receiver asked, up to a day. */
export function pauseAfter({ ladder, attempts, retryAfterMs = 0, random }: FailedTry): number | null {
  const seconds = ladder[attempts - 1];
  if (seconds === undefined) return null;
  const pauseMs = seconds * 1_000 * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(pauseMs, Math.min(retryAfterMs, LONGEST_ASKED_MS)));
}

/** `Retry-After` in milliseconds: seconds, or a date. Undefined when it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
