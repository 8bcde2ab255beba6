import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, type Logger } from '@millrace/server-platform';
import { LocalSecretStore } from './local/local-secret-store';
import type { SecretSettings, VaultAuthSettings } from './secret-settings';
import type { SecretStore } from './secret-store';
import { isSecretsError } from './secrets-error';
import { VaultClient } from './vault/vault-client';
import { systemClock, type VaultClock } from './vault/vault-clock';
import { AppRoleLogin, KubernetesLogin, TokenLogin, type VaultLogin } from './vault/vault-login';
import { VaultSecretStore } from './vault/vault-secret-store';
import { VaultSession } from './vault/vault-session';
import { createVaultTransport } from './vault/vault-transport';

const CONNECT_TIMEOUT_MS = 1_000;
const TOTAL_TIMEOUT_MS = 2_000;

/** What a store needs besides its settings. */
export interface StoreSurroundings {
  readonly logger: Logger;
  /** That of this machine when absent. */
  readonly clock?: VaultClock;
}

/**
 * Opens the store that the settings choose. Vault need not be there yet: logging in goes on in the background.
 * @throws ConfigError when a file that a setting names cannot be used
 */
export async function openSecretStore(settings: SecretSettings, around: StoreSurroundings): Promise<SecretStore> {
  return settings.store === 'local' ? openLocal(settings.folder) : openVault(settings, around);
}

async function openLocal(folder: string): Promise<SecretStore> {
  const store = new LocalSecretStore(path.resolve(folder));
  try {
    await store.ready();
    await store.sweep();
  } catch (error) {
    if (!isSecretsError(error)) throw error;
    const { reason } = error.details as { reason: string };
    throw new ConfigError([{ name: 'MILLRACE_SECRETS_DIR', message: reason }]);
  }
  return store;
}

function openVault(
  settings: SecretSettings & { readonly store: 'vault' },
  { logger, clock = systemClock }: StoreSurroundings,
): SecretStore {
  const ca = settings.caFile === undefined ? {} : { ca: certificatesIn(settings.caFile) };
  const transport = createVaultTransport({
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    totalTimeoutMs: TOTAL_TIMEOUT_MS,
    ...ca,
  });
  const client = new VaultClient(settings, transport);
  const session = new VaultSession({ client, login: loginOf(settings.auth), clock, logger });
  session.start();
  return new VaultSecretStore({ client, session, clock, mount: settings.mount });
}

function certificatesIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([{ name: 'VAULT_CACERT', message: `names a file that cannot be read (${code})` }]);
  }
}

function loginOf(auth: VaultAuthSettings): VaultLogin {
  switch (auth.method) {
    case 'approle':
      return new AppRoleLogin(auth);
    case 'kubernetes':
      return new KubernetesLogin(auth);
    case 'token':
      return new TokenLogin(auth.token);
  }
}
