import type { Timers } from '../ports/timers';

/** A clock that only tests turn. */
export class ManualTimers implements Timers {
  nowMs = Date.UTC(2026, 0, 1);
  readonly #waiting: { readonly atMs: number; readonly call: () => void }[] = [];

  now(): number {
    return this.nowMs;
  }

  after(milliseconds: number, call: () => void): () => void {
    const entry = { atMs: this.nowMs + milliseconds, call };
    this.#waiting.push(entry);
    return () => {
      const place = this.#waiting.indexOf(entry);
      if (place >= 0) this.#waiting.splice(place, 1);
    };
  }

  /** Calls what is due within so many milliseconds, in order, and lets promises settle in between. */
  async pass(milliseconds: number): Promise<void> {
    const endMs = this.nowMs + milliseconds;
    await settled();
    for (;;) {
      const next = this.#waiting.filter((entry) => entry.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.call();
      await settled();
    }
    this.nowMs = endMs;
  }

  /** How many calls wait. */
  get pending(): number {
    return this.#waiting.length;
  }
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
