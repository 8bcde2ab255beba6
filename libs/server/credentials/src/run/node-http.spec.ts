import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { GuardedHttp, GuardedNet } from '@millrace/server-platform';
import type { CredentialTypeData, RequestAuthentication } from '@millrace/workflow-model';
import { NodeHttp } from './node-http';
import { NodeNet } from './node-net';
import { RunCredential, type CredentialParts } from './run-credential';
import { SecretMask } from './secret-mask';

interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

class Service {
  readonly seen: Seen[] = [];
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    void response.end('ok');
  readonly #server: Server = createServer((request, response) => {
    this.seen.push({ url: request.url ?? '', headers: request.headers });
    this.answer(request, response);
  });

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  at(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const TOKEN = 'canary-token';
let service: Service;
let other: Service;
let http: GuardedHttp;
let mask: SecretMask;
let port: NodeHttp;

function credentialOf(authenticate: RequestAuthentication, more: Partial<CredentialParts> = {}): RunCredential {
  const type: CredentialTypeData = {
    ...{ type: 'spec', title: 'Spec', description: '', fieldsSchema: {}, secretFields: ['token'], testable: false },
    authenticate,
  };
  return new RunCredential({
    ...{ id: 'c', name: 'Mine', type, values: { token: TOKEN }, domains: ['127.0.0.1'], mask },
    ...more,
  });
}

beforeAll(async () => {
  service = await new Service().listen();
  other = await new Service().listen();
  http = new GuardedHttp({ allow: ['127.0.0.1', 'localhost'] });
});
beforeEach(() => {
  for (const each of [service, other]) {
    each.seen.length = 0;
    each.answer = (_request, response) => void response.end('ok');
  }
  mask = new SecretMask();
  port = new NodeHttp({ http, idempotencyKey: 'run:node:0', signal: new AbortController().signal, mask });
});
afterAll(async () => {
  await http.close();
  await service.close();
  await other.close();
});

describe('HTTP of a node', () => {
  it('authenticates with the account of the request', async () => {
    const credential = credentialOf({ headers: { 'x-custom': '{{token}}' } });
    await port.request({ method: 'GET', url: service.at('/'), headers: { 'X-Custom': 'mine' }, credential });
    expect(service.seen[0]?.headers).toMatchObject({ 'x-custom': TOKEN, 'idempotency-key': 'run:node:0' });
  });

  it('does not show what an account put into the address', async () => {
    const credential = credentialOf({ query: { key: '{{token}}' } });
    const answer = await port.request({ method: 'GET', url: service.at('/a?b=1'), credential });
    expect(service.seen[0]?.url).toBe(`/a?b=1&key=${TOKEN}`);
    expect(answer.url).toBe(service.at('/a?b=1'));
  });

  it.each(['x-harmless', 'x-trace', 'authorization'])(
    'leaves %s behind when a redirect leads elsewhere',
    async (name) => {
      service.answer = (_request, response) => void response.writeHead(307, { location: other.at('/next') }).end();
      await port.request({
        method: 'GET',
        url: service.at('/'),
        credential: credentialOf({ headers: { [name]: '{{token}}' } }),
      });
      expect(service.seen[0]?.headers[name]).toBe(TOKEN);
      expect(other.seen).toHaveLength(1);
      expect(JSON.stringify(other.seen)).not.toContain(TOKEN);
    },
  );

  it('leaves secrets behind that a node put into a header by itself', async () => {
    service.answer = (_request, response) => void response.writeHead(307, { location: other.at('/next') }).end();
    const request = credentialOf({ headers: { 'x-plain': 'Key {{token}}' } }).authenticate({
      method: 'GET',
      url: service.at('/'),
    });
    await port.request(request);
    expect(other.seen[0]?.headers).not.toHaveProperty('x-plain');
  });

  it('refuses hosts that the owner did not allow, on the first hop and on all others', async () => {
    const credential = credentialOf({ headers: { 'x-key': '{{token}}' } });
    const refusal = { failure: { code: 'CREDENTIAL_HOST_FORBIDDEN', fault: 'user' } };
    const url = service.at('/', 'localhost');
    await expect(port.request({ method: 'GET', url, credential })).rejects.toMatchObject(refusal);
    await expect(port.stream({ method: 'GET', url, credential })).rejects.toMatchObject(refusal);
    expect(service.seen).toEqual([]);
    service.answer = (_request, response) =>
      void response.writeHead(302, { location: other.at('/', 'localhost') }).end();
    await expect(port.request({ method: 'GET', url: service.at('/'), credential })).rejects.toMatchObject(refusal);
    expect(other.seen).toEqual([]);
  });

  it('checks the address that is called, not the one that is written', async () => {
    const credential = credentialOf({ headers: { 'x-key': '{{token}}' } }, { domains: ['api.example.com'] });
    const url = service.at('/').replace('http://', 'http:\\\\').replace('/', '\\@api.example.com/');
    await expect(port.request({ method: 'GET', url, credential })).rejects.toMatchObject({
      failure: { code: 'CREDENTIAL_HOST_FORBIDDEN' },
    });
    expect(service.seen).toEqual([]);
  });

  it('renews a token once that the service no longer takes', async () => {
    service.answer = (request, response) => {
      response.writeHead(request.headers['x-key'] === 'second-token' ? 200 : 401).end('answer');
    };
    const rule = { headers: { 'x-key': '{{token}}' } };
    let renewals = 0;
    const renew = () => {
      renewals += 1;
      const { id, name } = credentialOf(rule);
      const type = {
        type: 'spec',
        title: '',
        description: '',
        fieldsSchema: {},
        secretFields: ['token'],
        testable: false,
        authenticate: rule,
      };
      return Promise.resolve({ id, name, type, values: { token: 'second-token' }, domains: ['*'], mask });
    };
    const answer = await port.request({
      method: 'GET',
      url: service.at('/'),
      credential: credentialOf(rule, { renew }),
    });
    expect([answer.status, renewals, service.seen.length]).toEqual([200, 1, 2]);
    const streamed = await port.stream({
      method: 'GET',
      url: service.at('/'),
      credential: credentialOf(rule, { renew }),
    });
    for await (const chunk of streamed.body) expect(Buffer.from(chunk).toString()).toBe('answer');
    expect([streamed.status, renewals]).toEqual([200, 2]);
    const refused = await port.request({ method: 'GET', url: service.at('/'), credential: credentialOf(rule) });
    expect(refused.status).toBe(401);
  });

  it('streams, and tells failures of a stream as those of a node', async () => {
    service.answer = (_request, response) => {
      response.write('one');
      setImmediate(() => response.destroy());
    };
    const { body } = await port.stream({ method: 'GET', url: service.at('/') });
    const reading = (async () => {
      for await (const chunk of body) expect(chunk.length).toBeGreaterThan(0);
    })();
    await expect(reading).rejects.toMatchObject({ failure: { code: 'HTTP_CONNECTION', fault: 'transient' } });
  });
});

describe('connections other than HTTP', () => {
  const net = new NodeNet(new GuardedNet({ allow: ['127.0.0.1'] }));

  it('go where the operator and the owner of the account allow', async () => {
    const credential = credentialOf({});
    expect(await net.pin('127.0.0.1', 25, credential)).toEqual({ host: '127.0.0.1', address: '127.0.0.1', port: 25 });
    await expect(net.pin('10.0.0.1', 25)).rejects.toMatchObject({ failure: { code: 'NET_BLOCKED_ADDRESS' } });
    await expect(net.pin('::1', 25)).rejects.toMatchObject({ failure: { code: 'NET_BLOCKED_ADDRESS' } });
    await expect(net.pin('a b', 25)).rejects.toMatchObject({ failure: { code: 'NET_UNKNOWN_HOST' } });
    await expect(net.pin('127.0.0.1', 25, credentialOf({}, { domains: ['mail.example.com'] }))).rejects.toMatchObject({
      failure: { code: 'CREDENTIAL_HOST_FORBIDDEN' },
    });
  });
});
