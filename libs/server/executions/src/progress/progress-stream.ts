import type { NodeProgress } from './node-progress';

/** Notices that wait for a slow watcher; older ones are dropped. */
const MOST_WAITING = 200;

/** Progress for one watcher, with a memory that does not grow. */
export class ProgressStream implements AsyncIterableIterator<NodeProgress> {
  private readonly waiting: NodeProgress[] = [];
  private readonly readers: (() => void)[] = [];
  private over = false;

  constructor(private readonly onClose: () => void) {}

  offer(progress: NodeProgress): void {
    if (this.over) return;
    this.waiting.push(progress);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
    this.readers.shift()?.();
  }

  /** Ends it once what waits has been read. */
  end(): void {
    if (this.over) return;
    this.over = true;
    this.onClose();
    for (const resolve of this.readers.splice(0)) resolve();
  }

  async next(): Promise<IteratorResult<NodeProgress>> {
    for (;;) {
      const value = this.waiting.shift();
      if (value !== undefined) return { done: false, value };
      if (this.over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.readers.push(resolve));
    }
  }

  return(): Promise<IteratorResult<NodeProgress>> {
    this.waiting.length = 0;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
