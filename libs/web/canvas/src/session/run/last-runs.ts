import type { KeyValueStore } from '../ports/key-value-store';

/** The run that each workflow showed last in this browser, so that opening it again shows it again. */
export class LastRuns {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** Id of the last run; undefined when there was none. */
  of(workflowId: string): string | undefined {
    return this.#store.getItem(keyOf(workflowId)) ?? undefined;
  }

  remember(workflowId: string, executionId: string): void {
    try {
      this.#store.setItem(keyOf(workflowId), executionId);
    } catch {
      // Full: the workflow opens without its last run.
    }
  }

  forget(workflowId: string): void {
    this.#store.removeItem(keyOf(workflowId));
  }
}

function keyOf(workflowId: string): string {
  return `millrace.last-run.${workflowId}`;
}
