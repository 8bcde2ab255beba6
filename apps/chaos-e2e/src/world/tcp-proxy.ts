import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a process and Postgres, and can cut or hold up what passes. */
export class TcpProxy {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #holding = false;

  private constructor(
    private readonly server: Server,
    private readonly to: { host: string; port: number },
  ) {
    server.on('connection', (near) => this.#join(near));
  }

  static async start(to: { host: string; port: number }): Promise<TcpProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, to);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  #join(near: Socket): void {
    const far = connect({ ...this.to, noDelay: true });
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    const end = (): void => {
      this.#pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) {
      socket.on('error', end);
      socket.on('close', end);
    }
    near.pipe(far);
    far.pipe(near);
    if (this.#holding) this.#setFlow(pair);
  }

  #setFlow([near, far]: readonly [Socket, Socket]): void {
    if (this.#holding) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    } else {
      near.pipe(far);
      far.pipe(near);
    }
  }

  /** Cuts every connection, without a word. */
  cut(): void {
    for (const pair of [...this.#pairs]) for (const socket of pair) socket.resetAndDestroy();
  }

  /** Holds everything up, new connections too, until `flow`. */
  hold(): void {
    this.#holding = true;
    for (const pair of this.#pairs) this.#setFlow(pair);
  }

  /** Lets pass what was held up, and what comes. */
  flow(): void {
    this.#holding = false;
    for (const pair of this.#pairs) this.#setFlow(pair);
  }

  async stop(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}
