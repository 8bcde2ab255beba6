import { inject, Injectable } from '@angular/core';
import type { Client, ExecutionResult, Sink, SubscribePayload } from 'graphql-ws/client';
import { Connection } from '../connection/connection';
import { apiErrorOf } from '../errors/api-error';
import { BROWSER } from '../http/browser';
import { GRAPHQL_PATH } from '../http/graphql-calls';
import { Session } from '../session/session';

type Library = typeof import('graphql-ws/client');

const PING_MS = 20_000;
const PONG_MS = 5_000;
const LAZY_CLOSE_MS = 5_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 8_000;
/** The server closes a socket whose token has ended: nothing is wrong with the connection then. */
const TOKEN_ENDED = 4403;
const NORMAL = 1000;

/**
 * The WebSocket for subscriptions: opened when the first one begins, with the token of the session, again and again. Its library is
 * loaded then, too: no page needs it to be drawn.
 */
@Injectable({ providedIn: 'root' })
export class LiveSocket {
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  private readonly browser = inject(BROWSER);
  private open: Client | null = null;
  private token = '';
  private cancelPong: (() => void) | null = null;

  constructor() {
    this.session.onEnd(() => this.close());
  }

  /** Subscribes; the answer ends that, also before it has begun. */
  subscribe<D>(request: SubscribePayload, sink: Sink<ExecutionResult<D>>): () => void {
    if (this.open) return this.open.subscribe<D>(request, sink);
    let end: (() => void) | undefined;
    let isWanted = true;
    void this.library(() => isWanted).then((library) => {
      if (!library || !isWanted) return;
      this.open ??= this.create(library);
      end = this.open.subscribe<D>(request, sink);
    });
    return () => {
      isWanted = false;
      end?.();
    };
  }

  /** Tried again and again like a connection; undefined when nobody wants it any more. */
  private async library(isWanted: () => boolean): Promise<Library | undefined> {
    for (let tries = 0; isWanted(); tries += 1) {
      try {
        return await import('graphql-ws/client');
      } catch {
        this.connection.lost();
        await this.pause(tries);
      }
    }
    return undefined;
  }

  private close(): void {
    // It rejects when the socket was just being opened and the server refused it: it is closed then, too.
    Promise.resolve(this.open?.dispose()).catch(() => undefined);
    this.open = null;
  }

  private create({ createClient }: Library): Client {
    return createClient({
      url: () => this.address(),
      connectionParams: () => ({ authorization: `Bearer ${this.token}` }),
      lazyCloseTimeout: LAZY_CLOSE_MS,
      keepAlive: PING_MS,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (retries) => this.pause(retries),
      on: {
        connected: () => this.connection.opened(),
        closed: (event) => this.hearClose((event as CloseEvent).code),
        ping: (wasReceived) => !wasReceived && this.expectPong(),
        pong: (wasReceived) => wasReceived && this.cancelPong?.(),
      },
    });
  }

  /** Never rejects: graphql-ws would wait for ever. Without a token the server refuses, and it is tried again. */
  private async address(): Promise<string> {
    this.token = await this.session.accessToken().catch((error: unknown) => {
      if (apiErrorOf(error).isTransient) this.connection.lost();
      return '';
    });
    return this.browser.socketUrl(GRAPHQL_PATH);
  }

  private hearClose(code: number): void {
    this.cancelPong?.();
    if (code !== NORMAL && code !== TOKEN_ENDED) this.connection.lost();
  }

  private expectPong(): void {
    this.cancelPong?.();
    this.cancelPong = this.browser.after(PONG_MS, () => this.open?.terminate());
  }

  private pause(retries: number): Promise<void> {
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** retries, LAST_RETRY_MS) * (0.75 + Math.random() / 2);
    return new Promise((resolve) => this.browser.after(delayMs, resolve));
  }
}
