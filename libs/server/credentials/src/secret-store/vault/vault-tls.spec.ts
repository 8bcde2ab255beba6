import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '@millrace/node-sdk/testing';
import { VaultClient } from './vault-client';
import { createVaultTransport } from './vault-transport';

const { cert, key } = selfSigned();
let server: Server;
let address: string;
let requests = 0;
const opened: VaultClient[] = [];

beforeAll(async () => {
  server = createServer({ cert, key }, (_, response) => {
    requests += 1;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => Promise.all(opened.splice(0).map((client) => client.close())));
afterAll(() => new Promise((resolve) => server.close(resolve)));

function clientOf(at: string, ca?: string): VaultClient {
  const limits = { connectTimeoutMs: 1_000, totalTimeoutMs: 2_000 };
  const client = new VaultClient({ address: at }, createVaultTransport({ ...limits, ...(ca ? { ca } : {}) }));
  opened.push(client);
  return client;
}

const call = { method: 'GET', path: 'a', token: 's.token' } as const;

it('a server with a certificate that the settings name is trusted', async () => {
  expect(await clientOf(address, cert).call(call)).toEqual({ status: 200, body: { data: {} } });
});

it('one that nobody signed gets no token, whatever the environment says, and the failure names the setting', async () => {
  const saved = { ...process.env };
  const before = requests;
  try {
    Object.assign(process.env, { VAULT_SKIP_VERIFY: 'true', NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    for (const ca of [undefined, selfSigned().cert]) {
      await expect(clientOf(address, ca).call(call)).rejects.toMatchObject({
        name: 'VaultUnreachable',
        maybeSent: false,
        message: expect.stringContaining('VAULT_CACERT'),
      });
    }
  } finally {
    process.env = saved;
  }
  expect(requests).toBe(before);
});

it('a certificate for another name is refused', async () => {
  const elsewhere = address.replace('127.0.0.1', 'localhost');
  await expect(clientOf(elsewhere, cert).call(call)).rejects.toMatchObject({ name: 'VaultUnreachable' });
});

it('https to a server that speaks http fails, and tells no secret', async () => {
  await expect(clientOf(address.replace('https:', 'http:')).call(call)).rejects.toMatchObject({
    name: 'VaultUnreachable',
  });
});
