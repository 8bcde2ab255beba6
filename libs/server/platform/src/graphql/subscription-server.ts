import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Optional, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Context, type ServerOptions } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { Config } from '../config/config';
import { httpConfig } from '../config/platform.config';
import { isAllowedOrigin } from '../http/allowed-origin';
import { Logger } from '../logging/logger';
import { formatGraphqlError } from './graphql-errors';
import { SocketCounts } from './socket-counts';
import { SubscriptionAuthenticator, type SocketIdentity } from './subscription-authenticator';
import { checkSubscription } from './subscription-check';

const PATH = '/graphql';
const MAX_PAYLOAD_BYTES = 64 * 1024;
const INIT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 12_000;
/** A client that reads slower than this much of what it asked for is cut off; it can catch up after reconnecting. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const MAX_SUBSCRIPTIONS_PER_SOCKET = 50;

interface Extra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  identity?: SocketIdentity;
  expiry?: NodeJS.Timeout;
}

type SocketContext = Context<Record<string, unknown>, Extra>;

/** Subscriptions over WebSocket (graphql-transport-ws), with the same limits as HTTP; queries and mutations are refused here. */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD_BYTES,
    handleProtocols: chosenProtocol,
  });
  readonly #counts = new SocketCounts();
  readonly #admitted = new Map<WebSocket, SocketIdentity>();
  #protocol: ReturnType<typeof makeServer<Record<string, unknown>, Extra>> | null = null;
  #http: Server | null = null;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly config: Config,
    private readonly logger: Logger,
    @Optional() private readonly authenticator?: SubscriptionAuthenticator,
  ) {}

  onApplicationBootstrap(): void {
    this.#protocol = makeServer(this.#options());
    this.#http = this.adapterHost.httpAdapter.getHttpServer() as Server;
    this.#http.on('upgrade', this.#onUpgrade);
    this.#sockets.on('connection', (socket, request) => this.#open(socket, request));
  }

  /** Tells clients to come back elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#http?.off('upgrade', this.#onUpgrade);
    for (const socket of this.#sockets.clients) socket.close(1001, 'Going away');
    const closed = new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
    const impatient = setTimeout(() => this.#sockets.clients.forEach((socket) => socket.terminate()), 2_000);
    await closed;
    clearTimeout(impatient);
  }

  /** Sockets that are open now. */
  get size(): number {
    return this.#sockets.clients.size;
  }

  /** Who has sockets open in this process. */
  identities(): readonly SocketIdentity[] {
    return [...this.#admitted].flatMap(([socket, identity]) => (socket.readyState === socket.OPEN ? [identity] : []));
  }

  /** Closes, with 4403, the sockets of those whose rights are no longer what they were when they connected. */
  close(isOver: (identity: SocketIdentity) => boolean): void {
    for (const [socket, identity] of this.#admitted) {
      if (isOver(identity)) socket.close(CloseCode.Forbidden, 'Signed out, or other rights: connect again');
    }
  }

  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== PATH) return refuseUpgrade(socket, '404 Not Found');
    if (!isAllowedOrigin(request.headers, this.config.of(httpConfig).ALLOWED_ORIGINS))
      return refuseUpgrade(socket, '403 Forbidden');
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#sockets.emit('connection', opened, request));
  };

  #open(socket: WebSocket, request: IncomingMessage): void {
    const extra: Extra = { socket, request };
    socket.on('error', (error) => this.logger.debug({ error }, 'a WebSocket broke'));
    const stopPings = keepAlive(socket);
    const closed = this.#protocol?.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) => socket.on('message', (data) => void this.#receive(socket, () => handle(String(data)))),
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      stopPings();
      if (extra.expiry) clearTimeout(extra.expiry);
      if (extra.identity) this.#counts.leave(extra.identity.userId);
      this.#admitted.delete(socket);
      void closed?.(code, String(reason));
    });
  }

  async #receive(socket: WebSocket, handle: () => Promise<void>): Promise<void> {
    try {
      await handle();
    } catch (error) {
      this.logger.error({ error }, 'a message on a WebSocket could not be handled');
      socket.close(CloseCode.InternalServerError, 'Internal error');
    }
  }

  #options(): ServerOptions<Record<string, unknown>, Extra> {
    const isProduction = this.config.of(httpConfig).NODE_ENV === 'production';
    const { schema } = this.schemaHost;
    const shown = { logger: this.logger, hidesSuggestions: isProduction };
    return {
      schema,
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onConnect: (context) => this.#admit(context),
      onSubscribe: (context, _id, payload) => {
        const subscriptions = Object.keys(context.subscriptions).length;
        return checkSubscription(schema, payload, {
          introspection: !isProduction,
          isFull: subscriptions > MAX_SUBSCRIPTIONS_PER_SOCKET,
          contextValue: { req: context.extra.request, isSocket: true, actor: context.extra.identity?.actor },
        });
      },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => formatGraphqlError(error.toJSON(), error, shown)),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors
          ? { ...result, errors: result.errors.map((error) => formatGraphqlError(error.toJSON(), error, shown)) }
          : undefined,
    };
  }

  /** False closes the socket with 4403. */
  async #admit({ connectionParams, extra }: SocketContext): Promise<boolean> {
    const identity = await this.authenticator?.authenticate(connectionParams ?? {}, extra.request);
    if (!identity || extra.socket.readyState !== extra.socket.OPEN) return false;
    const leftMs = identity.expiresAtMs - Date.now();
    if (leftMs <= 0 || !this.#counts.enter(identity.userId)) return false;
    extra.identity = identity;
    this.#admitted.set(extra.socket, identity);
    // What ended the rights while they were looked up was told before anybody here could hear of it: look again.
    const current = await this.authenticator?.authenticate(connectionParams ?? {}, extra.request);
    if (!current || extra.socket.readyState !== extra.socket.OPEN) return false;
    extra.identity = current;
    this.#admitted.set(extra.socket, current);
    // Timers hold 2^31 ms at most; longer tokens are looked at again when the client reconnects.
    const close = (): void => extra.socket.close(CloseCode.Forbidden, 'The token has expired');
    extra.expiry = setTimeout(close, Math.min(leftMs, 2 ** 31 - 1)).unref();
    return true;
  }
}

function chosenProtocol(offered: Set<string>): string | false {
  return offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
    socket.terminate();
    return Promise.resolve();
  }
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, KEEP_ALIVE_MS).unref();
  return () => clearInterval(timer);
}
