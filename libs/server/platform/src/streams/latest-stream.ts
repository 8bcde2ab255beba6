/** News at most that wait to be told to one watcher; older ones are dropped, and the watcher's next full read shows them. */
const MOST_WAITING = 500;

/** News of many things for one watcher: of each only the newest, so that memory does not depend on the watcher's speed. */
export class LatestStream<T> implements AsyncIterableIterator<T> {
  readonly #waiting = new Map<string, T>();
  readonly #readers: (() => void)[] = [];
  #over = false;

  /** `onClose` is called when the watcher goes. */
  constructor(private readonly onClose: () => void) {}

  /** Takes news of the thing `key`, in the place of older ones that nobody has read yet. */
  offer(key: string, news: T): void {
    if (this.#over) return;
    this.#waiting.set(key, news);
    if (this.#waiting.size > MOST_WAITING) this.#waiting.delete(this.#waiting.keys().next().value as string);
    this.#readers.shift()?.();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      const [first] = this.#waiting;
      if (first !== undefined) {
        this.#waiting.delete(first[0]);
        return { done: false, value: first[1] };
      }
      if (this.#over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.#readers.push(resolve));
    }
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.#over) this.onClose();
    this.#over = true;
    this.#waiting.clear();
    for (const resolve of this.#readers.splice(0)) resolve();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
