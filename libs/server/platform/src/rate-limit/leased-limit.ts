import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

interface Lease {
  left: number;
  untilMs: number;
  asking: Promise<void> | null;
}

/** Keys that are remembered before those whose lease is over are forgotten. */
const MAX_KEYS = 10_000;

/**
 * Counts for all processes together without asking Postgres each time: takes `size` points at once and spends them here.
 * What one process has taken and does not spend is lost to the others until the window ends, so keep `size` small beside the limit.
 */
export class LeasedLimit {
  readonly #leases = new Map<string, Lease>();

  constructor(
    private readonly limiter: RateLimiterAbstract,
    private readonly size: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one. Milliseconds to wait when there were too many, else 0. */
  async consume(key: string): Promise<number> {
    const lease = this.#leaseOf(key);
    for (;;) {
      if (lease.untilMs <= this.now()) lease.left = 0;
      if (lease.left > 0) {
        lease.left -= 1;
        return 0;
      }
      try {
        await (lease.asking ??= this.#ask(key, lease));
      } catch (refusal) {
        // When Postgres is away there is nothing to protect: the request fails by itself.
        return refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 0;
      }
    }
  }

  async #ask(key: string, lease: Lease): Promise<void> {
    try {
      const { msBeforeNext } = await this.limiter.consume(key, this.size);
      lease.left = this.size;
      lease.untilMs = this.now() + Math.max(1, msBeforeNext);
    } finally {
      lease.asking = null;
    }
  }

  #leaseOf(key: string): Lease {
    const known = this.#leases.get(key);
    if (known) return known;
    if (this.#leases.size >= MAX_KEYS) this.#forgetOld();
    const lease: Lease = { left: 0, untilMs: 0, asking: null };
    this.#leases.set(key, lease);
    return lease;
  }

  #forgetOld(): void {
    for (const [key, { untilMs, asking }] of this.#leases) {
      if (!asking && untilMs <= this.now()) this.#leases.delete(key);
    }
  }
}
