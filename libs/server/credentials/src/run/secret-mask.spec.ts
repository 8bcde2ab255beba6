import { SecretMask } from './secret-mask';

const SECRET = 'p@ss/w+rd="ü" 7';

function maskOf(...secrets: string[]): SecretMask {
  const mask = new SecretMask();
  mask.add(...secrets);
  return mask;
}

describe('SecretMask', () => {
  it.each([
    ['itself', SECRET],
    ['JSON', JSON.stringify({ a: SECRET })],
    ['an address', `https://x.example/?q=${encodeURIComponent(SECRET)}`],
    ['a form', new URLSearchParams({ q: SECRET }).toString()],
    ['an address in small letters', encodeURIComponent(SECRET).toLowerCase()],
    ['Base64', Buffer.from(SECRET).toString('base64')],
    ['Base64 for addresses', Buffer.from(SECRET).toString('base64url')],
    ['Base64 behind other text', Buffer.from(`u:${SECRET}`).toString('base64')],
    ['Base64 between other text', Buffer.from(`user:${SECRET} and more`).toString('base64')],
    ['hex', Buffer.from(SECRET).toString('hex')],
    ['the middle of text', `before ${SECRET} after`],
  ])('finds a secret in %s', (_where, text) => {
    const masked = maskOf(SECRET).text(text);
    expect(masked).toContain('***');
    expect(masked).not.toContain(SECRET);
    expect(Buffer.from(masked, 'base64').toString()).not.toContain(SECRET);
    expect(maskOf(SECRET).isIn(text)).toBe(true);
  });

  it('looks into lists, objects, keys and numbers', () => {
    const mask = maskOf('canary-1', '12345678');
    expect(mask.json({ list: [{ 'x-canary-1': 'a' }, 12345678], text: 'canary-1!' })).toEqual({
      list: [{ 'x-***': 'a' }, '***'],
      text: '***!',
    });
  });

  it('gives back what holds no secret, not a copy', () => {
    const value = { list: [1, { a: 'b' }] };
    expect(maskOf('canary').json(value)).toBe(value);
    expect(new SecretMask().json(value)).toBe(value);
  });

  it('leaves secrets of less than six characters alone', () => {
    expect(maskOf('abc', '').text('abc')).toBe('abc');
    expect(maskOf('abc').isEmpty).toBe(true);
  });

  it('masks every line of a key in PEM', () => {
    const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC';
    const mask = maskOf(`-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----\n`);
    expect(mask.text(`it has ${line}`)).toBe('it has ***');
  });

  it('masks the longer of two secrets that begin alike', () => {
    expect(maskOf('secret', 'secret-and-more').text('secret-and-more')).toBe('***');
  });

  it('masks errors for a log, with their causes', () => {
    const error = new Error('canary-1 failed', { cause: new Error('because of canary-1') });
    const masked = maskOf('canary-1').error(error) as Error;
    expect(masked.message).toBe('*** failed');
    expect(masked.stack).not.toContain('canary-1');
    expect((masked.cause as Error).message).toBe('because of ***');
  });

  it('takes special characters of expressions for what they are', () => {
    expect(maskOf('a.c*(e)[f]').text('abc*(e)[f] a.c*(e)[f]')).toBe('abc*(e)[f] ***');
  });
});
