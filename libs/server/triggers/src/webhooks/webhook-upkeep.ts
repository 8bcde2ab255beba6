import { NodeError } from '@millrace/node-sdk';
import { CREDENTIAL_CHANGED_BELL } from '@millrace/server-credentials';
import { Bell, DomainError, Logger, Queue, SqlPool, type Job } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { KeepWebhook } from './keep-webhook';
import { WebhookKeys } from './webhook-keys';
import { webhookUpkeepQueue, type WebhookUpkeepJob } from './webhook-upkeep.queue';

/** Times that a job is tried which fails because of an error of ours. */
const MAX_TRIES = 5;

/** Looks after webhooks in a worker. Call `start`; `stop` before the database goes. */
@Injectable()
export class WebhookUpkeep {
  #stops: (() => void)[] = [];
  #stopWork: (() => Promise<void>) | undefined;
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly keeping: KeepWebhook,
    private readonly keys: WebhookKeys,
  ) {}

  /** Takes jobs from now on, and looks for what changed while nobody listened. */
  async start(): Promise<void> {
    this.#stopWork = await this.queue.work(webhookUpkeepQueue, { batchSize: 1, concurrency: 2 }, (jobs) =>
      this.#perform(jobs),
    );
    this.#stops = [
      this.bell.on(CREDENTIAL_CHANGED_BELL, (id) => this.#later(() => this.#ask(OF_CREDENTIAL, [id]))),
      this.bell.onReconnect(() => this.#later(() => this.#askOutdated())),
    ];
    await this.bell.listening(CREDENTIAL_CHANGED_BELL);
    await this.#askOutdated();
  }

  /** Ends what is under way and takes no more. */
  async stop(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    await Promise.all(this.#running);
    await this.#stopWork?.();
    this.#stopWork = undefined;
  }

  async #perform(jobs: readonly Job<WebhookUpkeepJob>[]): Promise<void> {
    for (const { data, retryCount } of jobs) {
      try {
        await this.keeping.keep(data.webhookId);
      } catch (error) {
        const mayPass = error instanceof NodeError || (error instanceof DomainError && error.fault === 'transient');
        if (mayPass || retryCount < MAX_TRIES) throw error;
        this.logger.error({ error, webhookId: data.webhookId }, 'a webhook could not be looked after and is given up');
      }
    }
  }

  /** Those whose secret changed since it was read, and those sealed with another key of the instance. */
  #askOutdated(): Promise<void> {
    return this.#ask(OUTDATED, [this.keys.name]);
  }

  async #ask(query: string, values: readonly string[]): Promise<void> {
    const { rows } = await this.pool.query<WebhookUpkeepJob>(query, [...values]);
    await this.queue.sendMany(
      webhookUpkeepQueue,
      rows.map((data) => ({ data })),
    );
  }

  #later(task: () => Promise<void>): void {
    const running: Promise<void> = task()
      .catch((error: unknown) => this.logger.warn({ error }, 'changed secrets of webhooks could not be looked for'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}

/** Index: webhook_credential. */
const OF_CREDENTIAL = `
  select id as "webhookId" from webhook where live and credential_id is not null and credential_id::text = $1`;

/** Indexes: webhook_credential, credential_pkey. */
const OUTDATED = `
  select w.id as "webhookId" from webhook w left join credential c on c.id = w.credential_id
   where w.live and w.credential_id is not null
     and (w.sealed_with is distinct from $1 or w.sealed_at < coalesce(c.values_at, c.created_at, 'infinity'))`;
