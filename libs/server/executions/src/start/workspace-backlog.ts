const WINDOW_MS = 10_000;
const RUNS_PER_STEP = 50;
const LOWEST_PRIORITY = -20;

/**
 * Fairness between workspaces: the more runs one has begun lately, the lower the priority of its next jobs, so that
 * another workspace's first run does not wait behind its whole backlog.
 */
export class WorkspaceBacklog {
  private counts = new Map<string, number>();
  private windowEndsMs = 0;

  /** Counts a start and tells the priority of its job: 0 down to -20. `nowMs` is any clock that does not jump. */
  priorityFor(workspaceId: string, nowMs: number = performance.now()): number {
    if (nowMs >= this.windowEndsMs) this.turnWindow(nowMs);
    const count = this.counts.get(workspaceId) ?? 0;
    this.counts.set(workspaceId, count + 1);
    return Math.max(LOWEST_PRIORITY, -Math.floor(count / RUNS_PER_STEP)) || 0;
  }

  /** Old counts are halved rather than dropped: a workspace that floods stays low for a while. */
  private turnWindow(nowMs: number): void {
    this.windowEndsMs = nowMs + WINDOW_MS;
    const halved = [...this.counts].map(([id, count]): [string, number] => [id, Math.floor(count / 2)]);
    this.counts = new Map(halved.filter(([, count]) => count > 0));
  }
}
