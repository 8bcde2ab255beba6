import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** The code of a failed system call, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}

/** Makes a folder, and those above it, for the owner only. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Makes what happened in a folder survive a power cut. Windows cannot, and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a whole file that is on disk before its name appears, then gives it its name with `publish`. */
async function writeThrough(
  temporaryFolder: string,
  text: string,
  publish: (temporary: string) => Promise<void>,
): Promise<void> {
  await ensureFolder(temporaryFolder);
  const temporary = path.join(temporaryFolder, randomUUID());
  try {
    const handle = await open(temporary, 'wx', OWNER_ONLY_FILE);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await publish(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Writes a file that must not exist yet, as one step for everybody who looks. False when it does exist. */
export async function writeNewFile(file: string, temporaryFolder: string, text: string): Promise<boolean> {
  try {
    await writeThrough(temporaryFolder, text, (temporary) => link(temporary, file));
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  await syncFolder(path.dirname(file));
  return true;
}

/** Puts a file in the place of another, as one step for everybody who looks. */
export async function replaceFile(file: string, temporaryFolder: string, text: string): Promise<void> {
  await writeThrough(temporaryFolder, text, (temporary) => rename(temporary, file));
  await syncFolder(path.dirname(file));
}
