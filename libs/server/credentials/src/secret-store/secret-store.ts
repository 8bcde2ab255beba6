import type { JsonObject } from '@millrace/workflow-model';
import type { SecretAddress } from './secret-address';

/** Most bytes of JSON that one secret may have. */
export const MAX_SECRET_BYTES = 65_536;

/** Which version a write made. Versions count up from 1. */
export interface SecretVersion {
  readonly version: number;
}

/** A secret as it was written. Never log, return or keep `data`. */
export interface StoredSecret extends SecretVersion {
  readonly data: JsonObject;
}

/** Whether secrets can be had right now. */
export interface SecretStoreHealth {
  readonly ok: boolean;
  /** `local` files or HashiCorp `vault`. */
  readonly store: 'local' | 'vault';
  /** A few words on what is wrong, without values: `sealed`, `login refused`, ... */
  readonly reason?: string;
}

/**
 * Keeps values of secrets and nothing else. Every method throws `SecretsError`; `SECRETS_UNAVAILABLE` is the only code
 * that waiting mends. Use cases do not take this class but `SecretWriter` or `SecretReader`.
 */
export abstract class SecretStore {
  /** Writes version 1. @throws SecretsError `CONFLICT` when the address is taken */
  abstract create(address: SecretAddress, data: JsonObject): Promise<SecretVersion>;

  /**
   * @param version the newest one when absent
   * @throws SecretsError `NOT_FOUND`, `CREDENTIAL_DELETED`, `CREDENTIAL_DESTROYED`
   */
  abstract read(address: SecretAddress, version?: number): Promise<StoredSecret>;

  /**
   * Writes a version after `expectedVersion`, which must be the newest one. The number may be higher than the next when an
   * answer was lost: name the version that is returned, never `expectedVersion + 1`.
   * @throws SecretsError `CONFLICT` when it is not the newest one
   */
  abstract update(address: SecretAddress, expectedVersion: number, data: JsonObject): Promise<SecretVersion>;

  /**
   * The version that an update has to expect, without the values. Ask when a row may be behind: a write whose row could
   * not be saved leaves the row at the version before.
   * @throws SecretsError `NOT_FOUND`
   */
  abstract newestVersion(address: SecretAddress): Promise<SecretVersion>;

  /** Removes all versions for good. Does nothing when there is none, so it can be repeated. */
  abstract destroy(address: SecretAddress): Promise<void>;

  /** Never throws. */
  abstract health(): Promise<SecretStoreHealth>;

  /** Rejects until the store could be used once since this process started. What happens later is told by `health`. */
  abstract ready(): Promise<void>;

  /** Lets go of sessions and caches when the process ends. */
  abstract close(): Promise<void>;
}
