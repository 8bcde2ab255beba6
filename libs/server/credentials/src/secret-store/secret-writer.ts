import type { JsonObject } from '@millrace/workflow-model';
import type { SecretAddress } from './secret-address';
import type { SecretStore, SecretStoreHealth, SecretVersion } from './secret-store';

/** What the api writes. Tokens of OAuth are written by workers, which alone can ask for them. */
export type WritableAddress = SecretAddress<'credentials' | 'run'>;

/** What the api may do with secrets: write and remove. It has no way to read one back. */
export class SecretWriter {
  readonly #store: SecretStore;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  /** As `SecretStore.create`. */
  create(address: WritableAddress, data: JsonObject): Promise<SecretVersion> {
    return this.#store.create(address, data);
  }

  /** As `SecretStore.update`. */
  update(address: WritableAddress, expectedVersion: number, data: JsonObject): Promise<SecretVersion> {
    return this.#store.update(address, expectedVersion, data);
  }

  /** As `SecretStore.newestVersion`. */
  newestVersion(address: SecretAddress): Promise<SecretVersion> {
    return this.#store.newestVersion(address);
  }

  /** As `SecretStore.destroy`. */
  destroy(address: SecretAddress): Promise<void> {
    return this.#store.destroy(address);
  }

  /** As `SecretStore.health`. */
  health(): Promise<SecretStoreHealth> {
    return this.#store.health();
  }
}
