/** Failures of the time before anything was sent: the name, the route or the connection. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const DEEPEST_CAUSE = 6;

/** Whether an exchange failed before its request left: the other side cannot have acted on it. */
export function wasNeverSent(error: unknown): boolean {
  let at: unknown = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && typeof at === 'object' && at !== null; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && BEFORE_SENDING.has(code)) return true;
    at = cause;
  }
  return false;
}
