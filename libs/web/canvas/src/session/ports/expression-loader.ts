import { signal } from '@angular/core';
import { type ExpressionTools, loadExpressionTools } from './expression-tools';
import type { Timers } from './timers';

/** Milliseconds after which the expression library is asked for again. */
const RETRY_MS = 5_000;
/** Longest that what somebody did waits for it, in milliseconds: what happens later than that is a surprise. */
const PATIENCE_MS = 4_000;

/** Brings the expression library, which is a chunk of its own, and asks again while it does not come. */
export class ExpressionLoader {
  readonly #load: () => Promise<ExpressionTools>;
  readonly #timers: Timers;
  readonly #onLoaded: () => void;
  readonly #tools = signal<ExpressionTools | undefined>(undefined);
  #waiting: (() => void)[] = [];
  /** Undefined until it is there. */
  readonly tools = this.#tools.asReadonly();

  /** With the library itself, or what brings it. */
  constructor(
    source: ExpressionTools | (() => Promise<ExpressionTools>) = loadExpressionTools,
    timers: Timers,
    onLoaded: () => void,
  ) {
    this.#load = typeof source === 'function' ? source : () => Promise.resolve(source);
    this.#timers = timers;
    this.#onLoaded = onLoaded;
    if (typeof source === 'object') this.#tools.set(source);
  }

  /** Resolves once it is there, or when waiting for it makes no sense any more. */
  loaded(): Promise<void> {
    if (this.#tools() !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#timers.after(PATIENCE_MS, resolve);
      this.#waiting.push(() => {
        stop();
        resolve();
      });
    });
  }

  async fetch(): Promise<void> {
    if (this.#tools() !== undefined) return;
    try {
      this.#tools.set(await this.#load());
      this.#onLoaded();
      for (const resume of this.#waiting.splice(0)) resume();
    } catch {
      // The chunk did not arrive; nothing else waits for it.
      this.#timers.after(RETRY_MS, () => void this.fetch());
    }
  }
}
