import { signal } from '@angular/core';

/** What takes no longer than this is not worth a hint, in milliseconds. */
const HINT_MS = 300;

/** A tidy-up that takes its time: it says so after a moment, and Esc ends it. */
export class Tidying {
  readonly #isLong = signal(false);
  #running: Promise<boolean> | undefined;
  /** Whether it has taken so long that people want to know. */
  readonly isLong = this.#isLong.asReadonly();

  /** One at a time: who asks again waits for the one that is under way. Resolves to whether something was tidied. */
  run(tidyUp: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
    this.#running ??= this.#run(tidyUp).finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #run(tidyUp: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
    const abort = new AbortController();
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      abort.abort();
    };
    document.addEventListener('keydown', cancel, { capture: true });
    const timer = setTimeout(() => this.#isLong.set(true), HINT_MS);
    try {
      return await tidyUp(abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return false;
      throw error;
    } finally {
      clearTimeout(timer);
      document.removeEventListener('keydown', cancel, { capture: true });
      this.#isLong.set(false);
    }
  }
}
