import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { GuardedHttp, type GuardedHttpRequest } from './guarded-http';
import { GuardedHttpError } from './guarded-http-error';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

class Canary {
  readonly hits: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  #handler: Handler = (_request, response) => void response.end('ok');
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.hits.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        });
        this.#handler(request, response);
      });
    });
  }

  async listen(host: string): Promise<this> {
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(0, host, resolve));
    return this;
  }

  answer(handler: Handler): void {
    this.#handler = handler;
    this.hits.length = 0;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof GuardedHttpError ? error.code : error),
  );
const text = (body: Uint8Array): string => Buffer.from(body).toString();

describe('GuardedHttp', () => {
  let canary: Canary;
  let other: Canary;
  const clients: GuardedHttp[] = [];
  const client = (
    allow: string[] = [],
    resolve?: ConstructorParameters<typeof GuardedHttp>[0]['resolve'],
  ): GuardedHttp => {
    const made = new GuardedHttp(resolve ? { allow, resolve } : { allow });
    clients.push(made);
    return made;
  };
  const get = (
    to: GuardedHttp,
    url: string,
    more: Partial<GuardedHttpRequest> = {},
  ): ReturnType<GuardedHttp['request']> => to.request({ method: 'GET', url, timeoutMs: 5_000, ...more });

  beforeAll(async () => {
    canary = await new Canary().listen('127.0.0.1');
    other = await new Canary().listen('127.0.0.1');
  });
  beforeEach(() => {
    canary.answer((_request, response) => void response.end('ok'));
    other.answer((_request, response) => void response.end('other'));
  });
  afterAll(async () => {
    for (const made of clients) await made.close();
    await canary.close();
    await other.close();
  });

  describe('without exceptions', () => {
    it.each([
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0x7f.1',
      '127.0.0.1.',
      'localhost',
      'LOCALHOST',
      'localhost.',
      '0.0.0.0',
      '0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '127.0.0.1%2f@127.0.0.1',
      '①②⑦.⓪.⓪.①',
    ])('never reaches this machine as %s', async (host) => {
      const code = await codeOf(get(client(), `http://${host}:${canary.port}/`, { timeoutMs: 2_000 }));
      expect(['HTTP_BLOCKED_ADDRESS', 'HTTP_INVALID_URL', 'HTTP_CONNECTION']).toContain(code);
      expect(canary.hits).toEqual([]);
    });

    it.each([
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '100.100.100.200',
      '168.63.129.16',
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '[::ffff:169.254.169.254]',
      '[ff02::1]',
      '[fec0::1]',
      '[100::1]',
      '[3fff::1]',
      '[2001:db8::1]',
    ])('refuses %s, which is not on the internet', async (host) => {
      expect(await codeOf(get(client(), `http://${host}/`))).toBe('HTTP_BLOCKED_ADDRESS');
    });

    it('says which setting would allow the address', async () => {
      await expect(get(client(), 'http://10.0.0.7/')).rejects.toThrow(
        '10.0.0.7 is inside the network of this server and may not be called. An operator can allow it with the setting OUTBOUND_ALLOW.',
      );
      await expect(get(client(), 'http://10.0.0.7/')).rejects.toMatchObject({ transient: false });
    });

    it('refuses a name when one of its addresses is inside', async () => {
      const guarded = client([], () =>
        Promise.resolve([
          { address: '93.184.216.34', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
      );
      expect(await codeOf(get(guarded, `http://innocent.example:${canary.port}/`))).toBe('HTTP_BLOCKED_ADDRESS');
    });

    it('connects to the addresses it checked: a name that changes its mind gains nothing', async () => {
      let asked = 0;
      const guarded = client([], () => {
        asked += 1;
        return Promise.resolve([{ address: asked === 1 ? '127.0.0.1' : '93.184.216.34', family: 4 }]);
      });
      expect(await codeOf(get(guarded, `http://rebind.example:${canary.port}/`))).toBe('HTTP_BLOCKED_ADDRESS');
      expect(asked).toBe(1);
    });

    it('refuses a name without addresses', async () => {
      expect(
        await codeOf(
          get(
            client([], () => Promise.resolve([])),
            'http://nowhere.example/',
          ),
        ),
      ).toBe('HTTP_CONNECTION');
    });

    it.each([
      'ftp://example.com/',
      'file:///etc/passwd',
      'data:text/plain,x',
      'javascript:alert(1)',
      'gopher://x/',
      '/relative',
      '',
      'http://',
      'http://[::1',
    ])('refuses the address "%s"', async (url) => {
      expect(await codeOf(get(client(), url))).toBe('HTTP_INVALID_URL');
    });
  });

  describe('with exceptions', () => {
    it('lets through exactly the host and port that are named', async () => {
      const guarded = client([`127.0.0.1:${canary.port}`]);
      expect((await get(guarded, `http://127.0.0.1:${canary.port}/`)).status).toBe(200);
      expect(await codeOf(get(guarded, `http://127.0.0.1:${other.port}/`))).toBe('HTTP_BLOCKED_ADDRESS');
      expect(await codeOf(get(guarded, `http://localhost:${canary.port}/`))).toBe('HTTP_BLOCKED_ADDRESS');
    });

    it('lets through a host by name, whatever its port', async () => {
      const guarded = client(['LocalHost']);
      expect((await get(guarded, `http://localhost:${canary.port}/`)).status).toBe(200);
      expect((await get(guarded, `http://localhost:${other.port}/`)).status).toBe(200);
    });

    it('lets through a range, by literal and by name', async () => {
      const guarded = client(['127.0.0.0/8', '::1/128']);
      expect((await get(guarded, `http://127.0.0.1:${canary.port}/`)).status).toBe(200);
      expect((await get(guarded, `http://2130706433:${canary.port}/`)).status).toBe(200);
      expect((await get(guarded, `http://[::ffff:127.0.0.1]:${canary.port}/`)).status).toBe(200);
      expect((await get(guarded, `http://localhost:${canary.port}/`)).status).toBe(200);
      expect(await codeOf(get(guarded, 'http://10.0.0.1/'))).toBe('HTTP_BLOCKED_ADDRESS');
    });

    it.each(['http://x', 'a b', 'host/path', 'user@host', '300.0.0.0/8', '10.0.0.0/99'])(
      'refuses the exception "%s"',
      (entry) => {
        expect(() => new GuardedHttp({ allow: [entry] })).toThrow(entry);
      },
    );
  });

  describe('redirects', () => {
    const redirectTo = (location: string, status = 302): void =>
      canary.answer((request, response) => {
        if (request.url === '/end') return void response.end('end');
        response.writeHead(status, { location }).end('moved');
      });
    let guarded: GuardedHttp;
    let base: string;
    beforeAll(() => {
      guarded = client([`127.0.0.1:${canary.port}`]);
      base = `http://127.0.0.1:${canary.port}`;
    });

    it('are checked like first addresses', async () => {
      for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
        redirectTo(`http://${host}:${other.port}/secret`);
        expect(await codeOf(get(guarded, `${base}/`))).toBe('HTTP_BLOCKED_ADDRESS');
      }
      expect(other.hits).toEqual([]);
    });

    it('may not leave http and https', async () => {
      redirectTo('file:///etc/passwd');
      expect(await codeOf(get(guarded, `${base}/`))).toBe('HTTP_INVALID_URL');
    });

    it('are followed relatively, and tell where they ended', async () => {
      redirectTo('/end');
      const answer = await get(guarded, `${base}/start`);
      expect(answer).toMatchObject({ status: 200, url: `${base}/end` });
      expect(text(answer.body)).toBe('end');
    });

    it('are followed five times', async () => {
      redirectTo('/again');
      expect(await codeOf(get(guarded, `${base}/`))).toBe('HTTP_TOO_MANY_REDIRECTS');
      expect(canary.hits).toHaveLength(6);
    });

    it('are given back when none are wanted', async () => {
      redirectTo('/end');
      expect(await get(guarded, `${base}/`, { maxRedirects: 0 })).toMatchObject({
        status: 302,
        headers: { location: '/end' },
      });
    });

    it('keep credentials on the same origin and drop them on every other', async () => {
      const headers = {
        Authorization: 'Bearer x',
        Cookie: 'a=b',
        'X-Api-Key': 'k',
        'X-Auth-Token': 't',
        'Proxy-Authorization': 'p',
        Accept: 'a/b',
      };
      redirectTo('/end');
      await get(guarded, `${base}/`, { headers });
      expect(canary.hits[1]?.headers).toMatchObject({ authorization: 'Bearer x', cookie: 'a=b', 'x-api-key': 'k' });
      const both = client(['127.0.0.1']);
      redirectTo(`http://127.0.0.1:${other.port}/`);
      await get(both, `${base}/`, { headers });
      const names = Object.keys(other.hits[0]?.headers ?? {});
      expect(names).toContain('accept');
      for (const name of ['authorization', 'cookie', 'x-api-key', 'x-auth-token', 'proxy-authorization'])
        expect(names).not.toContain(name);
    });

    it.each([
      [301, 'POST', 'GET', ''],
      [302, 'POST', 'GET', ''],
      [303, 'PUT', 'GET', ''],
      [307, 'POST', 'POST', 'data'],
      [308, 'PUT', 'PUT', 'data'],
      [302, 'PUT', 'PUT', 'data'],
    ])('of status %d turn %s into %s', async (status, method, expected, body) => {
      redirectTo('/end', status);
      await get(guarded, `${base}/`, { method, body: 'data', headers: { 'content-type': 'text/plain' } });
      expect(canary.hits[1]).toMatchObject({ method: expected, body });
      expect(canary.hits[1]?.headers['content-type']).toBe(body === '' ? undefined : 'text/plain');
    });
  });

  describe('exchanges', () => {
    let guarded: GuardedHttp;
    let base: string;
    beforeAll(() => {
      guarded = client(['127.0.0.1']);
      base = `http://127.0.0.1:${canary.port}`;
    });

    it('send method, query, headers and bytes, and give status, headers and bytes', async () => {
      canary.answer((_request, response) => {
        response
          .writeHead(418, { 'X-Many': ['a', 'b'], 'content-type': 'application/octet-stream' })
          .end(Buffer.from([0, 255, 1]));
      });
      const answer = await get(guarded, `${base}/path?a=1&b=%20#hash`, {
        method: 'post',
        body: new Uint8Array([104, 105]),
        headers: { 'X-One': '1' },
      });
      expect(answer.status).toBe(418);
      expect(answer.headers['x-many']).toBe('a, b');
      expect([...answer.body]).toEqual([0, 255, 1]);
      expect(canary.hits[0]).toMatchObject({
        method: 'POST',
        url: '/path?a=1&b=%20',
        body: 'hi',
        headers: { 'x-one': '1', 'user-agent': 'Millrace' },
      });
    });

    it('turn user and password in the address into a header', async () => {
      await get(guarded, `http://ada:s%20cret@127.0.0.1:${canary.port}/`);
      expect(canary.hits[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ada:s cret').toString('base64')}`);
      await get(guarded, `http://%zz:x@127.0.0.1:${canary.port}/`);
    });

    it('keep what is between two machines to themselves', async () => {
      await get(guarded, `${base}/`, {
        method: 'POST',
        body: 'abc',
        headers: { Connection: 'close', 'Transfer-Encoding': 'chunked', 'Content-Length': '999', Upgrade: 'x' },
      });
      expect(canary.hits[0]).toMatchObject({ body: 'abc', headers: { 'content-length': '3' } });
      expect(canary.hits[0]?.headers.upgrade).toBeUndefined();
    });

    it.each([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ])('unpack %s', async (encoding, compress) => {
      canary.answer(
        (_request, response) =>
          void response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello hello')),
      );
      const answer = await get(guarded, `${base}/`);
      expect(text(answer.body)).toBe('hello hello');
      expect(answer.headers['content-encoding']).toBeUndefined();
    });

    it('stop at the size limit: announced, streamed without end, or unpacked', async () => {
      canary.answer(
        (_request, response) => void response.writeHead(200, { 'content-length': '1000' }).end('x'.repeat(1000)),
      );
      expect(await codeOf(get(guarded, `${base}/`, { maxBytes: 999 }))).toBe('HTTP_TOO_LARGE');
      expect(await codeOf(get(guarded, `${base}/`, { maxBytes: 1000 }))).toBe('answered');
      canary.answer((_request, response) => {
        const more = (): void => void (response.writable && response.write('x'.repeat(10_000), more));
        more();
      });
      expect(await codeOf(get(guarded, `${base}/`, { maxBytes: 100_000 }))).toBe('HTTP_TOO_LARGE');
      canary.answer(
        (_request, response) =>
          void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
      );
      expect(await codeOf(get(guarded, `${base}/`, { maxBytes: 1_000_000 }))).toBe('HTTP_TOO_LARGE');
    });

    it('answer to HEAD without a body', async () => {
      canary.answer(
        (_request, response) =>
          void response.writeHead(200, { 'content-length': '99999999', 'content-encoding': 'gzip' }).end(),
      );
      expect((await get(guarded, `${base}/`, { method: 'HEAD', maxBytes: 10 })).body).toHaveLength(0);
    });

    it('end in time when nothing comes, and when the body does not end', async () => {
      canary.answer(() => undefined);
      expect(await codeOf(get(guarded, `${base}/`, { timeoutMs: 100 }))).toBe('HTTP_TIMEOUT');
      canary.answer((_request, response) => void response.write('some'));
      await expect(get(guarded, `${base}/`, { timeoutMs: 100 })).rejects.toMatchObject({
        code: 'HTTP_TIMEOUT',
        transient: true,
      });
    });

    it('end when the caller wants', async () => {
      const controller = new AbortController();
      canary.answer(() => controller.abort(new Error('cancelled')));
      await expect(get(guarded, `${base}/`, { signal: controller.signal })).rejects.toMatchObject({
        code: 'HTTP_ABORTED',
        transient: false,
      });
      expect(await codeOf(get(guarded, `${base}/`, { signal: AbortSignal.abort() }))).toBe('HTTP_ABORTED');
    });

    it('tell broken connections from wrong requests', async () => {
      canary.answer((request) => void request.socket.destroy());
      await expect(get(guarded, `${base}/`)).rejects.toMatchObject({ code: 'HTTP_CONNECTION', transient: true });
      const closed = await new Canary().listen('127.0.0.1');
      const { port } = closed;
      await closed.close();
      await expect(get(guarded, `http://127.0.0.1:${port}/`)).rejects.toMatchObject({
        code: 'HTTP_CONNECTION',
        transient: true,
      });
      await expect(get(guarded, `${base}/`, { headers: { 'x-bad': 'line\r\nbreak: 1' } })).rejects.toMatchObject({
        code: 'HTTP_INVALID_REQUEST',
        transient: false,
      });
      await expect(get(guarded, `${base}/`, { method: 'B AD' })).rejects.toMatchObject({
        code: 'HTTP_INVALID_REQUEST',
      });
      await expect(
        get(
          client(['x.example'], () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))),
          'http://x.example/',
        ),
      ).rejects.toMatchObject({
        code: 'HTTP_CONNECTION',
        transient: false,
      });
    });
  });

  describe('what is private', () => {
    const guarded = (): GuardedHttp => client(['127.0.0.1']);

    it('does not follow a redirect to another origin, whatever the header is called', async () => {
      canary.answer((_request, response) => {
        response.writeHead(307, { location: `http://127.0.0.1:${other.port}/next` }).end();
      });
      const headers = { 'X-Harmless': 'canary', 'x-kept': 'yes' };
      await get(guarded(), `http://127.0.0.1:${canary.port}/`, {
        headers,
        isPrivateHeader: (name) => name === 'x-harmless',
      });
      expect(canary.hits[0]?.headers['x-harmless']).toBe('canary');
      expect(other.hits[0]?.headers).toMatchObject({ 'x-kept': 'yes' });
      expect(other.hits[0]?.headers).not.toHaveProperty('x-harmless');
    });

    it('is asked about before every hop, and ends the exchange by throwing', async () => {
      const refusal = new Error('not there');
      const seen: string[] = [];
      canary.answer((_request, response) => {
        response.writeHead(302, { location: `http://127.0.0.1:${other.port}/next` }).end();
      });
      const running = get(guarded(), `http://127.0.0.1:${canary.port}/a`, {
        beforeHop: (url) => {
          seen.push(url.pathname);
          if (url.port === String(other.port)) throw refusal;
        },
      });
      await expect(running).rejects.toBe(refusal);
      expect(seen).toEqual(['/a', '/next']);
      expect(other.hits).toEqual([]);
    });
  });

  describe('streams', () => {
    const stream = (more: Partial<GuardedHttpRequest> = {}): ReturnType<GuardedHttp['stream']> =>
      client(['127.0.0.1']).stream({
        method: 'GET',
        url: `http://127.0.0.1:${canary.port}/`,
        timeoutMs: 5_000,
        ...more,
      });
    const drained = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
      let all = '';
      for await (const chunk of body) all += text(chunk);
      return all;
    };

    it('are read while they arrive', async () => {
      let finish = (): void => undefined;
      canary.answer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 1\n\n');
        finish = () => void response.end('data: 2\n\n');
      });
      const answer = await stream();
      expect(answer.headers['content-type']).toBe('text/event-stream');
      let all = '';
      for await (const chunk of answer.body) {
        all += text(chunk);
        finish();
      }
      expect(all).toBe('data: 1\n\ndata: 2\n\n');
    });

    it('are decompressed', async () => {
      canary.answer((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'));
      });
      const answer = await stream();
      expect(answer.headers).not.toHaveProperty('content-encoding');
      expect(await drained(answer.body)).toBe('hello');
    });

    it('end at the limit of bytes and at the timeout', async () => {
      canary.answer((_request, response) => void response.end('x'.repeat(100)));
      await expect(stream({ maxBytes: 10 }).then(({ body }) => drained(body))).rejects.toMatchObject({
        code: 'HTTP_TOO_LARGE',
      });
      canary.answer((_request, response) => void response.write('some'));
      await expect(stream({ timeoutMs: 100 }).then(({ body }) => drained(body))).rejects.toMatchObject({
        code: 'HTTP_TIMEOUT',
      });
    });

    it('close the connection when their reader leaves', async () => {
      const closed = new Promise<void>((resolve) => {
        canary.answer((_request, response) => {
          response.on('close', resolve);
          response.write('some');
        });
      });
      for await (const chunk of (await stream()).body) {
        expect(text(chunk)).toBe('some');
        break;
      }
      await closed;
    });

    it('end when the caller wants', async () => {
      const controller = new AbortController();
      canary.answer((_request, response) => void response.write('some'));
      const { body } = await stream({ signal: controller.signal });
      setImmediate(() => controller.abort());
      await expect(drained(body)).rejects.toMatchObject({ code: 'HTTP_ABORTED' });
    });
  });
});
