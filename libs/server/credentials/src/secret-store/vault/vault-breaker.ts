import {
  bulkhead,
  BrokenCircuitError,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  CountBreaker,
  handleType,
  wrap,
  type CircuitState,
  type IBreaker,
  type IPolicy,
} from 'cockatiel';
import { SecretsError } from '../secrets-error';

const CONSECUTIVE_FAILURES = 5;
/** Cockatiel opens above it, not at it: 10 of 20 are above. */
const FAILED_PART = 0.49;
const SAMPLE = 20;
const HALF_OPEN_AFTER_MS = 10_000;
const CALLS_AT_ONCE = 20;
const WAITING_CALLS = 5_000;

/** Vault could not do it right now. Never leaves this folder. */
export class VaultUnavailable extends Error {
  /** Whether a write may have been carried out nevertheless. */
  readonly applied: 'no' | 'maybe';

  constructor(reason: string, applied: 'no' | 'maybe') {
    super(reason);
    this.name = 'VaultUnavailable';
    this.applied = applied;
  }
}

/** Opens as soon as one of two breakers does. */
class EitherBreaker implements IBreaker {
  readonly #breakers: readonly IBreaker[];

  constructor(...breakers: readonly IBreaker[]) {
    this.#breakers = breakers;
  }

  get state(): unknown {
    return this.#breakers.map(({ state }) => state);
  }

  set state(states: unknown) {
    for (const [index, breaker] of this.#breakers.entries()) breaker.state = (states as unknown[])[index];
  }

  success(state: CircuitState): void {
    for (const breaker of this.#breakers) breaker.success(state);
  }

  failure(state: CircuitState): boolean {
    return this.#breakers.map((breaker) => breaker.failure(state)).includes(true);
  }
}

/**
 * Lets 20 calls through at a time, and none for 10 s after 5 failures in a row or 10 among 20: then one that tries, while
 * the others wait for what it finds.
 */
export class VaultBreaker {
  readonly #policy: IPolicy = wrap(
    bulkhead(CALLS_AT_ONCE, WAITING_CALLS),
    circuitBreaker(handleType(VaultUnavailable), {
      halfOpenAfter: HALF_OPEN_AFTER_MS,
      breaker: new EitherBreaker(
        new ConsecutiveBreaker(CONSECUTIVE_FAILURES),
        new CountBreaker({ threshold: FAILED_PART, size: SAMPLE }),
      ),
    }),
  );

  /** @throws VaultUnavailable of the call itself, SecretsError `SECRETS_UNAVAILABLE` when it was not let through */
  async run<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#policy.execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw new SecretsError('SECRETS_UNAVAILABLE', 'it failed several times in a row; it is tried again in seconds');
      }
      if (error instanceof BulkheadRejectedError) throw new SecretsError('SECRETS_UNAVAILABLE', 'too many at once');
      throw error;
    }
  }
}
