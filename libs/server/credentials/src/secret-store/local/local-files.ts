import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { SecretTree } from '../secret-address';
import { SecretsError } from '../secrets-error';
import { ensureFolder, replaceFile, syncFolder, systemCode, writeNewFile } from './durable-files';

const trees: readonly SecretTree[] = ['credentials', 'oauth', 'run'];
const FORGOTTEN_AFTER_MS = 3_600_000;
const versionFile = /^([1-9]\d{0,9})\.json$/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Which files a local store has: `<folder>/<tree>/<id>/<version>.json`, beside `key`, `tmp/` and `trash/`. */
export class LocalFiles {
  readonly #folder: string;
  readonly keyFile: string;
  readonly temporaryFolder: string;
  readonly #trash: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.keyFile = path.join(folder, 'key');
    this.temporaryFolder = path.join(folder, 'tmp');
    this.#trash = path.join(folder, 'trash');
  }

  /** The `tree/id` of all secrets. */
  async paths(): Promise<readonly string[]> {
    const perTree = await Promise.all(
      trees.map(async (tree) => (await namesIn(path.join(this.#folder, tree))).map((id) => `${tree}/${id}`)),
    );
    return perTree.flat();
  }

  /** The versions of a secret, oldest first. */
  async versions(secretPath: string): Promise<readonly number[]> {
    const names = await namesIn(this.#secretFolder(secretPath));
    return names.flatMap((name) => Number(versionFile.exec(name)?.[1] ?? [])).sort((a, b) => a - b);
  }

  /** The text of a version; null when there is none. */
  async read(secretPath: string, version: number): Promise<string | null> {
    try {
      return await readFile(this.#file(secretPath, version), 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Writes a version that must not exist yet. False when it does. */
  async writeNew(secretPath: string, version: number, text: string): Promise<boolean> {
    const folder = this.#secretFolder(secretPath);
    await ensureFolder(folder);
    await syncFolder(path.dirname(folder));
    return writeNewFile(this.#file(secretPath, version), this.temporaryFolder, text);
  }

  /** Puts another text in the place of a version. False when the secret was destroyed in between. */
  async replace(secretPath: string, version: number, text: string): Promise<boolean> {
    try {
      await replaceFile(this.#file(secretPath, version), this.temporaryFolder, text);
      return true;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  /** Removes a version. */
  async removeVersion(secretPath: string, version: number): Promise<void> {
    await rm(this.#file(secretPath, version), { force: true });
  }

  /** Removes a secret: in one step out of sight, then for good. */
  async remove(secretPath: string): Promise<void> {
    const folder = this.#secretFolder(secretPath);
    const doomed = path.join(this.#trash, randomUUID());
    await ensureFolder(this.#trash);
    try {
      await rename(folder, doomed);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return;
      throw error;
    }
    await syncFolder(path.dirname(folder));
    await rm(doomed, { recursive: true, force: true });
  }

  /** Removes what a process that died in the middle left behind. */
  async sweep(): Promise<void> {
    // What is in it, not the folder itself: other processes may be about to use it.
    for (const name of await namesIn(this.#trash)) {
      await rm(path.join(this.#trash, name), { recursive: true, force: true });
    }
    const longAgo = Date.now() - FORGOTTEN_AFTER_MS;
    for (const name of await namesIn(this.temporaryFolder)) {
      const file = path.join(this.temporaryFolder, name);
      const found = await stat(file).catch(() => null);
      if (found !== null && found.mtimeMs < longAgo) await rm(file, { force: true });
    }
  }

  /** Runs something that no other process may do at the same time. @throws SecretsError `CONFLICT` when one does */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    const lock = path.join(this.#folder, 'rotation.lock');
    const holder = await readFile(lock, 'utf8').catch(() => null);
    if (holder !== null && !isAlive(Number(holder))) await rm(lock, { force: true });
    if (!(await writeNewFile(lock, this.temporaryFolder, String(process.pid)))) {
      throw new SecretsError('CONFLICT', `another rotation runs: process ${holder}`);
    }
    try {
      return await run();
    } finally {
      await rm(lock, { force: true });
    }
  }

  #secretFolder(secretPath: string): string {
    return path.join(this.#folder, ...secretPath.split('/'));
  }

  #file(secretPath: string, version: number): string {
    return path.join(this.#secretFolder(secretPath), `${version}.json`);
  }
}
