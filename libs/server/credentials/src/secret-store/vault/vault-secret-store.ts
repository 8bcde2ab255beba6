import type { JsonObject } from '@millrace/workflow-model';
import { pathOfSecret, type SecretAddress } from '../secret-address';
import { encodeSecret } from '../secret-payload';
import { SecretStore, type SecretStoreHealth, type SecretVersion, type StoredSecret } from '../secret-store';
import { isSecretsError, SecretsError } from '../secrets-error';
import { dig } from './vault-answer';
import { VaultUnavailable } from './vault-breaker';
import type { VaultClient } from './vault-client';
import { VaultRequests, type RequestParts } from './vault-requests';
import type { VaultSession } from './vault-session';

/** Statuses of `sys/health` that mean that secrets can be had: active, standby, performance standby. */
const healthy = new Set([200, 429, 473]);
const troubles: Readonly<Record<number, string>> = {
  472: 'a standby for disasters',
  501: 'not initialised',
  503: 'sealed',
};

/** What `VaultSecretStore` is made of. */
export interface VaultStoreParts extends RequestParts {
  /** Where the KV engine of version 2 is mounted. */
  readonly mount: string;
}

/** Secrets in HashiCorp Vault, one of KV version 2 for each. */
export class VaultSecretStore extends SecretStore {
  readonly #client: VaultClient;
  readonly #session: VaultSession;
  readonly #requests: VaultRequests;
  readonly #mount: string;
  readonly #reading = new Map<string, Promise<StoredSecret>>();

  constructor(parts: VaultStoreParts) {
    super();
    this.#client = parts.client;
    this.#session = parts.session;
    this.#requests = new VaultRequests(parts);
    this.#mount = parts.mount;
  }

  override async create(address: SecretAddress, data: JsonObject): Promise<SecretVersion> {
    return this.#write(address, 0, data);
  }

  override async update(address: SecretAddress, expectedVersion: number, data: JsonObject): Promise<SecretVersion> {
    return this.#write(address, expectedVersion, data);
  }

  /** Callers who want the same version at the same time share one request. */
  override async read(address: SecretAddress, version?: number): Promise<StoredSecret> {
    const query = version === undefined ? '' : `?version=${version}`;
    const path = `${this.#mount}/data/${pathOfSecret(address)}${query}`;
    const reading = this.#reading.get(path) ?? this.#readOnce(path);
    const { version: found, data } = await reading;
    return { version: found, data: structuredClone(data) };
  }

  override async newestVersion(address: SecretAddress): Promise<SecretVersion> {
    const body = await this.#requests.repeat({ method: 'GET', path: this.#metadataPath(address) });
    return { version: versionIn(dig(body, 'data', 'current_version')) };
  }

  override async destroy(address: SecretAddress): Promise<void> {
    await this.#requests.repeat({ method: 'DELETE', path: this.#metadataPath(address) });
  }

  override async health(): Promise<SecretStoreHealth> {
    const status = await this.#client.health().then(
      (answer) => answer.status,
      (error: unknown) => (error as Error).message,
    );
    const reason =
      typeof status === 'string' ? status : healthy.has(status) ? null : (troubles[status] ?? `status ${status}`);
    const trouble = reason ?? this.#session.trouble;
    return { ok: trouble === null, store: 'vault', ...(trouble === null ? {} : { reason: trouble }) };
  }

  override async ready(): Promise<void> {
    if (!this.#session.hasLoggedIn) throw new SecretsError('SECRETS_UNAVAILABLE', this.#session.trouble ?? undefined);
  }

  override async close(): Promise<void> {
    await this.#session.close();
    await this.#client.close();
  }

  #readOnce(path: string): Promise<StoredSecret> {
    const reading = this.#requests
      .repeat({ method: 'GET', path })
      .then(secretIn)
      .finally(() => this.#reading.delete(path));
    this.#reading.set(path, reading);
    return reading;
  }

  async #write(address: SecretAddress, expected: number, data: JsonObject): Promise<SecretVersion> {
    encodeSecret(data);
    const path = `${this.#mount}/data/${pathOfSecret(address)}`;
    let maybeApplied = false;
    let cas = expected;
    return this.#requests.tries(async () => {
      const before = cas;
      if (maybeApplied) cas = await this.#afterLostAnswer(address, before);
      if (expected === 0 && cas === 1) return { version: 1 };
      try {
        const body = await this.#requests.once({ method: 'POST', path, body: { options: { cas }, data } });
        return { version: versionIn(dig(body, 'data', 'version')) };
      } catch (error) {
        // What was still on its way arrived after we had looked: look again.
        if (maybeApplied && cas === before && isSecretsError(error, 'CONFLICT')) {
          throw new VaultUnavailable('its answer was lost', 'maybe');
        }
        maybeApplied ||= error instanceof VaultUnavailable && error.applied === 'maybe';
        throw error;
      }
    });
  }

  /**
   * Which version to expect once the answer to a write that expected `cas` was lost. Either nothing was written, or there is one version more: ours, or that
   * of somebody who was as fast. An update writes its values once more on top, so that the version it returns holds its own
   * values for certain; the row of the credential says whose version counts. Nobody else creates under a new id.
   * @throws SecretsError `CONFLICT`
   */
  async #afterLostAnswer(address: SecretAddress, cas: number): Promise<number> {
    const newest = await this.#newestOnce(address);
    if (newest === cas || newest === cas + 1) return newest;
    throw new SecretsError('CONFLICT', 'another version is newest');
  }

  async #newestOnce(address: SecretAddress): Promise<number> {
    try {
      const body = await this.#requests.once({ method: 'GET', path: this.#metadataPath(address) });
      return versionIn(dig(body, 'data', 'current_version'));
    } catch (error) {
      if (isSecretsError(error, 'NOT_FOUND')) return 0;
      throw error;
    }
  }

  #metadataPath(address: SecretAddress): string {
    return `${this.#mount}/metadata/${pathOfSecret(address)}`;
  }
}

function versionIn(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new SecretsError('SECRETS_MISCONFIGURED', 'what answers under VAULT_ADDR is no Vault');
}

function secretIn(body: unknown): StoredSecret {
  const data = dig(body, 'data', 'data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new SecretsError('SECRETS_MISCONFIGURED', 'what answers under VAULT_ADDR is no Vault');
  }
  return { data: data as JsonObject, version: versionIn(dig(body, 'data', 'metadata', 'version')) };
}
