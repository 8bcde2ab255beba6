import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Bell } from './bell';
import { Logger } from '../logging/logger';
import { startTestDatabase, type TestDatabase } from '../testing';

/** Stands between client and server; can stop passing bytes on the connections that are open, without closing them. */
class FreezableProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async start(target: string): Promise<FreezableProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = Object.assign(new URL(target), { port: String((server.address() as AddressInfo).port) }).toString();
    const proxy = new FreezableProxy(server, url);
    server.on('connection', (near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        proxy.#sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
      }
      near.pipe(far);
      far.pipe(near);
    });
    return proxy;
  }

  freeze(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe('Bell', () => {
  let database: TestDatabase;
  let bell: Bell;
  beforeAll(async () => {
    database = await startTestDatabase();
    bell = await database.startBell();
  });
  afterAll(() => database.stop());

  const next = async (on: Bell, channel: string): Promise<string> => {
    const heard = new Promise<string>((resolve) => {
      const stop = on.on(channel, (payload) => (stop(), resolve(payload)));
    });
    await on.listening(channel);
    return heard;
  };

  it('is heard by every process that listens, and by all listeners', async () => {
    const other = await database.startBell();
    const heard = Promise.all([next(bell, 'news'), next(bell, 'news'), next(other, 'news')]);
    await Promise.all([bell.listening('news'), other.listening('news')]);
    await bell.ring('news', 'x');
    expect(await heard).toEqual(['x', 'x', 'x']);
  });

  it('takes any name for a channel and any text', async () => {
    const heard = next(bell, 'Odd "name"; select 1');
    await bell.listening('Odd "name"; select 1');
    await bell.ring('Odd "name"; select 1', `it's "quoted" é`);
    expect(await heard).toBe(`it's "quoted" é`);
  });

  it('rings when the transaction commits, not before, and not at all when it rolls back', async () => {
    const heard: string[] = [];
    const stop = bell.on('tx', (payload) => heard.push(payload));
    await bell.listening('tx');
    await database.pool.tx(async (client) => {
      await bell.ring('tx', 'committed', client);
      await bell.ring('tx-fence', '', client);
    });
    await database.pool
      .tx(async (client) => {
        await bell.ring('tx', 'rolled back', client);
        throw new Error('no');
      })
      .catch(() => undefined);
    const fence = next(bell, 'fence');
    await bell.listening('fence');
    await bell.ring('fence', '');
    await fence;
    expect(heard).toEqual(['committed']);
    stop();
  });

  it('stops calling who has stopped listening', async () => {
    const heard: string[] = [];
    const stop = bell.on('quiet', (payload) => heard.push(payload));
    await bell.listening('quiet');
    stop();
    stop();
    await bell.ring('quiet', 'x');
    const fence = next(bell, 'fence2');
    await bell.listening('fence2');
    await bell.ring('fence2', '');
    await fence;
    expect(heard).toEqual([]);
  });

  it('hears again who stops and listens again', async () => {
    bell.on('again', () => undefined)();
    const heard = next(bell, 'again');
    await bell.listening('again');
    await bell.ring('again', 'x');
    expect(await heard).toBe('x');
  });

  it('keeps calling the others when one listener throws', async () => {
    const stop = bell.on('mixed', () => {
      throw new Error('bad listener');
    });
    const heard = next(bell, 'mixed');
    await bell.listening('mixed');
    await bell.ring('mixed', 'x');
    expect(await heard).toBe('x');
    stop();
  });

  it('refuses payloads over 7,900 bytes', async () => {
    await expect(bell.ring('big', 'x'.repeat(7_901))).rejects.toThrow('7900 bytes');
    await expect(bell.ring('big', 'é'.repeat(3_951))).rejects.toThrow('7900 bytes');
    await bell.ring('big', 'x'.repeat(7_900));
  });

  it('comes back when its connection is cut, and says so, so that nothing is missed', async () => {
    const reconnected = new Promise<void>((resolve) => {
      const stop = bell.onReconnect(() => (stop(), resolve()));
    });
    const heard = next(bell, 'after');
    await bell.listening('after');
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'millrace-bell' and datname = current_database()`,
    );
    await reconnected;
    await bell.ring('after', 'x');
    expect(await heard).toBe('x');
  });

  it('notices a connection that is dead without saying so', async () => {
    const proxy = await FreezableProxy.start(database.url);
    const impatient = await Bell.start({
      url: proxy.url,
      pool: database.pool,
      logger: Logger.silent(),
      heartbeatMs: 100,
    });
    const reconnected = new Promise<void>((resolve) => impatient.onReconnect(resolve));
    proxy.freeze();
    await reconnected;
    const heard = next(impatient, 'thawed');
    await impatient.listening('thawed');
    await impatient.ring('thawed', 'x');
    expect(await heard).toBe('x');
    await impatient.stop();
    await proxy.stop();
  });

  it('does not come back after it was stopped', async () => {
    const stopped = await database.startBell();
    await stopped.stop();
    expect(stopped.isConnected).toBe(false);
    expect(
      (
        await database.pool.query(
          `select 1 from pg_stat_activity where application_name = 'millrace-bell' and datname = current_database()`,
        )
      ).rowCount,
    ).toBe(2);
  });

  it('says at start when Postgres cannot be reached', async () => {
    await expect(
      Bell.start({ url: 'postgres://u:p@127.0.0.1:1/x', pool: database.pool, logger: Logger.silent() }),
    ).rejects.toThrow('ECONNREFUSED');
  });
});
