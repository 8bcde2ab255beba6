import type { ExecutionEvent } from '@millrace/engine';
import { limitExceeded } from '@millrace/server-platform';

/** Events that a watcher may be behind before it is cut off. */
export const MOST_BUFFERED = 2_000;

/** Reads rows of the log. */
export type ReadPage = (afterSeq: number, limit: number) => Promise<ExecutionEvent[]>;

const PAGE = 500;

/**
 * Events of one run in order, without gaps, from a seq on. Hints say that there is more; rows are the truth. Ends with
 * the end of the run. A reader that falls too far behind gets an error instead of endless memory.
 */
export class EventStream implements AsyncIterableIterator<ExecutionEvent> {
  private buffer: ExecutionEvent[] = [];
  private lastSeq: number;
  private hintedSeq: number;
  private reading = false;
  private over = false;
  private failure: Error | undefined;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly read: ReadPage,
    private readonly onClose: () => void,
    afterSeq: number,
  ) {
    this.lastSeq = afterSeq;
    this.hintedSeq = afterSeq + 1;
  }

  /** There may be events up to `seq`. */
  hint(seq: number): void {
    if (this.over || seq <= this.lastSeq) return;
    this.hintedSeq = Math.max(this.hintedSeq, seq);
    void this.catchUp();
  }

  /** Events that this process committed itself; those that would leave a gap are only a hint. */
  offer(events: readonly ExecutionEvent[]): void {
    const fresh = events.filter(({ seq }) => seq > this.lastSeq);
    const [first] = fresh;
    if (first === undefined || this.over) return;
    if (first.seq === this.lastSeq + 1 && !this.reading) this.take(fresh);
    else this.hint((fresh.at(-1) as ExecutionEvent).seq);
  }

  async next(): Promise<IteratorResult<ExecutionEvent>> {
    for (;;) {
      const event = this.buffer.shift();
      if (event !== undefined) return { done: false, value: event };
      if (this.failure) throw this.failure;
      if (this.over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  return(): Promise<IteratorResult<ExecutionEvent>> {
    this.buffer = [];
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async catchUp(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      while (!this.over && this.hintedSeq > this.lastSeq) {
        const before = this.hintedSeq;
        const page = await this.read(this.lastSeq, PAGE);
        this.take(page);
        // A hint may promise events that were refused; only a newer hint is worth another look.
        if (page.length < PAGE && this.hintedSeq === before) break;
      }
    } catch (error) {
      this.failure = error as Error;
      this.close();
    } finally {
      this.reading = false;
    }
  }

  private take(events: readonly ExecutionEvent[]): void {
    const last = events.at(-1);
    if (last === undefined || this.over) return;
    this.buffer.push(...events);
    this.lastSeq = last.seq;
    if (this.buffer.length > MOST_BUFFERED) {
      const message = `You are more than ${MOST_BUFFERED} events behind. Subscribe again with afterSeq.`;
      this.failure = limitExceeded('FEED_TOO_SLOW', message);
      this.buffer = [];
      return this.close();
    }
    if (last.type === 'workflow.finished') return this.close();
    this.wake();
  }

  private close(): void {
    if (this.over) return;
    this.over = true;
    this.onClose();
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
