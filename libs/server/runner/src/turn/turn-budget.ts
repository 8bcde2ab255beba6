/** Node calls of one turn. */
const MOST_NODES = 200;
/** Milliseconds of deciding and pure work in one turn. */
const MOST_WORK_MS = 5_000;
/** Milliseconds after which others get a chance on the event loop. */
const SLICE_MS = 20;

/** What one turn may use before its run has to queue again, so that a long run starves no other. */
export class TurnBudget {
  private nodes = 0;
  private workedMs = 0;
  private sliceBeganMs = performance.now();

  /** Counts a node call. */
  countNode(): void {
    this.nodes += 1;
  }

  /** Whether the run has to queue again. */
  get isSpent(): boolean {
    return this.nodes >= MOST_NODES || this.workedMs >= MOST_WORK_MS;
  }

  /** Lets others run when this turn has kept the event loop for a while. */
  async breathe(): Promise<void> {
    const usedMs = performance.now() - this.sliceBeganMs;
    if (usedMs < SLICE_MS) return;
    this.workedMs += usedMs;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.sliceBeganMs = performance.now();
  }
}
