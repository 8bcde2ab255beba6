import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@millrace/server-platform';
import { credentialSecret, oauthSecret, runSecret } from '../secret-address';
import { FakeVault } from '../testing/fake-vault';
import { appRole, openVault, prepareVault, type TestRole } from '../testing/vault-setting';
import type { VaultClient } from './vault-client';
import type { VaultSecretStore } from './vault-secret-store';

const folder = mkdtempSync(path.join(tmpdir(), 'millrace-policies-'));
const forbidden = { code: 'SECRETS_FORBIDDEN', status: 502 };
const data = { key: 'value' };

interface Opened {
  readonly store: VaultSecretStore;
  readonly client: VaultClient;
  readonly token: string;
}

let fake: FakeVault;
let api: Opened;
let worker: Opened;

beforeAll(async () => {
  fake = await FakeVault.start();
  const roles = prepareVault(fake);
  const open = async (name: TestRole): Promise<Opened> => {
    const file = path.join(folder, name);
    writeFileSync(file, roles[name].newSecretId());
    const { store, client, session } = openVault({ address: fake.address, login: appRole(roles[name], file) });
    return { store, client, token: await session.token() };
  };
  api = await open('api');
  worker = await open('worker');
});
afterAll(async () => {
  await api.store.close();
  await worker.store.close();
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the policy of the api', () => {
  it('lets it write, look which version is newest, and purge; never read', async () => {
    const address = credentialSecret(newId());
    expect(await api.store.create(address, data)).toEqual({ version: 1 });
    expect(await api.store.update(address, 1, data)).toEqual({ version: 2 });
    expect(await api.store.newestVersion(address)).toEqual({ version: 2 });
    await expect(api.store.read(address)).rejects.toMatchObject(forbidden);
    await expect(api.store.read(address, 1)).rejects.toMatchObject(forbidden);
    await api.store.destroy(address);
    await expect(worker.store.read(address)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets it write what is given with a run, and remove tokens of OAuth; read neither', async () => {
    const run = runSecret(newId());
    const tokens = oauthSecret(newId());
    await api.store.create(run, data);
    await worker.store.create(tokens, data);
    await expect(api.store.read(run)).rejects.toMatchObject(forbidden);
    await expect(api.store.read(tokens)).rejects.toMatchObject(forbidden);
    await expect(api.store.update(tokens, 1, data)).rejects.toMatchObject(forbidden);
    await api.store.destroy(tokens);
    await expect(worker.store.read(tokens)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the policy of workers', () => {
  it('lets them read what people entered, and neither write nor purge it', async () => {
    const address = credentialSecret(newId());
    await api.store.create(address, data);
    expect((await worker.store.read(address, 1)).data).toEqual(data);
    await expect(worker.store.update(address, 1, data)).rejects.toMatchObject(forbidden);
    await expect(worker.store.create(credentialSecret(newId()), data)).rejects.toMatchObject(forbidden);
    await expect(worker.store.destroy(address)).rejects.toMatchObject(forbidden);
  });

  it('lets them keep tokens of OAuth fresh, also when an answer is lost', async () => {
    const tokens = oauthSecret(newId());
    expect(await worker.store.create(tokens, data)).toEqual({ version: 1 });
    fake.interfere(/^POST millrace\/data\/oauth/, 'lost', 1);
    const { version } = await worker.store.update(tokens, 1, { key: 'fresh' });
    expect((await worker.store.read(tokens, version)).data).toEqual({ key: 'fresh' });
  });

  it('lets them read and purge what was given with a run', async () => {
    const run = runSecret(newId());
    await api.store.create(run, data);
    expect((await worker.store.read(run, 1)).data).toEqual(data);
    await worker.store.destroy(run);
    await expect(worker.store.read(run)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('neither policy', () => {
  const denied = [
    ['GET', 'sys/mounts'],
    ['GET', 'sys/policies/acl/millrace-api'],
    ['POST', 'auth/token/create'],
    ['GET', 'auth/approle/role/api/role-id'],
    ['GET', 'millrace/config'],
    ['GET', 'millrace/metadata/credentials?list=true'],
    ['GET', 'millrace/data/credentials'],
    ['GET', 'millrace/data/credentials/a/b'],
    ['GET', 'millrace/data/other/a'],
    ['POST', 'millrace/undelete/credentials/a'],
  ] as const;

  it.each(denied)('allows %s %s', async (method, at) => {
    for (const { client, token } of [api, worker]) {
      const answer = await client.call({ method, path: at, token, ...(method === 'POST' ? { body: {} } : {}) });
      expect(answer.status).toBe(403);
    }
  });
});
