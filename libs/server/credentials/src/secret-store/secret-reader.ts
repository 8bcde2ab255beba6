import type { JsonObject } from '@millrace/workflow-model';
import { oauthSecret, runSecret, type SecretAddress } from './secret-address';
import type { SecretStore, SecretStoreHealth, SecretVersion, StoredSecret } from './secret-store';

/** What workers may do with secrets: read all, keep refreshed OAuth tokens, purge what was given with a run. */
export class SecretReader {
  readonly #store: SecretStore;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  /** As `SecretStore.read`. Name the version of the row that is used. */
  read(address: SecretAddress, version?: number): Promise<StoredSecret> {
    return this.#store.read(address, version);
  }

  /** Keeps the first tokens of an OAuth credential. @throws SecretsError `CONFLICT` when there are some */
  createTokens(credentialId: string, tokens: JsonObject): Promise<SecretVersion> {
    return this.#store.create(oauthSecret(credentialId), tokens);
  }

  /** Keeps refreshed tokens. @throws SecretsError `CONFLICT` when another worker was faster: read those */
  updateTokens(credentialId: string, expectedVersion: number, tokens: JsonObject): Promise<SecretVersion> {
    return this.#store.update(oauthSecret(credentialId), expectedVersion, tokens);
  }

  /** Removes what was given with a run. */
  purgeRun(id: string): Promise<void> {
    return this.#store.destroy(runSecret(id));
  }

  /** As `SecretStore.health`. */
  health(): Promise<SecretStoreHealth> {
    return this.#store.health();
  }
}
