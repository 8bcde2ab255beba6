import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** One call that reached the canary. */
export interface Hit {
  readonly path: string;
  readonly idempotencyKey: string;
  readonly atMs: number;
}

/** The outside world of the tests: counts what reaches it, and answers when and how the test says. */
export class Canary {
  readonly hits: Hit[] = [];
  #held: ServerResponse[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.#take(request, response));
  }

  static async start(): Promise<Canary> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Canary(server);
  }

  /** `/now` answers at once, `/after/<ms>` later, `/hold` when `release` is called, `/status/<code>` with that status. */
  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}${path}`;
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    request.resume();
    this.hits.push({ path, idempotencyKey: String(request.headers['idempotency-key'] ?? ''), atMs: Date.now() });
    const [, kind, figure] = path.split('/');
    if (kind === 'hold') this.#held.push(response);
    else if (kind === 'after') setTimeout(() => answer(response, 200), Number(figure));
    else answer(response, kind === 'status' ? Number(figure) : 200);
  }

  /** Answers every call that is being held. */
  release(): void {
    for (const response of this.#held.splice(0)) answer(response, 200);
  }

  hitsOf(path: string): Hit[] {
    return this.hits.filter((hit) => hit.path === path);
  }

  async stop(): Promise<void> {
    this.release();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end('{"ok":true}');
}
