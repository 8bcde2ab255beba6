import { Bell, SqlPool } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { WEBHOOK_COLUMNS, type WebhookRecord } from './webhook-record';

/** Rung in the transaction that changes webhooks; every process then forgets what it knew of them. */
export const WEBHOOK_CHANNEL = 'millrace_webhook';

const MAX_ENTRIES = 10_000;
/** Milliseconds that "there is no such webhook" is believed. */
const ABSENT_FOR_MS = 2_000;

interface Entry {
  readonly webhooks: readonly WebhookRecord[];
  readonly untilMs: number;
}

/** Finds live webhooks by address without a query per call. */
@Injectable()
export class WebhookRegistry implements OnModuleInit, OnModuleDestroy {
  readonly #entries = new Map<string, Entry>();
  #stops: (() => void)[] = [];
  /** Grows when everything is forgotten, so that a query that began before cannot put old facts back. */
  #era = 0;

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
  ) {}

  onModuleInit(): void {
    const forget = (): void => this.forget();
    this.#stops = [this.bell.on(WEBHOOK_CHANNEL, forget), this.bell.onReconnect(forget)];
  }

  onModuleDestroy(): void {
    for (const stop of this.#stops) stop();
  }

  /** The live webhook at `/hooks/<path>`. */
  async byPath(path: string): Promise<WebhookRecord | undefined> {
    // Index: webhook_live_path
    const found = await this.#find(`path:${path}`, 'path = $1', path);
    return found[0];
  }

  /** The live webhooks of a workflow, oldest first. */
  byWorkflow(workflowId: string): Promise<readonly WebhookRecord[]> {
    // Index: webhook_node
    return this.#find(`workflow:${workflowId}`, 'workflow_id = $1', workflowId);
  }

  forget(): void {
    this.#era += 1;
    this.#entries.clear();
  }

  async #find(key: string, where: string, value: string): Promise<readonly WebhookRecord[]> {
    const known = this.#entries.get(key);
    if (known && known.untilMs > performance.now()) return known.webhooks;
    const era = this.#era;
    const { rows } = await this.pool.query<WebhookRecord>(
      `select ${WEBHOOK_COLUMNS} from webhook where live and ${where} order by id`,
      [value],
    );
    if (era === this.#era) this.#remember(key, rows);
    return rows;
  }

  #remember(key: string, webhooks: readonly WebhookRecord[]): void {
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    this.#entries.set(key, { webhooks, untilMs: webhooks.length ? Infinity : performance.now() + ABSENT_FOR_MS });
  }
}
