import type { EventNotice } from '../log/event-notices';

interface Filter {
  readonly workspaceId: string;
  readonly workflowId?: string;
}

/** Runs at most that wait to be told to one watcher; older ones are dropped, and the watcher's next full read shows them. */
const MOST_WAITING = 500;

/** News of many runs for one watcher: of each run only the newest, so that memory does not depend on the watcher's speed. */
export class NoticeStream implements AsyncIterableIterator<EventNotice> {
  private readonly waiting = new Map<string, EventNotice>();
  private readonly readers: (() => void)[] = [];
  private over = false;

  constructor(
    private readonly filter: Filter,
    private readonly onClose: () => void,
  ) {}

  /** Takes the notice if it passes the filter. */
  offer(notice: EventNotice): void {
    const { workspaceId, workflowId } = this.filter;
    if (this.over || notice.workspaceId !== workspaceId) return;
    if (workflowId !== undefined && notice.workflowId !== workflowId) return;
    this.waiting.set(notice.executionId, notice);
    if (this.waiting.size > MOST_WAITING) this.waiting.delete(this.waiting.keys().next().value as string);
    this.readers.shift()?.();
  }

  async next(): Promise<IteratorResult<EventNotice>> {
    for (;;) {
      const [first] = this.waiting;
      if (first !== undefined) {
        this.waiting.delete(first[0]);
        return { done: false, value: first[1] };
      }
      if (this.over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.readers.push(resolve));
    }
  }

  return(): Promise<IteratorResult<EventNotice>> {
    this.over = true;
    this.waiting.clear();
    this.onClose();
    for (const resolve of this.readers.splice(0)) resolve();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
