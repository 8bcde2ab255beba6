/** Approvals at most that wait to be told to one watcher; older ones are dropped, and the watcher's next full read shows them. */
const MOST_WAITING = 500;

/** News for one watcher, with a memory that does not grow. */
export class ApprovalStream implements AsyncIterableIterator<string> {
  readonly #waiting = new Set<string>();
  readonly #readers: (() => void)[] = [];
  #over = false;

  constructor(
    private readonly workspaceId: string,
    private readonly onClose: () => void,
  ) {}

  /** Takes the notice if it is of the workspace. */
  offer(workspaceId: string, id: string): void {
    if (this.#over || workspaceId !== this.workspaceId) return;
    this.#waiting.add(id);
    if (this.#waiting.size > MOST_WAITING) this.#waiting.delete(this.#waiting.values().next().value as string);
    this.#readers.shift()?.();
  }

  async next(): Promise<IteratorResult<string>> {
    for (;;) {
      const [value] = this.#waiting;
      if (value !== undefined) {
        this.#waiting.delete(value);
        return { done: false, value };
      }
      if (this.#over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.#readers.push(resolve));
    }
  }

  return(): Promise<IteratorResult<string>> {
    this.#over = true;
    this.#waiting.clear();
    this.onClose();
    for (const resolve of this.#readers.splice(0)) resolve();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
