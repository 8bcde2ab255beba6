import type { Json, JsonObject } from '@millrace/workflow-model';
import type { SenderSignature } from './signatures';

/** Senders who choose the secret themselves and sign in a way of their own. */
export type SignaturePresetName = 'stripe' | 'github' | 'slack' | 'standard-webhooks';

type Headers = Readonly<Record<string, string | undefined>>;

/** How one sender signs its calls. */
export interface SignaturePreset {
  /** Undefined when the call carries no signature, or one that cannot be read. */
  readonly read: (headers: Headers) => SenderSignature | undefined;
  /** Key of the HMAC, from the secret as the sender shows it. */
  readonly keyOf: (secret: string) => string | Buffer;
  /** What the sender calls this delivery: the same in every repeat. */
  readonly deliveryId: (headers: Headers, body: Json) => string | undefined;
  /** What is to be answered, in place of a run, to a call that only asks whether somebody is there. */
  readonly challenge?: (body: Json) => string | undefined;
}

const asIs = (secret: string): string => secret;

/** Presets by name. */
export const signaturePresets: Readonly<Record<SignaturePresetName, SignaturePreset>> = {
  stripe: {
    read: (headers) => {
      const fields = listOf(headers['stripe-signature'] ?? '', ',');
      const sentAt = fields.find(([name]) => name === 't')?.[1] ?? '';
      const candidates = fields.filter(([name]) => name === 'v1').map(([, value]) => value);
      return signature(sentAt, `${sentAt}.`, candidates, 'hex');
    },
    keyOf: asIs,
    deliveryId: (_headers, body) => textIn(body, 'id'),
  },
  github: {
    read: (headers) => {
      const [, digest] = /^sha256=([\da-f]{64})$/i.exec(headers['x-hub-signature-256'] ?? '') ?? [];
      return digest === undefined ? undefined : { prefix: '', candidates: [digest], encoding: 'hex' };
    },
    keyOf: asIs,
    deliveryId: (headers) => headers['x-github-delivery'],
  },
  slack: {
    read: (headers) => {
      const sentAt = headers['x-slack-request-timestamp'] ?? '';
      const [, digest] = /^v0=([\da-f]{64})$/i.exec(headers['x-slack-signature'] ?? '') ?? [];
      return signature(sentAt, `v0:${sentAt}:`, digest === undefined ? [] : [digest], 'hex');
    },
    keyOf: asIs,
    deliveryId: (_headers, body) => textIn(body, 'event_id'),
    challenge: (body) => (textIn(body, 'type') === 'url_verification' ? textIn(body, 'challenge') : undefined),
  },
  'standard-webhooks': {
    read: (headers) => {
      const id = headers['webhook-id'] ?? headers['svix-id'] ?? '';
      const sentAt = headers['webhook-timestamp'] ?? headers['svix-timestamp'] ?? '';
      const parts = (headers['webhook-signature'] ?? headers['svix-signature'] ?? '').split(' ');
      const candidates = parts.filter((part) => part.startsWith('v1,')).map((part) => part.slice('v1,'.length));
      return id === '' ? undefined : signature(sentAt, `${id}.${sentAt}.`, candidates, 'base64');
    },
    keyOf: (secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'),
    deliveryId: (headers) => headers['webhook-id'] ?? headers['svix-id'],
  },
};

/** Whether a way to authenticate is that of a sender. */
export function isPreset(auth: string): auth is SignaturePresetName {
  return Object.hasOwn(signaturePresets, auth);
}

/** What is to be answered in place of a run; undefined when the call is one that starts a run. */
export function challengeIn(auth: string, body: Json): string | undefined {
  return isPreset(auth) ? signaturePresets[auth].challenge?.(body) : undefined;
}

function signature(
  sentAt: string,
  prefix: string,
  candidates: readonly string[],
  encoding: SenderSignature['encoding'],
): SenderSignature | undefined {
  if (!/^\d{1,12}$/.test(sentAt) || candidates.length === 0) return undefined;
  return { prefix, timestampSeconds: Number(sentAt), candidates, encoding };
}

/** Pairs such as `t=1` between separators. */
function listOf(text: string, separator: string): [string, string][] {
  return text.split(separator).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

function textIn(body: Json, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const value = (body as JsonObject)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
