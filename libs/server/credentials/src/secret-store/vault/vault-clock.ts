/** Time and chance, as what waits for Vault sees them. */
export interface VaultClock {
  /** Milliseconds that only go forward, whatever happens to the clock on the wall. */
  now(): number;
  /** Calls `run` once after `ms`, 24 hours at most; the answer takes it back. Does not keep the process alive. */
  after(ms: number, run: () => void): () => void;
  /** From 0 to below 1. */
  random(): number;
}

/** Longest time that one timer is set for: Node fires at once beyond 2^31 ms. */
export const LONGEST_TIMER_MS = 86_400_000;

/** The clock of this machine. */
export const systemClock: VaultClock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Resolves after `ms`. */
export function waitFor(clock: VaultClock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}
