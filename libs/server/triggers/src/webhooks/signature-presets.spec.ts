import { createHmac } from 'node:crypto';
import { challengeIn, isPreset, signaturePresets } from './signature-presets';
import type { SignaturePresetName } from './signature-presets';
import { checkWebhookAuth, DEFAULT_HMAC, isSignedAuth } from './webhook-auth';
import type { AuthRefusal } from './webhook-auth';

const sentAt = 1_700_000_000;
const body = '{"id":"evt_1",  "a":"ü"}';
const SECRETS: Record<SignaturePresetName, string> = {
  stripe: 'whsec_stripe_key_as_it_is',
  github: 'a long secret',
  slack: '8f742231b10e8888abcd99yyyzzz85a5',
  'standard-webhooks': `whsec_${Buffer.from('twenty-four bytes or so!').toString('base64')}`,
};

/** Headers of a call as its sender makes them. */
function signed(name: SignaturePresetName, text = body, at = sentAt, secret = SECRETS[name]): Record<string, string> {
  const hex = (prefix: string) => createHmac('sha256', secret).update(`${prefix}${text}`).digest('hex');
  switch (name) {
    case 'stripe':
      return { 'stripe-signature': `t=${at},v1=${hex(`${at}.`)},v0=old` };
    case 'github':
      return { 'x-hub-signature-256': `sha256=${hex('')}`, 'x-github-delivery': 'd-1' };
    case 'slack':
      return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${hex(`v0:${at}:`)}` };
    case 'standard-webhooks': {
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const digest = createHmac('sha256', key).update(`msg_1.${at}.${text}`).digest('base64');
      return { 'webhook-id': 'msg_1', 'webhook-timestamp': String(at), 'webhook-signature': `v1,${digest}` };
    }
  }
}

function check(
  name: SignaturePresetName,
  headers: Record<string, string>,
  { text = body, key = SECRETS[name] as string | null, nowSeconds = sentAt, toleranceSeconds = 300 } = {},
): AuthRefusal | null {
  const scheme = { ...DEFAULT_HMAC, toleranceSeconds };
  const call = { headers, rawBody: Buffer.from(text), nowMs: nowSeconds * 1_000 };
  return checkWebhookAuth(name, { digest: null, signingKey: () => key }, scheme, call);
}

const names = Object.keys(signaturePresets) as SignaturePresetName[];

describe.each(names)('signatures of %s', (name) => {
  it('are right for the bytes as they were sent, and for nothing else', () => {
    expect(check(name, signed(name))).toBeNull();
    expect(check(name, signed(name), { text: body.replace('  ', ' ') })).toBe('wrong');
    expect(check(name, signed(name, body, sentAt, 'c29tZXRoaW5nIGVsc2U='))).toBe('wrong');
  });

  it('are missing when the call carries none that can be read', () => {
    expect(check(name, {})).toBe('missing');
    for (const header of Object.keys(signed(name)).filter((header) => header.includes('signature'))) {
      for (const value of ['', 'x', 'v1=', 'sha256=abc', 't=1', 'v2,AAAA']) {
        expect(check(name, { ...signed(name), [header]: value })).toBe('missing');
      }
    }
  });

  it('are wrong while the secret is not known, or empty', () => {
    expect(check(name, signed(name), { key: null })).toBe('wrong');
    expect(check(name, signed(name, body, sentAt, ''), { key: '' })).toBe('wrong');
  });

  it('are signed before the body is trusted, so the body is read first', () => {
    expect(isSignedAuth(name)).toBe(true);
    expect([isSignedAuth('hmac'), isSignedAuth('token'), isSignedAuth('none')]).toEqual([true, false, false]);
  });
});

describe.each(names.filter((name) => name !== 'github'))('the time that %s signs', (name) => {
  it('may be five minutes away from now, in either direction', () => {
    for (const nowSeconds of [sentAt - 300, sentAt + 300]) expect(check(name, signed(name), { nowSeconds })).toBeNull();
    for (const nowSeconds of [sentAt - 301, sentAt + 301])
      expect(check(name, signed(name), { nowSeconds })).toBe('stale');
    expect(check(name, signed(name), { nowSeconds: sentAt + 20, toleranceSeconds: 10 })).toBe('stale');
  });

  it('cannot be changed', () => {
    const later = signed(name, body, sentAt + 60);
    const forged = Object.fromEntries(
      Object.entries(signed(name)).map(([header, value]) => [
        header,
        header.includes('timestamp') ? later[header]! : value.replace(`t=${sentAt}`, `t=${sentAt + 60}`),
      ]),
    );
    expect(check(name, forged, { nowSeconds: sentAt + 60 })).toBe('wrong');
  });
});

describe('what the senders publish', () => {
  it('Slack: the example of its guide', () => {
    const text =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    expect(check('slack', headers, { text, nowSeconds: 1_531_420_618 })).toBeNull();
  });

  it('GitHub: the example of its guide', () => {
    const digest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const told = { text: 'Hello, World!', key: "It's a Secret to Everybody" };
    expect(check('github', { 'x-hub-signature-256': `sha256=${digest}` }, told)).toBeNull();
    expect(check('github', { 'x-hub-signature': `sha1=${digest.slice(0, 40)}` }, told)).toBe('missing');
  });

  it('Standard Webhooks: the example of its libraries', () => {
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const told = { text: '{"test": 2432232314}', key: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' };
    expect(check('standard-webhooks', headers, { ...told, nowSeconds: 1_614_265_330 })).toBeNull();
  });
});

describe('while a sender changes its key', () => {
  it('one right signature among several suffices', () => {
    const stripe = signed('stripe')['stripe-signature']!;
    const [, digest] = /v1=(\w+)/.exec(stripe)!;
    const both = { 'stripe-signature': `t=${sentAt},v1=${'0'.repeat(64)},v1=${digest}` };
    expect(check('stripe', both)).toBeNull();
    const standard = signed('standard-webhooks');
    const list = { ...standard, 'webhook-signature': `v1a,zzzz v1,AAAA ${standard['webhook-signature']}` };
    expect(check('standard-webhooks', list)).toBeNull();
  });

  it('no more than ten are looked at', () => {
    const [, digest] = /v1=(\w+)/.exec(signed('stripe')['stripe-signature']!)!;
    const many = Array.from({ length: 10 }, () => `v1=${'0'.repeat(64)}`).join(',');
    expect(check('stripe', { 'stripe-signature': `t=${sentAt},${many},v1=${digest}` })).toBe('wrong');
  });
});

it('takes the headers of Svix for those of Standard Webhooks', () => {
  const headers = Object.entries(signed('standard-webhooks')).map(([name, value]) => [
    name.replace('webhook', 'svix'),
    value,
  ]);
  expect(check('standard-webhooks', Object.fromEntries(headers))).toBeNull();
});

it('names deliveries by what the sender calls them, in the signed part where there is one', () => {
  const idOf = (name: SignaturePresetName, json: Record<string, string>, headers = {}) =>
    signaturePresets[name].deliveryId(headers, json);
  expect(idOf('stripe', { id: 'evt_1' }, { 'idempotency-key': 'x' })).toBe('evt_1');
  expect(idOf('slack', { event_id: 'Ev1' })).toBe('Ev1');
  expect(idOf('github', {}, { 'x-github-delivery': 'd' })).toBe('d');
  expect(idOf('standard-webhooks', {}, { 'webhook-id': 'm' })).toBe('m');
  expect(signaturePresets.stripe.deliveryId({}, ['evt_1'])).toBeUndefined();
});

it('answers the question of Slack whether somebody is there, and of nobody else', () => {
  const question = { type: 'url_verification', challenge: 'abc' };
  expect(challengeIn('slack', question)).toBe('abc');
  expect(challengeIn('slack', { type: 'event_callback', challenge: 'abc' })).toBeUndefined();
  expect(challengeIn('slack', { type: 'url_verification', challenge: 5 })).toBeUndefined();
  expect([challengeIn('token', question), challengeIn('stripe', question)]).toEqual([undefined, undefined]);
});

it('a name that every object has is no preset', () => {
  expect([isPreset('stripe'), isPreset('constructor'), isPreset('hmac')]).toEqual([true, false, false]);
});

describe('the token that a service sends back', () => {
  const scheme = { ...DEFAULT_HMAC, tokenHeader: 'x-service-token' };
  const service = (headers: Record<string, string>, key: string | null = 'the-token') =>
    checkWebhookAuth('service', { digest: null, signingKey: () => key }, scheme, {
      headers,
      rawBody: Buffer.alloc(0),
      nowMs: 0,
    });

  it('is in a header of its own', () => {
    expect(service({ 'x-service-token': 'the-token' })).toBeNull();
    expect(service({ 'x-service-token': 'the-tokem' })).toBe('wrong');
    expect(service({ 'x-webhook-token': 'the-token' })).toBe('missing');
    expect(service({ 'x-service-token': 'the-token' }, null)).toBe('wrong');
  });
});
