import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@millrace/server-platform';

/** Argon2id is the default of the package; these are its costs. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MAX_RUNNING = 4;
const MAX_WAITING = 200;

/** Longest password, in bytes of UTF-8. */
export const MAX_PASSWORD_BYTES = 1_024;
/** Shortest password, in characters. */
export const MIN_PASSWORD_LENGTH = 8;

/** Hashes and checks passwords with argon2id, four at a time: each takes 19 MiB and a core for some 20 ms. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #dummy: Promise<string> | null = null;

  /** A hash to keep, with its salt and costs inside. @throws DomainError `TOO_BUSY` */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, options));
  }

  /**
   * Whether the password is the one of the hash. With no hash (unknown account) it takes as long and answers false,
   * so that time does not tell who has an account. @throws DomainError `TOO_BUSY`
   */
  async verify(known: string | null, password: string): Promise<boolean> {
    if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) return false;
    if (known !== null) return this.#inTurn(() => verify(known, password));
    const dummy = await (this.#dummy ??= this.hash('nobody has this password'));
    await this.#inTurn(() => verify(dummy, password));
    return false;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MAX_RUNNING) await this.#turn();
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Resolves when a running one hands over its place. */
  #turn(): Promise<void> {
    if (this.#waiting.length >= MAX_WAITING) {
      throw new DomainError({
        code: 'TOO_BUSY',
        status: 503,
        message: 'Too many people are signing in at this moment. Try again shortly.',
        fault: 'transient',
        retryAfterSeconds: 2,
      });
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
