import { signal } from '@angular/core';
import type { ExpressionTools } from './expression-tools';
import type { Timers } from './timers';

/** Milliseconds after which the expression library is asked for again. */
const RETRY_MS = 5_000;

/** Brings the expression library, which is a chunk of its own, and asks again while it does not come. */
export class ExpressionLoader {
  readonly #load: () => Promise<ExpressionTools>;
  readonly #timers: Timers;
  readonly #onLoaded: () => void;
  readonly #tools = signal<ExpressionTools | undefined>(undefined);
  /** Undefined until it is there. */
  readonly tools = this.#tools.asReadonly();

  constructor(load: () => Promise<ExpressionTools>, timers: Timers, onLoaded: () => void) {
    this.#load = load;
    this.#timers = timers;
    this.#onLoaded = onLoaded;
  }

  /** Takes what is at hand. */
  take(tools: ExpressionTools): void {
    this.#tools.set(tools);
  }

  async fetch(): Promise<void> {
    if (this.#tools() !== undefined) return;
    try {
      this.#tools.set(await this.#load());
      this.#onLoaded();
    } catch {
      // The chunk did not arrive; nothing else waits for it.
      this.#timers.after(RETRY_MS, () => void this.fetch());
    }
  }
}
