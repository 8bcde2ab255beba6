import { signal } from '@angular/core';
import { type ApiError, apiErrorOf } from '@millrace/web-api';

/** One question at a time to the model: what came of it, and that it is on its way. */
export class AskAssistant<T> {
  readonly #answer = signal<T | undefined>(undefined);
  readonly #error = signal<ApiError | undefined>(undefined);
  readonly #isAsking = signal(false);
  readonly answer = this.#answer.asReadonly();
  readonly error = this.#error.asReadonly();
  readonly isAsking = this.#isAsking.asReadonly();
  #asked = 0;

  /** Asks; an earlier question that is still on its way is forgotten. Never rejects: see `error`. */
  async ask(question: () => Promise<T>): Promise<void> {
    const asked = (this.#asked += 1);
    this.#isAsking.set(true);
    this.#error.set(undefined);
    try {
      const answer = await question();
      if (asked === this.#asked) this.#answer.set(answer);
    } catch (error) {
      if (asked === this.#asked) this.#error.set(apiErrorOf(error));
    } finally {
      if (asked === this.#asked) this.#isAsking.set(false);
    }
  }

  /** Forgets the answer, and what is on its way. */
  clear(): void {
    this.#asked += 1;
    this.#isAsking.set(false);
    this.#answer.set(undefined);
    this.#error.set(undefined);
  }
}
