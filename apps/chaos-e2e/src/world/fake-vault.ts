import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of HashiCorp Vault as keeping and reading a secret takes; it can be sealed and slow. */
export class FakeVault {
  static readonly token = 'token-of-the-chaos-vault';
  readonly #secrets = new Map<string, unknown[]>();
  isSealed = false;
  delayMs = 0;
  /** Calls that were answered late or not at all. */
  troubled = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeVault> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeVault(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.isSealed || this.delayMs > 0) this.troubled += 1;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const { status, body } = this.#route(request, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #route({ method, url = '' }: IncomingMessage, text: string): { status: number; body: unknown } {
    const { pathname, searchParams } = new URL(url, 'http://vault');
    const path = pathname.replace('/v1/', '');
    if (path === 'sys/health') return { status: this.isSealed ? 503 : 200, body: { sealed: this.isSealed } };
    if (this.isSealed) return { status: 503, body: { errors: ['Vault is sealed'] } };
    if (path.startsWith('auth/token/')) return { status: 200, body: this.#token() };
    const [, area, name = ''] = /^[^/]+\/(data|metadata)\/(.+)$/.exec(path) ?? [];
    const versions = this.#secrets.get(name) ?? [];
    if (area === 'data' && (method === 'POST' || method === 'PUT')) {
      const { options, data } = JSON.parse(text) as { options?: { cas?: number }; data: unknown };
      if (options?.cas !== undefined && options.cas !== versions.length) {
        return { status: 400, body: { errors: ['check-and-set parameter did not match the current version'] } };
      }
      this.#secrets.set(name, [...versions, data]);
      return { status: 200, body: { data: about(versions.length + 1) } };
    }
    if (versions.length === 0) return { status: 404, body: { errors: [] } };
    if (method === 'DELETE') return { status: 204, body: {} };
    if (area === 'metadata') return { status: 200, body: { data: { current_version: versions.length } } };
    const version = Number(searchParams.get('version')) || versions.length;
    return { status: 200, body: { data: { data: versions[version - 1], metadata: about(version) } } };
  }

  #token(): unknown {
    const data = { id: FakeVault.token, ttl: 3_600, creation_ttl: 3_600, renewable: true, policies: ['default'] };
    return { data, auth: { client_token: FakeVault.token, lease_duration: 3_600, renewable: true } };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function about(version: number): object {
  return { version, created_time: '2026-01-01T00:00:00Z', deletion_time: '', destroyed: false };
}
