import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that reached the outside world. */
export interface Hit {
  /** Idempotency key of the call. */
  readonly key: string;
  readonly route: string;
  readonly atMs: number;
  readonly status: number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly afterMs?: number;
}

/** The outside world: answers by rules that depend only on the call, and remembers who called. */
export class Canary {
  readonly hits: Hit[] = [];
  readonly #counts = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    private readonly secret: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.#take(request, response));
  }

  /** `secret` is the bearer token that calls to `/secret` must show. */
  static async start(secret: string): Promise<Canary> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Canary(server, secret);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // Who called went away in the middle of its call: nothing was asked for.
      return;
    }
    const key = String(request.headers['idempotency-key'] ?? '');
    const route = request.url ?? '';
    const { n } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { n?: number };
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    const { status, body, afterMs } = this.#answer(route, Number(n), count, request.headers.authorization);
    this.hits.push({ key, route, atMs: Date.now(), status });
    if (afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, afterMs));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  /**
   * `/add/<d>` gives n + d; `/slow/<ms>/<d>` the same later; `/flaky/<times>/<d>` after so many failures of the key;
   * `/secret/<d>` when the token is right; `/odd` refuses even numbers; `/refuse` refuses all.
   */
  #answer(route: string, n: number, count: number, authorization = ''): Answer {
    const [, kind, first = '', second = ''] = route.split('/');
    const sum = (by: string): unknown => ({ n: n + Number(by) });
    switch (kind) {
      case 'add':
        return { status: 200, body: sum(first) };
      case 'slow':
        return { status: 200, body: sum(second), afterMs: Number(first) };
      case 'flaky':
        return count <= Number(first) ? { status: 503, body: {} } : { status: 200, body: sum(second) };
      case 'secret': {
        const isRight = authorization === `Bearer ${this.secret}`;
        return isRight ? { status: 200, body: sum(first) } : { status: 401, body: {} };
      }
      case 'odd':
        return n % 2 === 1 ? { status: 200, body: sum('0') } : { status: 422, body: {} };
      default:
        return { status: 422, body: { error: 'refused' } };
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
