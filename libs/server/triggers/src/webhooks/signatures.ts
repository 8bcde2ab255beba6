import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a call says about its own signature, in the way of one sender. All of them use HMAC with SHA-256. */
export interface SenderSignature {
  /** Bytes that stand before the body in what was signed. */
  readonly prefix: string;
  /** Absent when the sender signs no time. */
  readonly timestampSeconds?: number;
  /** More than one while the sender changes its key. */
  readonly candidates: readonly string[];
  readonly encoding: 'hex' | 'base64';
}

/** Signatures beyond these are not looked at: each costs a comparison. */
const MOST_CANDIDATES = 10;

/** Whether the signed time is near enough to now, in either direction; without one, it always is. */
export function isFresh({ timestampSeconds }: SenderSignature, toleranceSeconds: number, nowMs: number): boolean {
  if (timestampSeconds === undefined) return true;
  return Math.abs(nowMs / 1_000 - timestampSeconds) <= toleranceSeconds;
}

/** Whether one of the signatures is right for these bytes. Takes the same time for every wrong one. */
export function isSigned(signed: SenderSignature, key: string | Buffer, rawBody: Buffer): boolean {
  if (key.length === 0) return false;
  const expected = createHmac('sha256', key).update(signed.prefix).update(rawBody).digest();
  return signed.candidates.slice(0, MOST_CANDIDATES).some((candidate) => {
    const given = Buffer.from(candidate, signed.encoding);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
