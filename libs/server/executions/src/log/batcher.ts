/** How a {@link Batcher} works off what it gathers. */
export interface BatcherOptions<In, Out> {
  /** Batches in flight at once. */
  readonly maxInFlight: number;
  /** Items of one batch at most. */
  readonly maxSize: number;
  /** Performs a batch; answers in the order of the items. A rejection rejects every item of the batch. */
  readonly run: (items: readonly In[]) => Promise<readonly Out[]>;
}

interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit without a fixed delay: what arrives while a batch is in flight forms the next one. The first item of a
 * quiet moment waits only for the end of this turn of the event loop.
 */
export class Batcher<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private inFlight = 0;
  private scheduled = false;

  constructor(private readonly options: BatcherOptions<In, Out>) {}

  /** Resolves with the answer to this item once its batch is done. */
  add(item: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.schedule();
    });
  }

  /** Items gathered and not yet in flight. */
  get size(): number {
    return this.waiting.length;
  }

  private schedule(): void {
    if (this.scheduled || this.inFlight >= this.options.maxInFlight || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.flush();
      this.schedule();
    });
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, this.options.maxSize);
    if (batch.length === 0) return;
    this.inFlight += 1;
    try {
      const answers = await this.options.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Out));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.inFlight -= 1;
      this.schedule();
    }
  }
}
