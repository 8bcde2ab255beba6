import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Announcements } from './announcements/announcements';
import { Bell } from './bell/bell';
import { Config } from './config/config';
import { databaseConfig, loggingConfig, outboundConfig, queueConfig, rateLimitConfig } from './config/platform.config';
import { openDataSource, poolOf, sqlPoolOf, type EntityClass, type MigrationClass } from './database/data-source';
import { runMigrations } from './database/migrations';
import { SqlPool } from './database/sql-pool';
import { Transactions } from './database/transactions';
import { HealthRegistry } from './health/health-registry';
import { Logger } from './logging/logger';
import { mailConfig } from './mail/mail.config';
import { Mailer } from './mail/mailer';
import { GuardedHttp } from './outbound/guarded-http';
import { GuardedNet } from './outbound/guarded-net';
import { Queue } from './queue/queue';
import { CreateRateLimit, RateLimits } from './rate-limit/rate-limits';

/** Tables of the platform itself; `PlatformModule` runs them. */
export const platformMigrations: readonly MigrationClass[] = [CreateRateLimit];

/** What the platform needs to know about the product on it. */
export interface PlatformOptions {
  readonly config: Config;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** One that writes elsewhere; made from `LOG_LEVEL` when absent. */
  readonly logger?: Logger;
  /** Told how to end each part that was started, for when the application around it does not come up. */
  readonly onStart?: (end: () => Promise<unknown>) => void;
}

/** Ends queue, bell and pool in the order in which they depend on each other, after everything else has ended. */
class PlatformShutdown implements OnApplicationShutdown {
  readonly #queue: Queue;
  readonly #bell: Bell;
  readonly #dataSource: DataSource;
  readonly #http: GuardedHttp;
  readonly #mailer: Mailer;

  constructor(parts: { queue: Queue; bell: Bell; dataSource: DataSource; http: GuardedHttp; mailer: Mailer }) {
    this.#queue = parts.queue;
    this.#bell = parts.bell;
    this.#dataSource = parts.dataSource;
    this.#http = parts.http;
    this.#mailer = parts.mailer;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#mailer.stop();
    await this.#queue.stop();
    await this.#bell.stop();
    await this.#http.close();
    if (this.#dataSource.isInitialized) await this.#dataSource.destroy();
  }
}

async function startDatabase(options: PlatformOptions, logger: Logger): Promise<DataSource> {
  const settings = options.config.of(databaseConfig);
  const dataSource = await openDataSource({
    url: settings.DATABASE_URL,
    entities: options.entities,
    migrations: [...platformMigrations, ...options.migrations],
    poolSize: settings.DATABASE_POOL_SIZE,
    statementTimeoutMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
    connectTimeoutMs: settings.DATABASE_CONNECT_TIMEOUT_MS,
    logger,
  });
  options.onStart?.(async () => dataSource.isInitialized && dataSource.destroy());
  const done = await runMigrations(dataSource);
  if (done.length > 0) logger.info({ migrations: done }, 'the tables were brought up to date');
  return dataSource;
}

async function startBell({ config, onStart }: PlatformOptions, pool: SqlPool, logger: Logger): Promise<Bell> {
  const bell = await Bell.start({ url: config.of(databaseConfig).DATABASE_URL, pool, logger });
  onStart?.(() => bell.stop());
  return bell;
}

async function startQueue(
  { config, onStart }: PlatformOptions,
  parts: { pool: SqlPool; bell: Bell; logger: Logger },
): Promise<Queue> {
  const supervise = config.of(queueConfig).QUEUE_SUPERVISE;
  const queue = await Queue.start({ ...parts, url: config.of(databaseConfig).DATABASE_URL, supervise });
  onStart?.(() => queue.stop());
  return queue;
}

function registerHealth(pool: SqlPool, queue: Queue): HealthRegistry {
  const registry = new HealthRegistry();
  registry.register('database', async () => void (await pool.query('select 1')));
  registry.register('queue', async () => void (await pool.query('select 1 from pgboss.version')));
  registry.registerFigure('queueDepth', () => queue.depth());
  return registry;
}

function rateLimitsOf(config: Config, dataSource: DataSource): RateLimits {
  const settings = config.of(rateLimitConfig);
  return new RateLimits(poolOf(dataSource), {
    apiPerMinute: settings.RATE_LIMIT_API_PER_MINUTE,
    userPerMinute: settings.RATE_LIMIT_USER_PER_MINUTE,
    webhookPerMinute: settings.RATE_LIMIT_WEBHOOK_PER_MINUTE,
    loginPerMinute: settings.RATE_LIMIT_LOGIN_PER_MINUTE,
    eachWebhookPerMinute: settings.RATE_LIMIT_EACH_WEBHOOK_PER_MINUTE,
    mailPerHour: settings.RATE_LIMIT_MAIL_PER_HOUR,
    guestPerHour: settings.RATE_LIMIT_GUEST_PER_HOUR,
    guestRunPerHour: settings.RATE_LIMIT_GUEST_RUN_PER_HOUR,
  });
}

function mailerOf(config: Config, logger: Logger): Mailer {
  const { MAIL_URL, MAIL_FROM } = config.of(mailConfig);
  return new Mailer({ url: MAIL_URL ?? null, from: MAIL_FROM, logger });
}

function providersOf(options: PlatformOptions): Provider[] {
  const { config } = options;
  return [
    { provide: Config, useValue: config },
    { provide: Logger, useFactory: () => options.logger ?? Logger.create(config.of(loggingConfig).LOG_LEVEL) },
    { provide: DataSource, inject: [Logger], useFactory: (logger: Logger) => startDatabase(options, logger) },
    { provide: SqlPool, inject: [DataSource], useFactory: sqlPoolOf },
    {
      provide: Transactions,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new Transactions(dataSource),
    },
    {
      provide: Bell,
      inject: [SqlPool, Logger],
      useFactory: (pool: SqlPool, logger: Logger) => startBell(options, pool, logger),
    },
    {
      provide: Queue,
      inject: [SqlPool, Bell, Logger],
      useFactory: (pool: SqlPool, bell: Bell, logger: Logger) => startQueue(options, { pool, bell, logger }),
    },
    { provide: GuardedHttp, useFactory: () => new GuardedHttp({ allow: config.of(outboundConfig).OUTBOUND_ALLOW }) },
    { provide: GuardedNet, useFactory: () => new GuardedNet({ allow: config.of(outboundConfig).OUTBOUND_ALLOW }) },
    {
      provide: RateLimits,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => rateLimitsOf(config, dataSource),
    },
    { provide: Announcements, useFactory: () => new Announcements() },
    { provide: Mailer, inject: [Logger], useFactory: (logger: Logger) => mailerOf(config, logger) },
    { provide: HealthRegistry, inject: [SqlPool, Queue], useFactory: registerHealth },
    {
      provide: PlatformShutdown,
      inject: [Queue, Bell, DataSource, GuardedHttp, Mailer],
      useFactory: (...[queue, bell, dataSource, http, mailer]: [Queue, Bell, DataSource, GuardedHttp, Mailer]) =>
        new PlatformShutdown({ queue, bell, dataSource, http, mailer }),
    },
  ];
}

const shared = [
  Config,
  Logger,
  DataSource,
  SqlPool,
  Transactions,
  Bell,
  Queue,
  GuardedHttp,
  GuardedNet,
  HealthRegistry,
  RateLimits,
  Mailer,
  Announcements,
];

/** Settings, log, database, queue, bell, outgoing HTTP and health for every feature. Import once, at the top. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: PlatformModule, providers: providersOf(options), exports: shared };
  }
}
