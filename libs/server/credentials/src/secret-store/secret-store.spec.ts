import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalSecretStore } from './local/local-secret-store';
import { FakeVault } from './testing/fake-vault';
import { describeSecretStore } from './testing/secret-store-contract';
import { appRole, openVault, prepareVault } from './testing/vault-setting';
import { TokenLogin } from './vault/vault-login';

const folder = mkdtempSync(path.join(tmpdir(), 'millrace-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeSecretStore('encrypted files', async () => {
  const store = new LocalSecretStore(path.join(folder, 'local'));
  return { store, end: () => store.close() };
});

describeSecretStore('the Vault for tests, with the delivered policies', async () => {
  const fake = await FakeVault.start();
  const { both } = prepareVault(fake);
  const file = path.join(folder, 'secret-id');
  writeFileSync(file, both.newSecretId());
  const { store, session } = openVault({ address: fake.address, login: appRole(both, file) });
  await session.token();
  return {
    store,
    end: async () => {
      await store.close();
      await fake.stop();
    },
  };
});

// A server with a KV engine of version 2 (max_versions=5, cas_required=true) at VAULT_KV_MOUNT, and VAULT_TOKEN.
const { VAULT_ADDR: address, VAULT_TOKEN: token = '', VAULT_KV_MOUNT: mount = 'millrace' } = process.env;
if (address !== undefined) {
  describeSecretStore('the Vault under VAULT_ADDR', async () => {
    const { store, session } = openVault({ address, login: new TokenLogin(token), mount });
    await session.token();
    return { store, end: () => store.close() };
  });
}
