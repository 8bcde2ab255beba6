import { PgBoss, type Db, type JobInsert, type Queue as BossQueue } from 'pg-boss';
import type { Bell } from '../bell/bell';
import { withMigrationLock } from '../database/migrations';
import type { SqlClient, SqlPool } from '../database/sql-pool';
import type { Logger } from '../logging/logger';
import type { Job, QueueDefinition } from './queue-definition';

/** What a queue is made of. */
export interface QueueStart {
  readonly url: string;
  readonly pool: SqlPool;
  readonly bell: Bell;
  readonly logger: Logger;
  readonly queues?: readonly QueueDefinition[];
  /** Whether this process looks after expired jobs and old rows; true when absent. */
  readonly supervise?: boolean;
}

/** How a job is sent. */
export interface SendOptions {
  /** Sends when the transaction of this client commits. */
  readonly client?: SqlClient;
  readonly startAfter?: Date;
  /** Higher goes first; 0 when absent. */
  readonly priority?: number;
  readonly singletonKey?: string;
}

/** One of many jobs. */
export interface JobToSend<T extends object> {
  readonly data: T;
  readonly priority?: number;
  readonly startAfter?: Date;
  readonly singletonKey?: string;
}

/** How jobs are worked off. */
export interface WorkOptions {
  /** Jobs that one call of the handler gets at most; 20 when absent. */
  readonly batchSize?: number;
  /** Handlers that run at the same time; 1 when absent. */
  readonly concurrency?: number;
  /** Seconds between looks when nothing wakes the worker; 2 when absent, 0.5 at least. */
  readonly pollingSeconds?: number;
}

const adapterOf = (client: SqlClient): Db => ({ executeSql: (text, values) => client.query(text, values) });

function bossQueueOf({ options }: QueueDefinition): Omit<BossQueue, 'name'> {
  return {
    policy: options.policy ?? 'standard',
    retryLimit: options.retryLimit ?? 1_000_000,
    retryDelay: options.retryDelaySeconds ?? 0,
    retryBackoff: options.retryBackoff ?? false,
    ...(options.retryDelayMaxSeconds === undefined ? {} : { retryDelayMax: options.retryDelayMaxSeconds }),
    expireInSeconds: options.expireInSeconds ?? 60,
    retentionSeconds: options.retentionSeconds ?? 14 * 24 * 3600,
    deleteAfterSeconds: 3600,
    ...(options.deadLetter === undefined ? {} : { deadLetter: options.deadLetter }),
    notify: options.notify ?? true,
  };
}

/** The only queue of the product: pg-boss on the shared pool. A job is a hint to look at a row; losing or repeating one is harmless. */
export class Queue {
  readonly #boss: PgBoss;
  readonly #pool: SqlPool;
  readonly #registered = new Set<string>();

  private constructor(boss: PgBoss, pool: SqlPool) {
    this.#boss = boss;
    this.#pool = pool;
  }

  /** Installs or updates the queue tables under the migration lock and makes the given queues. */
  static async start({ url, pool, bell, logger, queues = [], supervise = true }: QueueStart): Promise<Queue> {
    const boss = new PgBoss({
      db: {
        ...adapterOf(pool),
        listen: (channel, notify, reconnected) => listenThrough(bell, channel, { notify, reconnected }),
      },
      useListenNotify: true,
      schedule: false,
      supervise,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
    });
    // An `error` event that nobody hears would end the process.
    boss.on('error', (error) => logger.warn({ error }, 'the queue reports a problem'));
    boss.on('warning', (warning) => logger.debug({ warning }, 'the queue gives a warning'));
    const queue = new Queue(boss, pool);
    await withMigrationLock(url, async () => {
      await boss.start();
      await queue.register(queues);
    });
    return queue;
  }

  /** Makes the queues that are not there yet and brings the settings of the others up to date. */
  async register(queues: readonly QueueDefinition[]): Promise<void> {
    for (const queue of queues) {
      if (this.#registered.has(queue.name)) continue;
      await this.#create(queue);
      this.#registered.add(queue.name);
    }
  }

  async #create(queue: QueueDefinition): Promise<void> {
    const wanted = bossQueueOf(queue);
    if (await this.#boss.getQueue(queue.name)) {
      const { policy: _policy, ...changeable } = wanted;
      return this.#boss.updateQueue(queue.name, changeable);
    }
    await this.#boss.createQueue(queue.name, wanted);
  }

  /** Sends one job. With a `singletonKey` and a policy that excludes repeats, a repeat is dropped silently. */
  async send<T extends object>(queue: QueueDefinition<T>, data: T, options: SendOptions = {}): Promise<void> {
    const { client, ...job } = options;
    await this.sendMany(queue, [{ data, ...job }], client ? { client } : {});
  }

  /** Sends many jobs with one statement. */
  async sendMany<T extends object>(
    queue: QueueDefinition<T>,
    items: readonly JobToSend<T>[],
    options: { client?: SqlClient } = {},
  ): Promise<void> {
    if (items.length === 0) return;
    const jobs: JobInsert[] = items.map(({ data, priority, startAfter, singletonKey }) => ({
      data,
      ...(priority === undefined ? {} : { priority }),
      ...(startAfter === undefined ? {} : { startAfter }),
      ...(singletonKey === undefined ? {} : { singletonKey }),
    }));
    await this.#boss.insert(queue.name, jobs, {
      returnId: false,
      ...(options.client ? { db: adapterOf(options.client) } : {}),
    });
  }

  /** Takes up to `batchSize` jobs that are due, the most urgent ones, in no order among themselves. They come again when they are not completed in time. */
  async fetch<T extends object>(queue: QueueDefinition<T>, options: { batchSize: number }): Promise<Job<T>[]> {
    return this.#boss.fetch<T>(queue.name, { batchSize: options.batchSize });
  }

  /** Deletes jobs that are done. With the jobs themselves, only while they have not been handed out again. */
  async complete<T extends object>(
    queue: QueueDefinition<T>,
    jobs: readonly string[] | readonly Pick<Job<T>, 'id' | 'retryCount'>[],
    options: { client?: SqlClient } = {},
  ): Promise<void> {
    if (jobs.length === 0) return;
    const db = options.client ? { db: adapterOf(options.client) } : {};
    const isIds = (list: typeof jobs): list is readonly string[] => typeof list[0] === 'string';
    if (isIds(jobs)) await this.#boss.deleteJob(queue.name, [...jobs], db);
    else
      await this.#boss.deleteJob(
        queue.name,
        jobs.map(({ id, retryCount }) => ({ id, retryCount })),
        db,
      );
  }

  /** Gives jobs back because they failed; they come again as the queue's retry settings say. */
  async fail<T extends object>(
    queue: QueueDefinition<T>,
    jobs: readonly Pick<Job<T>, 'id' | 'retryCount'>[],
    reason: string,
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.#boss.fail(
      queue.name,
      jobs.map(({ id, retryCount }) => ({ id, retryCount })),
      { reason },
    );
  }

  /** Calls `handler` with jobs as they come; when it throws, its jobs come again. Returns a function that stops it after the running ones. */
  async work<T extends object>(
    queue: QueueDefinition<T>,
    options: WorkOptions,
    handler: (jobs: Job<T>[]) => Promise<void>,
  ): Promise<() => Promise<void>> {
    const pollingSeconds = options.pollingSeconds ?? 2;
    const id = await this.#boss.work<T>(
      queue.name,
      {
        batchSize: options.batchSize ?? 20,
        localConcurrency: options.concurrency ?? 1,
        pollingIntervalSeconds: pollingSeconds,
        notifyPollingIntervalSeconds: pollingSeconds,
        burstWhenBatchFull: true,
      },
      (jobs) => handler(jobs),
    );
    return () => this.#boss.offWork(queue.name, { id, wait: true });
  }

  /** Jobs that wait to be taken or are being worked on, by queue. Queues that are empty are listed with 0. */
  async depth(): Promise<Record<string, number>> {
    const { rows } = await this.#pool.query<{ name: string; depth: number }>(
      `select q.name, count(j.id)::int as depth
         from pgboss.queue q left join pgboss.job j on j.name = q.name and j.state < 'completed'
        where q.name not like '\\_\\_pgboss\\_\\_%' group by q.name order by q.name`,
    );
    return Object.fromEntries(rows.map(({ name, depth }) => [name, depth]));
  }

  /** Lets running handlers finish, at most 25 s. Call before the pool is closed. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 25_000 });
  }
}

function listenThrough(
  bell: Bell,
  channel: string,
  { notify, reconnected }: { notify: (payload: string) => void; reconnected: () => void },
): Promise<{ close: () => Promise<void> }> {
  const stops = [bell.on(channel, notify), bell.onReconnect(reconnected)];
  return bell.listening(channel).then(() => ({
    close: async () => {
      for (const stop of stops) stop();
    },
  }));
}
