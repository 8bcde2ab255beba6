import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A call that was made, its signature checked. */
export interface Told {
  /** `webhook-id`: what repeats are known by. */
  readonly id: string;
  readonly type: string;
  /** The run or the workflow that it tells of. */
  readonly subject: string;
}

interface Body {
  readonly type: string;
  readonly data: { readonly execution?: { readonly id: string }; readonly workflow: { readonly id: string } };
}

/** Somebody elsewhere who is told what happens, and checks every signature. */
export class Receiver {
  /** What was answered with success. */
  readonly told: Told[] = [];
  /** What came and got no answer. */
  readonly held: Told[] = [];
  /** What is wrong with calls. */
  readonly problems: string[] = [];
  refused = 0;
  /** `refuse`: 503; `hold`: no answer at all. */
  mood: 'take' | 'refuse' | 'hold' = 'take';
  secret = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        receiver.#take(Buffer.concat(chunks).toString(), headers, response);
      });
    });
    return receiver;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ids under which this was told of a run or a workflow, each once. */
  idsOf(type: string, subject: string): string[] {
    return [...new Set(this.told.filter((one) => one.type === type && one.subject === subject).map(({ id }) => id))];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  #take(text: string, headers: Record<string, string>, response: ServerResponse): void {
    try {
      const { type, data } = new Webhook(this.secret).verify(text, headers) as Body;
      const told = { id: headers['webhook-id'] ?? '', type, subject: data.execution?.id ?? data.workflow.id };
      if (this.mood === 'hold') return void this.held.push(told);
      if (this.mood === 'refuse') this.refused += 1;
      else this.told.push(told);
      response.writeHead(this.mood === 'refuse' ? 503 : 204).end();
    } catch (error) {
      this.problems.push(String(error));
      response.writeHead(400).end();
    }
  }
}
