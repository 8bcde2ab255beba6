import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What a client said, and what the server answered to it. The first exchange of a connection is the server's greeting. */
export interface Exchange {
  /** Base64; empty for the greeting. */
  readonly client: string;
  readonly server: string;
}

/** One list for each connection. */
export type Conversation = readonly (readonly Exchange[])[];

export interface Replay {
  readonly port: number;
  /** What the client said otherwise than recorded. */
  readonly surprises: string[];
  stop(): Promise<void>;
}

/** Exchanges that differ from run to run: the log in names the versions of client and runtime. */
const LOG_IN = 1;

/** Answers as the recorded server did, as long as the client says what it said then. */
export async function replayMysql(conversation: Conversation): Promise<Replay> {
  const surprises: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    answer(socket, conversation[connections++] ?? [], surprises);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    surprises,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(socket: Socket, exchanges: readonly Exchange[], surprises: string[]): void {
  let at = 1;
  let said = Buffer.alloc(0);
  socket.write(Buffer.from(exchanges[0]?.server ?? '', 'base64'));
  socket.on('data', (chunk: Buffer) => {
    said = Buffer.concat([said, chunk]);
    const exchange = exchanges[at];
    const expected = Buffer.from(exchange?.client ?? '', 'base64');
    if (at !== LOG_IN && said.length < expected.length) return;
    if (at !== LOG_IN && !said.equals(expected)) surprises.push(said.toString('latin1'));
    said = Buffer.alloc(0);
    at += 1;
    if (exchange === undefined) socket.destroy();
    else socket.write(Buffer.from(exchange.server, 'base64'));
  });
}

/** Stands between a client and a real server, and writes down what they say. */
export async function recordMysql(port: number): Promise<{ port: number; conversation: Exchange[][]; stop(): void }> {
  const conversation: Exchange[][] = [];
  const server = createServer((client) => {
    const exchanges: { client: Buffer; server: Buffer }[] = [{ client: Buffer.alloc(0), server: Buffer.alloc(0) }];
    const place = conversation.push([]) - 1;
    const keep = (): void => {
      conversation[place] = exchanges.map((exchange) => ({
        client: exchange.client.toString('base64'),
        server: exchange.server.toString('base64'),
      }));
    };
    const target = connect(port, '127.0.0.1');
    const last = () => exchanges[exchanges.length - 1]!;
    client.on('data', (chunk: Buffer) => {
      if (last().server.length > 0) exchanges.push({ client: Buffer.alloc(0), server: Buffer.alloc(0) });
      last().client = Buffer.concat([last().client, chunk]);
      target.write(chunk);
    });
    target.on('data', (chunk: Buffer) => {
      last().server = Buffer.concat([last().server, chunk]);
      keep();
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, conversation, stop: () => server.close() };
}
