import nodeVault from 'node-vault';
import { RawHttpServer, type RawAnswer, type RawRequest } from '../testing/raw-http-server';
import { VaultClient } from './vault-client';
import { createVaultTransport, VaultUnreachable } from './vault-transport';

const limits = { connectTimeoutMs: 1_000, totalTimeoutMs: 500 };
const opened: VaultClient[] = [];
const servers: RawHttpServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

function clientOf(address: string, namespace?: string): VaultClient {
  const client = new VaultClient(
    { address, ...(namespace === undefined ? {} : { namespace }) },
    createVaultTransport(limits),
  );
  opened.push(client);
  return client;
}

async function serverOf(handler: (request: RawRequest) => RawAnswer): Promise<string> {
  const server = new RawHttpServer(handler);
  servers.push(server);
  return server.listen();
}

describe('the environment', () => {
  const saved = { ...process.env };
  afterEach(() => {
    process.env = { ...saved };
  });

  it('changes neither where requests go nor with what: no proxy, no token, no namespace, no prefix', async () => {
    const proxied: RawRequest[] = [];
    const proxy = await serverOf((request) => {
      proxied.push(request);
      return { status: 200, body: '{}' };
    });
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
      process.env[name] = proxy;
    }
    Object.assign(process.env, {
      NO_PROXY: '',
      NODE_USE_ENV_PROXY: '1',
      VAULT_ADDR: proxy,
      VAULT_TOKEN: 's.from-the-environment',
      VAULT_NAMESPACE: 'elsewhere',
      VAULT_PREFIX: '/prefix',
      VAULT_SKIP_VERIFY: 'false',
    });
    const got: RawRequest[] = [];
    const address = await serverOf((request) => {
      got.push(request);
      return { status: 200, body: '{"data":{}}' };
    });
    await clientOf(address).call({ method: 'POST', path: 'auth/approle/login', body: { role_id: 'r' } });
    await clientOf(address).health();
    expect(proxied).toEqual([]);
    expect(got.map(({ target }) => target)).toEqual([
      '/v1/auth/approle/login',
      '/v1/sys/health?standbyok=true&perfstandbyok=true',
    ]);
    expect(got[0]?.headers).not.toHaveProperty('x-vault-token');
    expect(got[0]?.headers).not.toHaveProperty('x-vault-namespace');
  });

  it('cannot make it print: DEBUG=node-vault shows what others write, and nothing of ours', async () => {
    const debug = jest.requireActual<{ enable(names: string): void; disable(): void }>('debug');
    const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const address = await serverOf(() => ({ status: 200, body: '{"data":{"data":{"key":"s3cr3t-answer"}}}' }));
    debug.enable('*');
    try {
      const call = { method: 'POST', path: 'a/data/b', body: { data: { key: 's3cr3t' } }, token: 's.token' } as const;
      await clientOf(address).call(call);
      expect(printed.mock.calls.join()).not.toMatch(/s3cr3t|s\.token/);
      await nodeVault({ endpoint: address, token: 's.token' }).write('a/data/b', { data: { key: 's3cr3t' } });
      expect(printed.mock.calls.join()).toContain('s3cr3t');
    } finally {
      debug.disable();
      printed.mockRestore();
    }
  });
});

describe('a call', () => {
  it('carries the token that it is given, and each its own', async () => {
    const tokens: (string | undefined)[] = [];
    const address = await serverOf(({ headers }) => {
      tokens.push(headers['x-vault-token']);
      return { status: 200, body: '{}' };
    });
    const client = clientOf(address);
    await client.call({ method: 'GET', path: 'a/b', token: 'one' });
    await client.call({ method: 'GET', path: 'a/b', token: 'two' });
    await client.call({ method: 'GET', path: 'a/b' });
    expect(tokens).toEqual(['one', 'two', undefined]);
  });

  it('names the namespace when there is one', async () => {
    let seen: string | undefined;
    const address = await serverOf(({ headers }) => {
      seen = headers['x-vault-namespace'];
      return { status: 200, body: '{}' };
    });
    await clientOf(address, 'team').call({ method: 'GET', path: 'a' });
    expect(seen).toBe('team');
  });

  it.each(['../sys/mounts', 'a//b', 'a/%2e%2e/b', 'a?x=1#y', 'a b', ''])('refuses the path "%s"', async (unclean) => {
    const client = clientOf('http://127.0.0.1:1');
    await expect(client.call({ method: 'GET', path: unclean })).rejects.toThrow('clean path');
  });

  it('answers with a text when the body is no JSON, and with nothing when there is none', async () => {
    const address = await serverOf(({ method }) =>
      method === 'GET' ? { status: 502, body: '<html>Bad Gateway</html>' } : { status: 204, body: '' },
    );
    const client = clientOf(address);
    expect(await client.call({ method: 'GET', path: 'a' })).toEqual({ status: 502, body: '<html>Bad Gateway</html>' });
    expect(await client.call({ method: 'DELETE', path: 'a' })).toEqual({ status: 200, body: '' });
  });

  it('gives up on an answer that does not end', async () => {
    const address = await serverOf(() => ({ status: 200, body: 'x'.repeat(1_048_577) }));
    const failed = clientOf(address).call({ method: 'GET', path: 'a' });
    await expect(failed).rejects.toEqual(new VaultUnreachable('its answer is too large', true));
  });

  it('tells silence from a connection that never was', async () => {
    const silent = await serverOf(() => 'hang');
    await expect(clientOf(silent).call({ method: 'GET', path: 'a' })).rejects.toMatchObject({
      name: 'VaultUnreachable',
      maybeSent: true,
      message: 'it does not answer in time',
    });
    await expect(clientOf('http://127.0.0.1:1').call({ method: 'GET', path: 'a' })).rejects.toMatchObject({
      name: 'VaultUnreachable',
      maybeSent: false,
      message: 'no connection (ECONNREFUSED)',
    });
  });

  it('may have arrived when the connection is reset', async () => {
    const address = await serverOf(() => 'reset');
    await expect(clientOf(address).call({ method: 'GET', path: 'a' })).rejects.toMatchObject({ maybeSent: true });
  });
});
