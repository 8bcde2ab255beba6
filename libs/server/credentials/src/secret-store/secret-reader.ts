import type { JsonObject } from '@millrace/workflow-model';
import type { OnApplicationShutdown } from '@nestjs/common';
import { oauthSecret, runSecret, type SecretAddress } from './secret-address';
import { SecretCache } from './secret-cache';
import type { SecretStore, SecretStoreHealth, SecretVersion, StoredSecret } from './secret-store';

/** What workers may do with secrets: read all, keep refreshed OAuth tokens, purge what was given with a run. */
export class SecretReader implements OnApplicationShutdown {
  readonly #store: SecretStore;
  readonly #cache: SecretCache;

  /** @param cache one that keeps nothing when absent */
  constructor(store: SecretStore, cache: SecretCache = new SecretCache(0)) {
    this.#store = store;
    this.#cache = cache;
  }

  /** As `SecretStore.read`. Name the version of the row that is used: only then may it come from memory. */
  async read(address: SecretAddress, version?: number): Promise<StoredSecret> {
    if (version === undefined) return this.#store.read(address);
    const known = this.#cache.find(address, version);
    if (known) return known;
    const secret = await this.#store.read(address, version);
    this.#cache.keep(address, secret);
    return secret;
  }

  /** Drops what is in memory of a secret that was removed. */
  forget(address: SecretAddress): void {
    this.#cache.forget(address);
  }

  /** Drops everything that is in memory. */
  onApplicationShutdown(): void {
    this.#cache.clear();
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
    this.#cache.forget(runSecret(id));
    return this.#store.destroy(runSecret(id));
  }

  /** As `SecretStore.health`. */
  health(): Promise<SecretStoreHealth> {
    return this.#store.health();
  }
}
