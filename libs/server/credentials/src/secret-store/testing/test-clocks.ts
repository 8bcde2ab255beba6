import type { VaultClock } from '../vault/vault-clock';

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** Time that a test moves. Chance is always in the middle. */
export class HandClock implements VaultClock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  readonly now = (): number => this.#now;
  readonly random = (): number => 0.5;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { dueAt: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** How long until the next timer; null when none is set. */
  get nextInMs(): number | null {
    const next = Math.min(...[...this.#timers].map(({ dueAt }) => dueAt));
    return Number.isFinite(next) ? next - this.#now : null;
  }

  /** Lets time pass and runs what is due, earliest first. */
  advance(ms: number): void {
    const endsAt = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ dueAt }) => dueAt <= endsAt).sort((a, b) => a.dueAt - b.dueAt)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.dueAt);
      due.run();
    }
    this.#now = endsAt;
  }
}

/** Time in which short waits are over at once; they are written down. Long ones never end. */
export class ImpatientClock implements VaultClock {
  readonly waits: number[] = [];
  #now = 0;

  readonly now = (): number => this.#now;
  readonly random = (): number => 0.5;

  readonly after = (ms: number, run: () => void): (() => void) => {
    if (ms > 5_000) return () => undefined;
    this.waits.push(ms);
    const immediate = setImmediate(() => {
      this.#now += ms;
      run();
    });
    return () => clearImmediate(immediate);
  };
}

/** Resolves as soon as the condition holds. @throws Error after 5 s */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`It never came to be: ${condition.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
