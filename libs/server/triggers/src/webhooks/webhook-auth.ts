import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isPreset, signaturePresets, type SignaturePresetName } from './signature-presets';
import { isFresh, isSigned } from './signatures';

/** `service`: a token of ours that the service sends back in a header of its own. */
export type WebhookAuth = 'token' | 'basic' | 'hmac' | 'none' | 'service' | SignaturePresetName;

/** How a sender proves itself, beside the secret. */
export interface HmacScheme {
  /** Header with the signature: hex or base64, with or without `sha256=`; or the list form `t=…,v1=…`; or Standard Webhooks' `v1,…`. */
  readonly header: string;
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  /** Seconds that a signed timestamp may be away from now. */
  readonly toleranceSeconds: number;
  /** Header of `service` with the token. */
  readonly tokenHeader?: string;
}

export const DEFAULT_HMAC: HmacScheme = { header: 'x-signature', algorithm: 'sha256', toleranceSeconds: 300 };

/** What is known of the secret: a digest for tokens and passwords, a way to the key for signatures. */
export interface WebhookSecret {
  /** SHA-256 of the token, or of the password; null when none was issued yet. */
  readonly digest: Buffer | null;
  /** Signing key; only made when a signature is to be checked. */
  readonly signingKey: () => string | null;
}

export interface WebhookCredentials {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: Buffer;
  readonly nowMs: number;
}

/** Why a call was refused, for the answer; never tells what would have been right. */
export type AuthRefusal = 'missing' | 'wrong' | 'stale';

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Digest of a token or password as it is stored. The secrets are random and long, so a fast hash suffices. */
export function secretDigest(secret: string): Buffer {
  return sha256(secret);
}

/** Null when the call may pass. Takes the same time for every wrong secret of the same length. */
export function checkWebhookAuth(
  auth: WebhookAuth,
  secret: WebhookSecret,
  scheme: HmacScheme,
  call: WebhookCredentials,
): AuthRefusal | null {
  if (isPreset(auth)) return checkPreset(auth, secret, scheme, call);
  switch (auth) {
    case 'none':
      return null;
    case 'token':
      return compareDigest(secret.digest, tokenOf(call.headers));
    case 'basic':
      return compareDigest(secret.digest, passwordOf(call.headers));
    case 'hmac':
      return checkSignature(secret.signingKey(), scheme, call);
    case 'service':
      return compareDigest(digestOf(secret.signingKey()), call.headers[scheme.tokenHeader ?? '']);
  }
}

/** Whether what proves the caller is a signature of the body, which must then be read first. */
export function isSignedAuth(auth: WebhookAuth): boolean {
  return auth === 'hmac' || isPreset(auth);
}

function digestOf(key: string | null): Buffer | null {
  return key === null ? null : sha256(key);
}

function checkPreset(
  name: SignaturePresetName,
  secret: WebhookSecret,
  { toleranceSeconds }: HmacScheme,
  call: WebhookCredentials,
): AuthRefusal | null {
  const { read, keyOf } = signaturePresets[name];
  const signed = read(call.headers);
  if (!signed) return 'missing';
  if (!isFresh(signed, toleranceSeconds, call.nowMs)) return 'stale';
  const key = secret.signingKey();
  return key !== null && isSigned(signed, keyOf(key), call.rawBody) ? null : 'wrong';
}

function compareDigest(expected: Buffer | null, given: string | undefined): AuthRefusal | null {
  if (!given) return 'missing';
  return expected && timingSafeEqual(expected, sha256(given)) ? null : 'wrong';
}

function tokenOf(headers: WebhookCredentials['headers']): string | undefined {
  const bearer = /^bearer (.+)$/i.exec(headers['authorization'] ?? '');
  return headers['x-webhook-token'] ?? bearer?.[1]?.trim();
}

function passwordOf(headers: WebhookCredentials['headers']): string | undefined {
  const basic = /^basic ([a-z0-9+/=]+)$/i.exec(headers['authorization'] ?? '');
  if (!basic?.[1]) return undefined;
  const pair = Buffer.from(basic[1], 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

function checkSignature(key: string | null, scheme: HmacScheme, call: WebhookCredentials): AuthRefusal | null {
  const header = call.headers[scheme.header.toLowerCase()] ?? call.headers['webhook-signature'];
  if (!header) return 'missing';
  const signed = readSignature(header, call);
  if (signed.timestampSeconds !== undefined) {
    const awaySeconds = Math.abs(call.nowMs / 1_000 - signed.timestampSeconds);
    if (!(awaySeconds <= scheme.toleranceSeconds)) return 'stale';
  }
  if (!key) return 'wrong';
  const isRight = keysOf(key, signed).some((bytes) => {
    const expected = createHmac(scheme.algorithm, bytes).update(signed.prefix).update(call.rawBody).digest();
    return signed.candidates.some((candidate) => matches(expected, candidate));
  });
  return isRight ? null : 'wrong';
}

/** Libraries for Standard Webhooks take the secret as base64 of the key, everybody else as the key itself. */
function keysOf(key: string, { isStandard }: SignedCall): readonly (string | Buffer)[] {
  return isStandard ? [key, Buffer.from(key, 'base64url')] : [key];
}

interface SignedCall {
  /** Bytes that stand before the body in what was signed. */
  readonly prefix: string;
  readonly timestampSeconds?: number;
  readonly candidates: readonly string[];
  /** Signed as Standard Webhooks lay down. */
  readonly isStandard?: boolean;
}

function readSignature(header: string, call: WebhookCredentials): SignedCall {
  const id = call.headers['webhook-id'];
  const sentAt = call.headers['webhook-timestamp'];
  if (id && sentAt) {
    const candidates = header.split(' ').map((part) => part.slice(part.indexOf(',') + 1));
    return { prefix: `${id}.${sentAt}.`, timestampSeconds: Number(sentAt), candidates, isStandard: true };
  }
  const fields = header.split(',').map((part) => part.trim().split('='));
  const timestamp = fields.find(([name]) => name === 't')?.[1];
  if (timestamp) {
    const candidates = fields.filter(([name]) => /^v\d+$/.test(name ?? '')).map(([, ...value]) => value.join('='));
    return { prefix: `${timestamp}.`, timestampSeconds: Number(timestamp), candidates };
  }
  return { prefix: '', candidates: [header.replace(/^sha(1|256|512)=/, '').trim()] };
}

function matches(expected: Buffer, candidate: string): boolean {
  const encoding = candidate.length === expected.length * 2 ? 'hex' : 'base64';
  const given = Buffer.from(candidate, encoding);
  return given.length === expected.length && timingSafeEqual(expected, given);
}
