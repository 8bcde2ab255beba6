import { Script, createContext } from 'node:vm';

const context = createContext({ work: undefined as (() => void) | undefined });
const script = new Script('work()');

/** Thrown when work took too long. */
export class TimeLimitError extends Error {}

/**
 * Runs synchronous work and stops it, wherever it is, when its time is up. The work itself is ours; the limit is for what
 * strangers can make it do.
 * @throws TimeLimitError when `timeoutMs` are over
 */
export function withinTime<T>(timeoutMs: number, work: () => T): T {
  let result: { readonly value: T } | undefined;
  context['work'] = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: timeoutMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new TimeLimitError(`took more than ${timeoutMs} ms`, { cause: error });
  } finally {
    context['work'] = undefined;
  }
  if (result === undefined) throw new Error('the work did not run');
  return result.value;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
