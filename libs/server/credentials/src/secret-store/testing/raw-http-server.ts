import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request: an answer, silence, or an end of the connection. */
export type RawAnswer =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | 'hang'
  | 'reset';

/** Answers one request. */
export type RawHandler = (request: RawRequest) => RawAnswer | Promise<RawAnswer>;

/** HTTP/1.1 with any verb: Node's own server refuses LIST. Just enough of it for tests. */
export class RawHttpServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(handler: RawHandler) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      serve(socket, handler);
    });
  }

  /** Listens on loopback and answers the address. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function serve(socket: Socket, handler: RawHandler): void {
  let received = Buffer.alloc(0);
  let working = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let next = takeRequest(received); next; next = takeRequest(received)) {
      const { request, rest } = next;
      received = rest;
      working = working.then(async () => respond(socket, await handler(request)));
    }
  });
}

function takeRequest(received: Buffer): { request: RawRequest; rest: Buffer<ArrayBuffer> } | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [first = '', ...lines] = received.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const bodyStart = headEnd + 4;
  const bodyEnd = bodyStart + Number(headers['content-length'] ?? 0);
  if (received.length < bodyEnd) return null;
  const [method = '', target = ''] = first.split(' ');
  const body = received.subarray(bodyStart, bodyEnd).toString('utf8');
  return { request: { method, target, headers, body }, rest: Buffer.from(received.subarray(bodyEnd)) };
}

function respond(socket: Socket, answer: RawAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') return void socket.resetAndDestroy();
  const { status, body, headers = {} } = answer;
  const type = body.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8';
  const length = status === 204 ? {} : { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ ...length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n${status === 204 ? '' : body}`);
}
