import { Bell, SqlPool } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { webhookPathOf } from './webhook-path';
import { WEBHOOK_COLUMNS, type WebhookRecord } from './webhook-record';

/** Rung with the id of the workflow in the transaction that changes its webhooks; every process then forgets what it knew. */
export const WEBHOOK_CHANNEL = 'millrace_webhook';

const MAX_ENTRIES = 10_000;
/** Milliseconds that "there is no such webhook" is believed. */
const ABSENT_FOR_MS = 2_000;
/** Milliseconds that a transaction of this process which changes webhooks is waited for; the bell ends the waiting. */
const CHANGE_WITHIN_MS = 10_000;

type Found = readonly WebhookRecord[];

/** Finds live webhooks by address without a query per call. Nothing is kept while the bell cannot be heard. */
@Injectable()
export class WebhookRegistry implements OnModuleInit, OnModuleDestroy {
  readonly #live = new Map<string, Found>();
  /** Addresses without a webhook, apart so that strangers who try addresses push no real one out. */
  readonly #absentUntilMs = new Map<string, number>();
  readonly #looking = new Map<string, Promise<Found>>();
  readonly #changingUntilMs = new Map<string, number>();
  #stops: (() => void)[] = [];
  #isListening = false;
  /** Grows when everything is forgotten, so that a query that began before cannot put old facts back. */
  #era = 0;

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
  ) {}

  onModuleInit(): void {
    const onChange = (workflowId: string): void => {
      this.#changingUntilMs.delete(workflowId);
      this.forget();
    };
    this.#stops = [this.bell.on(WEBHOOK_CHANNEL, onChange), this.bell.onReconnect(() => this.forget())];
    void this.bell.listening(WEBHOOK_CHANNEL).then(() => {
      this.#isListening = true;
    });
  }

  onModuleDestroy(): void {
    for (const stop of this.#stops) stop();
  }

  /** The live webhook at `/hooks/<path>`. */
  async byPath(path: string): Promise<WebhookRecord | undefined> {
    const known = webhookPathOf(path);
    if (known === undefined) return undefined;
    // Index: webhook_live_path
    const found = await this.#find(`path:${known}`, 'path = $1', known);
    return found[0];
  }

  /** The live webhooks of a workflow, oldest first. */
  byWorkflow(workflowId: string): Promise<Found> {
    // Index: webhook_node
    return this.#find(`workflow:${workflowId.toLowerCase()}`, 'workflow_id = $1', workflowId);
  }

  forget(): void {
    this.#era += 1;
    this.#live.clear();
    this.#absentUntilMs.clear();
    this.#looking.clear();
  }

  /** Says that a transaction of this process is about to change webhooks: whoever publishes and then calls meets the new ones. */
  expectChange(workflowId: string): void {
    this.#changingUntilMs.set(workflowId, performance.now() + CHANGE_WITHIN_MS);
    this.forget();
  }

  async #find(key: string, where: string, value: string): Promise<Found> {
    if (!this.#mayRemember()) return this.#read(where, value);
    const known = this.#live.get(key) ?? this.#looking.get(key);
    if (known) return known;
    if ((this.#absentUntilMs.get(key) ?? 0) > performance.now()) return [];
    return this.#look(key, where, value);
  }

  #mayRemember(): boolean {
    const canHear = this.#isListening && this.bell.isConnected;
    if (!canHear && this.#live.size + this.#looking.size > 0) this.forget();
    const nowMs = performance.now();
    for (const [id, untilMs] of this.#changingUntilMs) if (untilMs <= nowMs) this.#changingUntilMs.delete(id);
    return canHear && this.#changingUntilMs.size === 0;
  }

  /** Calls that come while the first one looks share its query. */
  #look(key: string, where: string, value: string): Promise<Found> {
    const era = this.#era;
    const looking = this.#read(where, value).then(
      (found) => {
        if (era === this.#era) this.#remember(key, found);
        return found;
      },
      (error: unknown) => {
        if (this.#looking.get(key) === looking) this.#looking.delete(key);
        throw error;
      },
    );
    this.#looking.set(key, looking);
    return looking;
  }

  async #read(where: string, value: string): Promise<Found> {
    const { rows } = await this.pool.query<WebhookRecord>(
      `select ${WEBHOOK_COLUMNS} from webhook where live and not disabled and ${where} order by id`,
      [value],
    );
    return rows;
  }

  #remember(key: string, webhooks: Found): void {
    this.#looking.delete(key);
    if (webhooks.length > 0) bounded(this.#live).set(key, webhooks);
    else bounded(this.#absentUntilMs).set(key, performance.now() + ABSENT_FOR_MS);
  }
}

function bounded<V>(map: Map<string, V>): Map<string, V> {
  if (map.size >= MAX_ENTRIES) map.clear();
  return map;
}
