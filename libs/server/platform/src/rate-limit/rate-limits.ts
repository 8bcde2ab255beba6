import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Pool } from 'pg';
import { createMigration } from '../database/migrations';
import { DomainError } from '../errors/domain-error';
import { LeasedLimit } from './leased-limit';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
/** Points of the limit per user that one process takes at a time. */
const LEASED_SHARE = 0.01;
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
  /** Calls of one webhook, whoever calls; unlimited when absent. */
  readonly eachWebhookPerMinute?: number;
  /** Mails to one person; unlimited when absent. */
  readonly mailPerHour?: number;
  /** Guests from one address; unlimited when absent. */
  readonly guestPerHour?: number;
  /** Runs in the workspace of one guest; unlimited when absent. */
  readonly guestRunPerHour?: number;
}

/** The rate limits of this installation, counted in Postgres for all processes together. */
export class RateLimits {
  /** Calls of the API without a valid token, by address. */
  readonly api: RateLimit;
  /** Calls of the API by user; each process asks Postgres for a hundredth of the limit at a time. */
  readonly user: RateLimit;
  /** Attempts to sign in, by account and address. */
  readonly login: RateLimit;
  /** Webhook calls, by address; null when unlimited, so that the hot path pays nothing. */
  readonly webhook: RateLimit | null;
  /** Calls of one webhook, by its address here; null when unlimited. */
  readonly eachWebhook: RateLimit | null;
  /** Mails that strangers can have sent to one person. */
  readonly mail: RateLimit;
  /** Guests that begin, by address. */
  readonly guests: RateLimit;
  /** Runs of guests, by workspace. */
  readonly guestRuns: RateLimit;

  constructor(pool: Pool, settings: RateLimitSettings) {
    this.api = perMinute(pool, 'api', settings.apiPerMinute);
    this.login = perMinute(pool, 'login', settings.loginPerMinute);
    this.webhook = settings.webhookPerMinute === 0 ? null : perMinute(pool, 'webhook', settings.webhookPerMinute);
    const each = settings.eachWebhookPerMinute ?? 0;
    this.eachWebhook = each === 0 ? null : perMinute(pool, 'each-webhook', each);
    this.mail = perHour(pool, 'mail', settings.mailPerHour);
    this.guests = perHour(pool, 'guest', settings.guestPerHour);
    this.guestRuns = perHour(pool, 'guest-run', settings.guestRunPerHour);
    this.user = settings.userPerMinute === 0 ? unlimited : leased(pool, settings.userPerMinute);
  }
}

interface LimitShape {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

function limiterOf(pool: Pool, { name, points, seconds }: LimitShape): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Whoever is over the limit already costs no more queries.
    inMemoryBlockOnConsumed: points + 1,
    clearExpiredByTimeout: true,
  });
}

function perMinute(pool: Pool, name: string, points: number): RateLimit {
  return points === 0 ? unlimited : limitOf(limiterOf(pool, { name, points, seconds: MINUTE_SECONDS }));
}

function perHour(pool: Pool, name: string, points = 0): RateLimit {
  return points === 0 ? unlimited : limitOf(limiterOf(pool, { name, points, seconds: HOUR_SECONDS }));
}

function leased(pool: Pool, points: number): RateLimit {
  const limiter = limiterOf(pool, { name: 'user', points, seconds: MINUTE_SECONDS });
  const limit = new LeasedLimit(limiter, Math.max(1, Math.floor(points * LEASED_SHARE)));
  return {
    consume: async (key) => {
      const waitMs = await limit.consume(key);
      if (waitMs > 0) throw rateLimited(waitMs / 1000);
    },
    reset: async (key) => void (await limiter.delete(key).catch(() => false)),
  };
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

/** 429, with Retry-After. */
export function rateLimited(seconds: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  return new DomainError({
    code: 'RATE_LIMITED',
    status: 429,
    message: `Too many requests. Try again in ${retryAfterSeconds} s.`,
    fault: 'transient',
    retryAfterSeconds,
  });
}
