import fc from 'fast-check';
import { decodeBase64, encodeBase64, utf8Bytes, utf8Text } from './bytes';

describe('base64', () => {
  it('is what Node makes of the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const encoded = encodeBase64(bytes);
        expect(encoded).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encoded)).toEqual(bytes);
        expect(decodeBase64(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
      }),
    );
  });

  it('refuses what is none', () => {
    expect(decodeBase64('a')).toBeUndefined();
    expect(decodeBase64('ab c')).toBeUndefined();
  });
});

describe('UTF-8', () => {
  it('is what Node makes of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const bytes = utf8Bytes(text);
        expect([...bytes]).toEqual([...Buffer.from(text, 'utf8')]);
        expect(utf8Text(bytes)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it('writes halves of pairs as U+FFFD and reads only what is UTF-8', () => {
    expect([...utf8Bytes('a\ud800b')]).toEqual([...Buffer.from('a\ufffdb')]);
    expect(utf8Text(Uint8Array.of(0xff))).toBeUndefined();
  });
});
