import { Client, escapeIdentifier } from 'pg';
import type { SqlClient, SqlPool } from '../database/sql-pool';
import type { Logger } from '../logging/logger';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const HEARTBEAT_MS = 10_000;
/** Postgres refuses payloads of 8,000 bytes. */
const MAX_PAYLOAD_BYTES = 7_900;

type Listener = (payload: string) => void;

/** What a bell is made of. */
export interface BellOptions {
  readonly url: string;
  readonly pool: SqlPool;
  readonly logger: Logger;
  /** How often the connection is tried out; 10_000 when absent. */
  readonly heartbeatMs?: number;
}

/**
 * Notices between processes through Postgres. A notice is only a hint that there is something to read: those sent while
 * the connection is down are lost, so listeners that depend on them also use `onReconnect` to read what they missed.
 */
export class Bell {
  readonly #options: BellOptions;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #reconnectListeners = new Set<() => void>();
  #client: Client | null = null;
  #listening = new Set<string>();
  #waiters: { channel: string; resolve: () => void }[] = [];
  #heartbeat: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #attempts = 0;
  #isStopped = false;
  #wasConnected = false;
  /** pg clients take one statement at a time. */
  #lastStatement: Promise<unknown> = Promise.resolve();

  constructor(options: BellOptions) {
    this.#options = options;
  }

  /** Makes a bell and waits for its first connection. @throws when Postgres cannot be reached */
  static async start(options: BellOptions): Promise<Bell> {
    const bell = new Bell(options);
    await bell.#connect();
    return bell;
  }

  /** Sends a notice; with `client`, when its transaction commits. @throws Error when the payload is over 7,900 bytes */
  async ring(channel: string, payload: string, client?: SqlClient): Promise<void> {
    if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) {
      throw new Error(`A notice holds at most ${MAX_PAYLOAD_BYTES} bytes: send ids, not data`);
    }
    await (client ?? this.#options.pool).query('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Calls `listener` for every notice on `channel` until the returned function is called. */
  on(channel: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    this.#subscribe(channel);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(channel) === listeners) this.#unsubscribe(channel);
    };
  }

  /** Calls `listener` each time listening starts again after an interruption, until the returned function is called. */
  onReconnect(listener: () => void): () => void {
    this.#reconnectListeners.add(listener);
    return () => void this.#reconnectListeners.delete(listener);
  }

  /** Resolves when Postgres has confirmed that notices on `channel` arrive here. */
  listening(channel: string): Promise<void> {
    if (this.#listening.has(channel)) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ channel, resolve }));
  }

  /** Whether the connection is up. */
  get isConnected(): boolean {
    return this.#client !== null;
  }

  /** Closes the connection for good. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#forget();
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#options.url,
      application_name: 'millrace-bell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect().catch(async (error: unknown) => {
      await client.end().catch(() => undefined);
      throw error;
    });
    if (this.#isStopped) return client.end();
    client.on('notification', ({ channel, payload }) => this.#deliver(channel, payload ?? ''));
    client.on('end', () => this.#lost(client));
    client.on('error', () => this.#lost(client));
    this.#client = client;
    this.#heartbeat = setInterval(() => this.#check(client), this.#options.heartbeatMs ?? HEARTBEAT_MS).unref();
    await Promise.all([...this.#listeners.keys()].map((channel) => this.#listen(client, channel)));
    this.#attempts = 0;
    if (this.#wasConnected) this.#announceReconnection();
    this.#wasConnected = true;
  }

  #announceReconnection(): void {
    this.#options.logger.info({}, 'listening for notices again');
    for (const listener of this.#reconnectListeners) this.#callSafely(listener);
  }

  async #listen(client: Client, channel: string): Promise<void> {
    const listeners = this.#listeners.get(channel);
    await this.#say(client, `listen ${escapeIdentifier(channel)}`);
    // Whoever stopped and began again meanwhile is told by its own statement, which comes after the one that stopped.
    if (this.#client !== client || !listeners || this.#listeners.get(channel) !== listeners) return;
    this.#listening.add(channel);
    const ready = this.#waiters.filter((waiter) => waiter.channel === channel);
    this.#waiters = this.#waiters.filter((waiter) => waiter.channel !== channel);
    for (const { resolve } of ready) resolve();
  }

  #say(client: Client, statement: string): Promise<unknown> {
    const said = this.#lastStatement.then(() => client.query(statement));
    this.#lastStatement = said.catch(() => undefined);
    return said;
  }

  #subscribe(channel: string): void {
    const client = this.#client;
    if (!client || this.#listening.has(channel)) return;
    this.#listen(client, channel).catch(() => this.#lost(client));
  }

  #unsubscribe(channel: string): void {
    const client = this.#client;
    this.#listeners.delete(channel);
    this.#listening.delete(channel);
    if (client) this.#say(client, `unlisten ${escapeIdentifier(channel)}`).catch(() => this.#lost(client));
  }

  #deliver(channel: string, payload: string): void {
    for (const listener of this.#listeners.get(channel) ?? []) this.#callSafely(() => listener(payload));
  }

  #callSafely(fn: () => void): void {
    try {
      fn();
    } catch (error) {
      this.#options.logger.error({ error }, 'a listener for notices failed');
    }
  }

  /** A connection can be dead without saying so; a query that nobody answers finds out. */
  #check(client: Client): void {
    const timeout = setTimeout(() => this.#lost(client), this.#options.heartbeatMs ?? HEARTBEAT_MS).unref();
    this.#say(client, 'select 1')
      .catch(() => this.#lost(client))
      .finally(() => clearTimeout(timeout));
  }

  #forget(): void {
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    this.#client = null;
    this.#listening = new Set();
    this.#lastStatement = Promise.resolve();
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#forget();
    void client.end().catch(() => undefined);
    if (this.#isStopped) return;
    this.#options.logger.warn({}, 'the connection that listens for notices broke');
    this.#reconnectLater();
  }

  #reconnectLater(): void {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#attempts++) * (0.5 + Math.random() / 2);
    this.#retry = setTimeout(() => {
      this.#connect().catch((error: unknown) => {
        if (this.#isStopped) return;
        this.#options.logger.debug({ error }, 'cannot listen for notices yet');
        this.#forget();
        this.#reconnectLater();
      });
    }, pauseMs).unref();
  }
}
