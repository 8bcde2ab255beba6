import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Pool } from 'pg';
import { createMigration } from '../database/migrations';
import { DomainError } from '../errors/domain-error';

const MINUTE_SECONDS = 60;
const TABLE = 'rate_limit';

/** The table of `RateLimits`. */
export const CreateRateLimit = createMigration({
  name: 'CreateRateLimit1763600000000',
  // Unlogged: counters of a minute need not survive a crash of Postgres, and cost less so.
  up: `create unlogged table ${TABLE} (
    key text primary key,
    points integer not null default 0,
    expire bigint
  )`,
});

/** A limit that counts by key, such as an address. */
export interface RateLimit {
  /** Counts one. @throws DomainError `RATE_LIMITED` (429) with Retry-After when there were too many */
  consume(key: string): Promise<void>;
  /** Forgets a key, for instance after a success. */
  reset(key: string): Promise<void>;
}

const unlimited: RateLimit = {
  consume: () => Promise.resolve(),
  reset: () => Promise.resolve(),
};

/** Attempts per minute that the limits allow; 0 is unlimited. */
export interface RateLimitSettings {
  readonly apiPerMinute: number;
  readonly userPerMinute: number;
  readonly webhookPerMinute: number;
  readonly loginPerMinute: number;
}

/** The rate limits of this installation. Those against strangers are counted in Postgres, for all processes together. */
export class RateLimits {
  /** Calls of the API without a valid token, by address. */
  readonly api: RateLimit;
  /** Calls of the API by user; counted per process, for speed. */
  readonly user: RateLimit;
  /** Attempts to sign in, by account and address. */
  readonly login: RateLimit;
  /** Webhook calls, by address; null when unlimited, so that the hot path pays nothing. */
  readonly webhook: RateLimit | null;

  constructor(pool: Pool, settings: RateLimitSettings) {
    this.api = perMinute(pool, 'api', settings.apiPerMinute);
    this.login = perMinute(pool, 'login', settings.loginPerMinute);
    this.webhook = settings.webhookPerMinute === 0 ? null : perMinute(pool, 'webhook', settings.webhookPerMinute);
    this.user =
      settings.userPerMinute === 0
        ? unlimited
        : limitOf(
            new RateLimiterMemory({ keyPrefix: 'user', points: settings.userPerMinute, duration: MINUTE_SECONDS }),
          );
  }
}

function perMinute(pool: Pool, name: string, points: number): RateLimit {
  if (points === 0) return unlimited;
  return limitOf(
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: TABLE,
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: MINUTE_SECONDS,
      // Whoever is over the limit already costs no more queries.
      inMemoryBlockOnConsumed: points + 1,
      clearExpiredByTimeout: true,
    }),
  );
}

function limitOf(limiter: RateLimiterAbstract): RateLimit {
  return {
    consume: async (key) => {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        // When Postgres is away there is nothing to protect: the request fails by itself.
        if (refusal instanceof RateLimiterRes) throw rateLimited(refusal.msBeforeNext / 1000);
      }
    },
    reset: async (key) => void (await limiter.delete(key).catch(() => false)),
  };
}

function rateLimited(seconds: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  return new DomainError({
    code: 'RATE_LIMITED',
    status: 429,
    message: `Too many requests. Try again in ${retryAfterSeconds} s.`,
    fault: 'transient',
    retryAfterSeconds,
  });
}
