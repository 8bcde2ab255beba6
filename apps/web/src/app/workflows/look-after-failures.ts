import type { RunNews } from './workflow-list';

/** When a workflow whose run failed is looked at again, in milliseconds after that: by then it is off if it failed too often. */
const LOOK_AFTER_MS = [1_500, 10_000] as const;

/** Has workflows read anew after their runs failed: whether that switched them off is decided a moment later, and nobody tells. */
export class LookAfterFailures {
  readonly #timers = new Map<string, readonly ReturnType<typeof setTimeout>[]>();

  constructor(private readonly look: (workflowId: string) => void) {}

  /** News of runs. */
  hear(runs: readonly RunNews[]): void {
    for (const { workflowId, status } of runs) {
      if (status !== 'FAILED' || workflowId === null || this.#timers.has(workflowId)) continue;
      const last = LOOK_AFTER_MS.length - 1;
      const timers = LOOK_AFTER_MS.map((ms, index) =>
        setTimeout(() => {
          if (index === last) this.#timers.delete(workflowId);
          this.look(workflowId);
        }, ms),
      );
      this.#timers.set(workflowId, timers);
    }
  }

  /** Looks at nothing any more. */
  dispose(): void {
    for (const timers of this.#timers.values()) timers.forEach(clearTimeout);
    this.#timers.clear();
  }
}
