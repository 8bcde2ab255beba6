import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, rateLimitConfig, rateLimited, SqlPool } from '@millrace/server-platform';

/** Failures within an hour that cost nothing, and the longest pause after those that do. */
const FREE = { account: 10, address: 50 } as const;
const LONGEST_SECONDS = 900;
/** Of a pause that is over by the time it is told. */
const SHORTEST_SECONDS = 1;
const FORGET_AFTER = "interval '1 hour'";

type Kind = keyof typeof FREE;

interface Attempt {
  readonly kind: Kind;
  readonly key: string;
}

/** An attempt to sign in that has begun. */
export interface SignInAttempt {
  /** It was the right person. */
  succeeded(): Promise<void>;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Makes those who guess wait: after some failures for one account, or from one address, the pause doubles with each, up to 15
 * minutes. An address from which the person has signed in before has a count of its own, so that nobody can lock somebody
 * else out. Unknown accounts are counted like known ones.
 */
@Injectable()
export class SignInPauses {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
  ) {}

  /** Counts an attempt as failed until it says otherwise, so that many at once count as many. @throws DomainError `RATE_LIMITED` */
  async begin(email: string, address: string): Promise<SignInAttempt> {
    const isKnownPlace = await this.#isKnownPlace(email, address);
    return this.#begin([
      { kind: 'account', key: `account:${hashOf(email)}${isKnownPlace ? `:${address}` : ''}` },
      { kind: 'address', key: `address:${address}` },
    ]);
  }

  /** The same for signing up, which tells what addresses have an account. @throws DomainError `RATE_LIMITED` */
  beginSignUp(address: string): Promise<SignInAttempt> {
    return this.#begin([{ kind: 'address', key: `sign-up:${address}` }]);
  }

  async #begin(attempts: readonly Attempt[]): Promise<SignInAttempt> {
    if (this.config.of(rateLimitConfig).RATE_LIMIT_LOGIN_PER_MINUTE === 0)
      return { succeeded: () => Promise.resolve() };
    for (const attempt of attempts) {
      const waitSeconds = await this.#count(attempt);
      if (waitSeconds > 0) throw rateLimited(waitSeconds);
    }
    return { succeeded: () => this.#forgive(attempts) };
  }

  /** Forgets what has no meaning any more. */
  async forgetOld(): Promise<void> {
    await this.pool.query(`delete from sign_in_failure where last_at < now() - ${FORGET_AFTER}
      and (blocked_until is null or blocked_until < now())`);
  }

  async #isKnownPlace(email: string, address: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select 1 from session s join app_user u on u.id = s.user_id where u.email = $1 and s.address = $2 limit 1`,
      [email, address],
    );
    return rowCount > 0;
  }

  /**
   * Seconds that are left of a pause; 0 when there is none, in which case the next may begin one. Whether there is one is asked of the
   * row as it is once those before have counted, so that of many at once no more get through than one after another.
   */
  async #count({ kind, key }: Attempt): Promise<number> {
    const counted = await this.pool.query(
      `insert into sign_in_failure as f (key, failures) values ($1, 1)
       on conflict (key) do update set
         failures = case when f.last_at < now() - ${FORGET_AFTER} then 1 else f.failures + 1 end,
         blocked_until = case when f.last_at >= now() - ${FORGET_AFTER} and f.failures + 1 >= $2::int
           then now() + least(power(2, least(f.failures + 1 - $2::int, 20)), ${LONGEST_SECONDS}) * interval '1 second' end,
         last_at = now()
       where f.blocked_until is null or f.blocked_until <= now()`,
      [key, FREE[kind]],
    );
    if (counted.rowCount > 0) return 0;
    const { rows } = await this.pool.query<{ wait: number | null }>(
      'select extract(epoch from blocked_until - now())::float8 as wait from sign_in_failure where key = $1',
      [key],
    );
    return Math.max(rows[0]?.wait ?? 0, SHORTEST_SECONDS);
  }

  /** The account starts anew; of the address only this attempt is taken back, or an own account would hide guesses at others. */
  async #forgive(attempts: readonly Attempt[]): Promise<void> {
    for (const { kind, key } of attempts) {
      if (kind === 'account') await this.pool.query('delete from sign_in_failure where key = $1', [key]);
      else
        await this.pool.query(
          `update sign_in_failure set failures = greatest(failures - 1, 0),
             blocked_until = case when failures - 1 >= $2::int then blocked_until end where key = $1`,
          [key, FREE[kind]],
        );
    }
  }
}
