/** Milliseconds before try number `attempt` (from 1): doubles from one second to half a minute. */
export function backoffMs(attempt: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(attempt - 1, 10));
}
