import { SecretsError } from '../secrets-error';
import { KeyFileOnDisk, type Keyring } from './keyring';
import { LocalFiles } from './local-files';
import { openSecret, parseSealed, sealSecret } from './sealed-secret';

/** What a rotation did. */
export interface RotationReport {
  /** Versions of secrets that were sealed with the new key. */
  readonly sealedAgain: number;
}

/**
 * Gives a local store a new key and seals every version of every secret with it; then the old keys are forgotten. May run
 * beside the product. Ended in the middle, nothing is lost: both keys are there, and the next run takes up the rest and
 * gives a new key once more.
 * @throws SecretsError `NOT_FOUND` when the folder has no key file, `CONFLICT` while another rotation runs,
 * `SECRETS_MISCONFIGURED` when a file does not open: then no key is forgotten
 */
export async function rotateLocalSecrets(folder: string): Promise<RotationReport> {
  const files = new LocalFiles(folder);
  const keyFile = new KeyFileOnDisk(files.keyFile, files.temporaryFolder);
  if ((await keyFile.read()) === null) throw new SecretsError('NOT_FOUND', 'the folder has no key file yet');
  return files.alone(() => rotateAlone(files, keyFile));
}

async function rotateAlone(files: LocalFiles, keyFile: KeyFileOnDisk): Promise<RotationReport> {
  await keyFile.addKey();
  const keyring = (await keyFile.read()) as Keyring;
  let sealedAgain = 0;
  // Again until nothing is left: writers that started before the new key may still finish.
  for (let found = 1; found > 0; sealedAgain += found) found = await sealAll(files, keyring);
  await files.sweep();
  await keyFile.dropOldKeys();
  return { sealedAgain };
}

async function sealAll(files: LocalFiles, keyring: Keyring): Promise<number> {
  let count = 0;
  for (const path of await files.paths()) {
    for (const version of await files.versions(path)) {
      if (await sealAgain(files, { path, version }, keyring)) count += 1;
    }
  }
  return count;
}

/** Whether it had to be. */
async function sealAgain(
  files: LocalFiles,
  place: { readonly path: string; readonly version: number },
  keyring: Keyring,
): Promise<boolean> {
  const text = await files.read(place.path, place.version);
  if (text === null) return false;
  const sealed = parseSealed(text);
  if (sealed.keyId === keyring.active.id) return false;
  const key = keyring.find(sealed.keyId);
  if (!key) throw new SecretsError('SECRETS_MISCONFIGURED', `no key opens ${place.path}, version ${place.version}`);
  const plain = openSecret(sealed, place, key);
  return files.replace(place.path, place.version, JSON.stringify(sealSecret(plain, place, keyring.active)));
}
