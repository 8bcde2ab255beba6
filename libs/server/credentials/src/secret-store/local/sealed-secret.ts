import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** One key of the keyring. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** What a file of the local store holds. */
export interface SealedSecret {
  readonly format: 1;
  readonly keyId: string;
  readonly iv: string;
  readonly tag: string;
  readonly sealed: string;
}

/** Which secret and version is sealed: a file that is moved to another place does not open there. */
export interface SealedPlace {
  /** `tree/id`. */
  readonly path: string;
  readonly version: number;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function contextOf(place: SealedPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['millrace-secret', 1, place.path, place.version, keyId]));
}

/** Encrypts `text` and binds it to its place. */
export function sealSecret(text: string, place: SealedPlace, key: SealingKey): SealedSecret {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(contextOf(place, key.id));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    format: 1,
    keyId: key.id,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** Decrypts. @throws Error when the key is another one, the place is, or a bit was changed */
export function openSecret(secret: SealedSecret, place: SealedPlace, key: SealingKey): string {
  const decipher = createDecipheriv(CIPHER, key.bytes, Buffer.from(secret.iv, 'base64'), { authTagLength: TAG_BYTES });
  decipher.setAAD(contextOf(place, secret.keyId));
  decipher.setAuthTag(Buffer.from(secret.tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(secret.sealed, 'base64')), decipher.final()]).toString('utf8');
}

/** Reads the text of a file. @throws Error when it is not one of ours */
export function parseSealed(text: string): SealedSecret {
  const value: unknown = JSON.parse(text);
  const isSealed =
    typeof value === 'object' &&
    value !== null &&
    (value as { format?: unknown }).format === 1 &&
    ['keyId', 'iv', 'tag', 'sealed'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
  if (!isSealed) throw new Error('This is not a file of the local secret store.');
  return value as SealedSecret;
}
