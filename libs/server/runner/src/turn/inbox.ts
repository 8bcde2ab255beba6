/** Longest sleep of one timer. Milliseconds. */
const LONGEST_SLEEP_MS = 60_000;

/** What arrives for somebody who can also be woken without anything. */
export class Inbox<T> {
  private items: T[] = [];
  private woken = false;
  private sleeper: (() => void) | undefined;

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  /** Whether one of what is there fits. */
  some(fits: (item: T) => boolean): boolean {
    return this.items.some(fits);
  }

  put(item: T): void {
    this.items.push(item);
    this.wake();
  }

  /** Ends the present sleep, or prevents the next one. */
  wake(): void {
    this.woken = true;
    this.sleeper?.();
  }

  /** Everything that arrived, in order. */
  take(): T[] {
    const items = this.items;
    this.items = [];
    return items;
  }

  /** Resolves when something arrives, somebody wakes, or `timeoutMs` is over. */
  async news(timeoutMs?: number): Promise<void> {
    if (!this.woken && this.isEmpty) await this.sleep(timeoutMs);
    this.woken = false;
  }

  private sleep(timeoutMs: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => done(), Math.min(Math.max(timeoutMs, 1), LONGEST_SLEEP_MS));
      const done = (): void => {
        clearTimeout(timer);
        this.sleeper = undefined;
        resolve();
      };
      this.sleeper = done;
    });
  }
}
