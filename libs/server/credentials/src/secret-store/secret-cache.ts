import { pathOfSecret, type SecretAddress } from './secret-address';
import type { StoredSecret } from './secret-store';
import { systemClock, type VaultClock } from './vault/vault-clock';

const MAX_ENTRIES = 1_000;

interface Entry {
  readonly secret: StoredSecret;
  readonly endsAt: number;
}

/**
 * Secrets that were read a moment ago, in memory only. An entry is one version of one secret, which never changes; so an
 * update needs no message to anybody.
 */
export class SecretCache {
  readonly #ttlMs: number;
  readonly #clock: VaultClock;
  readonly #entries = new Map<string, Entry>();
  #cancelSweep: (() => void) | null = null;

  /** @param ttlSeconds how long an entry lives; 0 keeps nothing */
  constructor(ttlSeconds: number, clock: VaultClock = systemClock) {
    this.#ttlMs = ttlSeconds * 1_000;
    this.#clock = clock;
  }

  /** How many there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** A copy of what was read; undefined when it is not here any more. */
  find(address: SecretAddress, version: number): StoredSecret | undefined {
    const entry = this.#entries.get(keyOf(address, version));
    return entry && this.#clock.now() < entry.endsAt ? structuredClone(entry.secret) : undefined;
  }

  /** Keeps a copy. The oldest makes room when there are 1,000. */
  keep(address: SecretAddress, secret: StoredSecret): void {
    if (this.#ttlMs === 0) return;
    const key = keyOf(address, secret.version);
    this.#entries.delete(key);
    this.#entries.set(key, { secret: structuredClone(secret), endsAt: this.#clock.now() + this.#ttlMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    this.#cancelSweep ??= this.#clock.after(this.#ttlMs, () => this.#sweep());
  }

  /** Drops all versions of a secret. */
  forget(address: SecretAddress): void {
    const prefix = `${pathOfSecret(address)}#`;
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }

  /** Drops everything. */
  clear(): void {
    this.#entries.clear();
    this.#cancelSweep?.();
    this.#cancelSweep = null;
  }

  /** What has ended leaves memory even when nobody asks any more. */
  #sweep(): void {
    this.#cancelSweep = null;
    const now = this.#clock.now();
    for (const [key, { endsAt }] of this.#entries) if (endsAt <= now) this.#entries.delete(key);
    const [next] = this.#entries.values();
    if (next) this.#cancelSweep = this.#clock.after(next.endsAt - now, () => this.#sweep());
  }
}

function keyOf(address: SecretAddress, version: number): string {
  return `${pathOfSecret(address)}#${version}`;
}
