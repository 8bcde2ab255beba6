import type { JsonObject } from '@millrace/workflow-model';
import { pathOfSecret, type SecretAddress } from '../secret-address';
import { encodeSecret } from '../secret-payload';
import { SecretStore, type SecretStoreHealth, type SecretVersion, type StoredSecret } from '../secret-store';
import { isSecretsError, SecretsError } from '../secrets-error';
import { systemCode } from './durable-files';
import { KeyFileOnDisk, type Keyring } from './keyring';
import { LocalFiles } from './local-files';
import { openSecret, parseSealed, sealSecret, type SealedSecret } from './sealed-secret';

/** Versions of one secret that are kept, as in Vault. */
const MAX_VERSIONS = 5;

/**
 * Secrets in encrypted files of one folder outside the database: the store of an installation on one machine. Several
 * processes may share the folder. Whoever can read the folder with its key file can read the secrets; nobody who reads only
 * Postgres or its backups can. Nothing is written before the first secret is.
 */
export class LocalSecretStore extends SecretStore {
  readonly #files: LocalFiles;
  readonly #keyFile: KeyFileOnDisk;
  #keyring: Keyring | null = null;

  constructor(folder: string) {
    super();
    this.#files = new LocalFiles(folder);
    this.#keyFile = new KeyFileOnDisk(this.#files.keyFile, this.#files.temporaryFolder);
  }

  override create(address: SecretAddress, data: JsonObject): Promise<SecretVersion> {
    return this.#write(address, 0, data);
  }

  override update(address: SecretAddress, expectedVersion: number, data: JsonObject): Promise<SecretVersion> {
    return this.#write(address, expectedVersion, data);
  }

  override async read(address: SecretAddress, version?: number): Promise<StoredSecret> {
    const path = pathOfSecret(address);
    const wanted = version ?? (await onDisk(() => this.#files.versions(path))).at(-1);
    const text = wanted === undefined ? null : await onDisk(() => this.#files.read(path, wanted));
    if (wanted === undefined || text === null) throw new SecretsError('NOT_FOUND');
    return { version: wanted, data: JSON.parse(await this.#open(text, path, wanted)) };
  }

  override async newestVersion(address: SecretAddress): Promise<SecretVersion> {
    const newest = (await onDisk(() => this.#files.versions(pathOfSecret(address)))).at(-1);
    if (newest === undefined) throw new SecretsError('NOT_FOUND');
    return { version: newest };
  }

  override async destroy(address: SecretAddress): Promise<void> {
    await onDisk(() => this.#files.remove(pathOfSecret(address)));
  }

  /** Also that the key file can be used, when there is one, or that none is missing. */
  override async health(): Promise<SecretStoreHealth> {
    try {
      await this.ready();
      return { ok: true, store: 'local' };
    } catch (error) {
      const details = isSecretsError(error) ? (error.details as { reason?: string } | undefined) : undefined;
      return { ok: false, store: 'local', reason: details?.reason ?? 'the folder cannot be read' };
    }
  }

  /** Removes what processes that died in the middle left behind. */
  async sweep(): Promise<void> {
    await onDisk(() => this.#files.sweep());
  }

  /** @throws SecretsError `SECRETS_MISCONFIGURED` when the key file is gone, open to others, or damaged */
  override async ready(): Promise<void> {
    if ((await onDisk(() => this.#keyFile.read())) !== null) return;
    if ((await onDisk(() => this.#files.paths())).length > 0) {
      throw new SecretsError(
        'SECRETS_MISCONFIGURED',
        'the key file of the local store is gone; put it back from a backup',
      );
    }
  }

  override async close(): Promise<void> {
    this.#keyring = null;
  }

  async #write(address: SecretAddress, expected: number, data: JsonObject): Promise<SecretVersion> {
    const place = { path: pathOfSecret(address), version: expected + 1 };
    const text = encodeSecret(data);
    const versions = await onDisk(() => this.#files.versions(place.path));
    if ((versions.at(-1) ?? 0) !== expected) throw new SecretsError('CONFLICT');
    const keyring = await this.#keyringToSeal();
    const sealed = JSON.stringify(sealSecret(text, place, keyring.active));
    if (!(await onDisk(() => this.#files.writeNew(place.path, place.version, sealed)))) {
      throw new SecretsError('CONFLICT');
    }
    await this.#sealAgainAfterRotation(text, place, keyring);
    const tooOld = versions.slice(0, Math.max(0, versions.length + 1 - MAX_VERSIONS));
    for (const version of tooOld) await onDisk(() => this.#files.removeVersion(place.path, version));
    return { version: place.version };
  }

  /**
   * A rotation first adds a key, then seals all files again, then forgets the old keys. When it began before our file was
   * there, it may have missed it: then we seal it again. When it began later, it finds our file.
   */
  async #sealAgainAfterRotation(text: string, place: { path: string; version: number }, used: Keyring): Promise<void> {
    for (let keyring = used; ;) {
      if ((await onDisk(() => this.#keyFile.stamp())) === keyring.stamp) return;
      const before = keyring.active.id;
      keyring = await this.#keyringToSeal();
      if (keyring.active.id === before) continue;
      const sealed = JSON.stringify(sealSecret(text, place, keyring.active));
      await onDisk(() => this.#files.replace(place.path, place.version, sealed));
    }
  }

  async #open(text: string, path: string, version: number): Promise<string> {
    const sealed = parseOrRefuse(text);
    const key = this.#keyring?.find(sealed.keyId) ?? (await this.#loadKeyring())?.find(sealed.keyId);
    if (!key) {
      // A rotation may have sealed it again and forgotten this key since we read the file.
      const again = await onDisk(() => this.#files.read(path, version));
      if (again !== null && again !== text) return this.#open(again, path, version);
      throw new SecretsError('SECRETS_MISCONFIGURED', 'a secret was sealed with a key that the key file does not hold');
    }
    try {
      return openSecret(sealed, { path, version }, key);
    } catch {
      throw new SecretsError('SECRETS_MISCONFIGURED', 'a file of the local store was changed or moved');
    }
  }

  async #keyringToSeal(): Promise<Keyring> {
    const stamp = await onDisk(() => this.#keyFile.stamp());
    if (this.#keyring !== null && this.#keyring.stamp === stamp) return this.#keyring;
    if (stamp === null) {
      await this.ready();
      await onDisk(() => this.#keyFile.createIfAbsent());
    }
    const keyring = await this.#loadKeyring();
    if (!keyring) throw new SecretsError('SECRETS_MISCONFIGURED', 'the key file of the local store is gone');
    return keyring;
  }

  async #loadKeyring(): Promise<Keyring | null> {
    this.#keyring = await onDisk(() => this.#keyFile.read());
    return this.#keyring;
  }
}

function parseOrRefuse(text: string): SealedSecret {
  try {
    return parseSealed(text);
  } catch {
    throw new SecretsError('SECRETS_MISCONFIGURED', 'a file of the local store is damaged');
  }
}

const mendedByPeople = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR']);

/** Runs something that touches the disk; a failure of the disk becomes a `SecretsError` that names it. */
async function onDisk<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isSecretsError(error)) throw error;
    const code = systemCode(error);
    if (code === undefined) throw error;
    const kind = mendedByPeople.has(code) ? 'SECRETS_MISCONFIGURED' : 'SECRETS_UNAVAILABLE';
    throw new SecretsError(kind, `the folder of the local store: ${code}`);
  }
}
