import { createHmac } from 'node:crypto';
import { checkWebhookAuth, DEFAULT_HMAC, secretDigest, type AuthRefusal, type WebhookSecret } from './webhook-auth';

const KEY = 'a-long-and-random-signing-key';
const secret: WebhookSecret = { digest: secretDigest('right'), signingKey: () => KEY };
const nowMs = Date.parse('2026-01-01T00:00:00Z');
const nowSeconds = nowMs / 1_000;
const rawBody = Buffer.from('{"a": 1 }');
const sign = (text: string, encoding: 'hex' | 'base64' = 'hex'): string =>
  createHmac('sha256', KEY).update(text).digest(encoding);

function check(
  auth: Parameters<typeof checkWebhookAuth>[0],
  headers: Record<string, string>,
  known = secret,
): AuthRefusal | null {
  return checkWebhookAuth(auth, known, DEFAULT_HMAC, { headers, rawBody, nowMs });
}

describe('webhook authentication', () => {
  it('lets everybody through only when it says none', () => {
    expect(check('none', {})).toBeNull();
  });

  it('takes a token from its header or as bearer', () => {
    expect(check('token', { 'x-webhook-token': 'right' })).toBeNull();
    expect(check('token', { authorization: 'Bearer right' })).toBeNull();
    expect(check('token', { 'x-webhook-token': 'wrong' })).toBe('wrong');
    expect(check('token', {})).toBe('missing');
  });

  it('refuses every token while none was issued', () => {
    expect(check('token', { 'x-webhook-token': '' }, { digest: null, signingKey: () => null })).toBe('missing');
    expect(check('token', { 'x-webhook-token': 'x' }, { digest: null, signingKey: () => null })).toBe('wrong');
  });

  it('takes the password of basic authentication, colons included', () => {
    const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(check('basic', { authorization: basic('anybody:right') })).toBeNull();
    expect(check('basic', { authorization: basic('right:') })).toBe('missing');
    expect(check('basic', { authorization: 'Basic ***' })).toBe('missing');
    expect(check('basic', { authorization: basic('a:b:c') }, { ...secret, digest: secretDigest('b:c') })).toBeNull();
  });

  it.each([
    ['hex', sign(rawBody.toString())],
    ['hex with its algorithm', `sha256=${sign(rawBody.toString())}`],
    ['base64', sign(rawBody.toString(), 'base64')],
  ])('checks a signature of the raw bytes in %s', (_form, signature) => {
    expect(check('hmac', { 'x-signature': signature })).toBeNull();
  });

  it('refuses the signature of a body that differs in one blank', () => {
    expect(check('hmac', { 'x-signature': sign('{"a": 1}') })).toBe('wrong');
    expect(check('hmac', { 'x-signature': 'sha256=' })).toBe('wrong');
    expect(check('hmac', { 'x-signature': 'ü'.repeat(32) })).toBe('wrong');
  });

  it('checks time-stamped signatures and their age', () => {
    const header = (t: number): string => `t=${t},v1=${sign(`${t}.${rawBody}`)}`;
    expect(check('hmac', { 'x-signature': header(nowSeconds - 299) })).toBeNull();
    expect(check('hmac', { 'x-signature': header(nowSeconds - 301) })).toBe('stale');
    expect(check('hmac', { 'x-signature': header(nowSeconds + 301) })).toBe('stale');
    expect(check('hmac', { 'x-signature': `t=${nowSeconds},v1=${sign(`${nowSeconds - 1}.${rawBody}`)}` })).toBe(
      'wrong',
    );
    expect(check('hmac', { 'x-signature': `t=never,v1=${sign(`never.${rawBody}`)}` })).toBe('stale');
  });

  it('checks the Standard Webhooks form', () => {
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(nowSeconds) };
    const signature = `v1,${sign(`msg_1.${nowSeconds}.${rawBody}`, 'base64')}`;
    expect(check('hmac', { ...headers, 'webhook-signature': `v1,AAAA ${signature}` })).toBeNull();
    expect(check('hmac', { ...headers, 'webhook-id': 'msg_2', 'webhook-signature': signature })).toBe('wrong');
  });
});
