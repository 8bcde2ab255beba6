import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { newId } from '@millrace/server-platform';
import { z } from 'zod';
import { SecretsError } from '../secrets-error';
import { replaceFile, systemCode, writeNewFile } from './durable-files';
import type { SealingKey } from './sealed-secret';

const KEY_BYTES = 32;
const FOR_OTHERS = 0o077;

const keyFileSchema = z.object({
  format: z.literal(1),
  keys: z
    .array(z.object({ id: z.string().min(1), createdAt: z.string(), key: z.base64() }))
    .min(1)
    .max(100),
});

type KeyFile = z.infer<typeof keyFileSchema>;

/** The keys of a local store at one moment: the first one seals, all of them open. */
export class Keyring {
  readonly keys: readonly SealingKey[];
  /** Changes whenever the file does. */
  readonly stamp: string;

  constructor(file: KeyFile, stamp: string) {
    this.keys = file.keys.map(({ id, key }) => ({ id, bytes: Buffer.from(key, 'base64') }));
    this.stamp = stamp;
    if (this.keys.some(({ bytes }) => bytes.length !== KEY_BYTES)) throw unreadable('a key has not 32 bytes');
  }

  /** The one that seals. */
  get active(): SealingKey {
    return this.keys[0] as SealingKey;
  }

  /** The key with this id, if it is here. */
  find(id: string): SealingKey | undefined {
    return this.keys.find((key) => key.id === id);
  }
}

function unreadable(why: string): SecretsError {
  return new SecretsError('SECRETS_MISCONFIGURED', `the key file of the local store cannot be used: ${why}`);
}

function newKey(): KeyFile['keys'][number] {
  return { id: newId(), createdAt: new Date().toISOString(), key: randomBytes(KEY_BYTES).toString('base64') };
}

function textOf(keys: KeyFile['keys']): string {
  return `${JSON.stringify({ format: 1, keys } satisfies KeyFile, null, 2)}\n`;
}

/** The file with the keys of a local store. */
export class KeyFileOnDisk {
  readonly #file: string;
  readonly #temporaryFolder: string;

  constructor(file: string, temporaryFolder: string) {
    this.#file = file;
    this.#temporaryFolder = temporaryFolder;
  }

  /** Something that changes whenever the file does; null when there is none. */
  async stamp(): Promise<string | null> {
    try {
      const { ino, mtimeMs, size } = await stat(this.#file);
      return `${ino}:${mtimeMs}:${size}`;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * The keys; null when there is no file.
   * @throws SecretsError `SECRETS_MISCONFIGURED` when others than its owner may read the file, or it is damaged
   */
  async read(): Promise<Keyring | null> {
    const stamp = await this.stamp();
    if (stamp === null) return null;
    await this.#checkMode();
    return new Keyring(await this.#parse(), stamp);
  }

  /** Makes the file with a first key unless somebody else just did. */
  async createIfAbsent(): Promise<void> {
    await writeNewFile(this.#file, this.#temporaryFolder, textOf([newKey()]));
  }

  /** Puts a new key before the others, which from then on only open. */
  async addKey(): Promise<void> {
    const { keys } = await this.#parse();
    await replaceFile(this.#file, this.#temporaryFolder, textOf([newKey(), ...keys]));
  }

  /** Forgets every key but the one that seals. */
  async dropOldKeys(): Promise<void> {
    const { keys } = await this.#parse();
    if (keys.length > 1) await replaceFile(this.#file, this.#temporaryFolder, textOf(keys.slice(0, 1)));
  }

  async #checkMode(): Promise<void> {
    if (process.platform === 'win32') return;
    const { mode } = await stat(this.#file);
    if ((mode & FOR_OTHERS) !== 0) throw unreadable('others than its owner may open it; run chmod 600 on it');
  }

  async #parse(): Promise<KeyFile> {
    const text = await readFile(this.#file, 'utf8');
    try {
      return keyFileSchema.parse(JSON.parse(text));
    } catch {
      // The parser's message would quote the file.
      throw unreadable('it is damaged; put it back from a backup');
    }
  }
}
