/** Differences above this are the database's clock being set, not the way of an answer. Milliseconds. */
const JUMP_MS = 1_000;

/**
 * Time of the database as this process knows it, without asking: its monotonic clock plus an offset that answers of the
 * database correct. Answers arrive late, so the estimate is never ahead: nothing fires early, whatever happens to the
 * wall clock of this machine.
 */
export class DatabaseClock {
  private offsetMs: number | undefined;

  constructor(private readonly monotonic: () => number = () => performance.now()) {}

  /** Learns from an answer that has just arrived. */
  observe(databaseMs: number | undefined): void {
    if (databaseMs === undefined) return;
    const offset = databaseMs - this.monotonic();
    const known = this.offsetMs;
    if (known === undefined || offset > known || known - offset > JUMP_MS) this.offsetMs = offset;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Math.floor(this.monotonic() + (this.offsetMs ?? Date.now() - this.monotonic()));
  }
}
