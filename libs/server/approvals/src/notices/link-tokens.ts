import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for an address that a mail holds. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
