import type { DatabaseClock } from './database-clock';

/** Further away, the sweeper is exact enough. Milliseconds. */
const FARTHEST_MS = 600_000;
/** Alarms kept at most; the sweeper does without them. */
const MOST_ALARMS = 50_000;

/** Wakes this process when runs that it gave back fall due, so that short pauses and retries do not wait for the sweeper. */
export class DueAlarms {
  private readonly due = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private timerAtMs = Infinity;

  constructor(
    private readonly clock: DatabaseClock,
    private readonly ring: (executionIds: readonly string[]) => void,
  ) {}

  /** Rings for the run at `dueAtMs` (database clock), never before. A newer alarm of the same run replaces it. */
  set(executionId: string, dueAtMs: number): void {
    if (dueAtMs - this.clock.now() > FARTHEST_MS || this.due.size >= MOST_ALARMS) return;
    this.due.set(executionId, dueAtMs);
    if (dueAtMs < this.timerAtMs) this.arm(dueAtMs);
  }

  /** Forgets all alarms. */
  clear(): void {
    clearTimeout(this.timer);
    this.timerAtMs = Infinity;
    this.due.clear();
  }

  private arm(atMs: number): void {
    clearTimeout(this.timer);
    this.timerAtMs = atMs;
    this.timer = setTimeout(() => this.fire(), Math.max(1, atMs - this.clock.now())).unref();
  }

  private fire(): void {
    const nowMs = this.clock.now();
    const ids: string[] = [];
    let nextMs = Infinity;
    for (const [id, atMs] of this.due) {
      if (atMs <= nowMs) ids.push(id);
      else nextMs = Math.min(nextMs, atMs);
    }
    for (const id of ids) this.due.delete(id);
    this.timerAtMs = Infinity;
    if (nextMs !== Infinity) this.arm(nextMs);
    if (ids.length > 0) this.ring(ids);
  }
}
