import { DomainError, invalid } from '@millrace/server-platform';

/** Runs that one request may name. */
export const MOST_AT_ONCE = 100;
/** Runs of one request that are worked on at the same time. */
const AT_ONCE = 8;

/** What became of one run of many. */
export interface BulkResult<T> {
  readonly id: string;
  readonly value?: T;
  /** Why nothing was done with it. */
  readonly error?: DomainError;
}

/**
 * Does something with each of many runs; what fails for one does not stop the others. Runs named twice are done once.
 * @throws DomainError `TOO_MANY_EXECUTIONS`; whatever is nobody's own fault, such as the database being away
 */
export async function forEachExecution<T>(
  ids: readonly string[],
  act: (id: string) => Promise<T>,
): Promise<BulkResult<T>[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length > MOST_AT_ONCE) {
    throw invalid('TOO_MANY_EXECUTIONS', `Name at most ${MOST_AT_ONCE} executions at once, not ${wanted.length}.`);
  }
  const results = new Map<string, BulkResult<T>>();
  const next = wanted.values();
  const work = async (): Promise<void> => {
    for (const id of next) results.set(id, await attempt(id, act));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wanted.map((id) => results.get(id) as BulkResult<T>);
}

async function attempt<T>(id: string, act: (id: string) => Promise<T>): Promise<BulkResult<T>> {
  try {
    return { id, value: await act(id) };
  } catch (error) {
    if (error instanceof DomainError && error.fault === 'user') return { id, error };
    throw error;
  }
}
