import { findPersonalData } from './find-personal-data';
import { PERSONAL_DATA_KINDS } from './finding';
import type { PersonalDataKind } from './finding';
import { passesLuhn } from './card';

function found(text: string, kinds: readonly PersonalDataKind[] = PERSONAL_DATA_KINDS, key = ''): string[] {
  const search = { kinds: new Set(kinds), phoneCountry: 'US' as const, phoneBudget: { tries: 0 } };
  return findPersonalData(text, key, search).map((finding) => {
    expect(text.slice(finding.start, finding.end)).toBe(finding.text);
    return finding.text;
  });
}

describe('e-mail addresses', () => {
  it.each([
    ['Write to a@example.com.', ['a@example.com']],
    ['<ada.lovelace+news@mail.example.co.uk>', ['ada.lovelace+news@mail.example.co.uk']],
    ['a@x.io,b@y.io;c@z.io', ['a@x.io', 'b@y.io', 'c@z.io']],
    ['jürgen@müller.de 用户@例子.中国', ['jürgen@müller.de', '用户@例子.中国']],
    ['mailto:a@example.com?subject=x', ['a@example.com']],
    ['a@xn--mnchen-3ya.xn--p1ai', ['a@xn--mnchen-3ya.xn--p1ai']],
    ["O'Neil <o'neil@example.com>", ["o'neil@example.com"]],
    ['.a@example.com..', ['a@example.com']],
    ['a@b@example.com', ['b@example.com']],
    ['a@example', []],
    ['@example.com', []],
    ['a@.com', []],
    ['a@example.c', []],
    ['a@example.123', []],
    ['user @ example.com', []],
    ['@handle and a @ b', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['email'])).toEqual(expected);
  });
});

describe('cards', () => {
  it.each([
    ['4111111111111111', ['4111111111111111']],
    ['4111-1111-1111-1111', ['4111-1111-1111-1111']],
    ['card 5555 5555 5555 4444!', ['5555 5555 5555 4444']],
    ['3782 822463 10005', ['3782 822463 10005']],
    ['6011111111111117 and 3530111333300000', ['6011111111111117', '3530111333300000']],
    ['30569309025904', ['30569309025904']],
    ['2223003122003222', ['2223003122003222']],
    ['6200000000000005', ['6200000000000005']],
    ['4111 1111 1111 1111 123', ['4111 1111 1111 1111']],
    ['12 4111 1111 1111 1111', ['4111 1111 1111 1111']],
    ['4111111111111112', []],
    ['1700000000000', []],
    ['41111111111111111111', []],
    ['A4111111111111111', []],
    ['4111111111111111x', []],
    ['4111  1111  1111  1111', []],
    ['0000000000000000', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['card'])).toEqual(expected);
  });

  it('have a check digit', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
    expect(passesLuhn('')).toBe(false);
  });
});

describe('bank accounts', () => {
  it.each([
    ['DE89370400440532013000', ['DE89370400440532013000']],
    ['IBAN: GB82 WEST 1234 5698 7654 32.', ['GB82 WEST 1234 5698 7654 32']],
    ['fr14 2004 1010 0505 0001 3m02 606', ['fr14 2004 1010 0505 0001 3m02 606']],
    ['NL91ABNA0417164300 BE68539007547034', ['NL91ABNA0417164300', 'BE68539007547034']],
    ['DE88370400440532013000', []],
    ['DE893704004405320130001', []],
    ['XDE89370400440532013000', []],
    ['XX89370400440532013000', []],
    ['DE89 3704', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['iban'])).toEqual(expected);
  });
});

describe('social security numbers', () => {
  it.each([
    ['SSN 123-45-6789.', ['123-45-6789']],
    ['123 45 6789', ['123 45 6789']],
    ['123-45 6789', []],
    ['000-12-3456', []],
    ['666-12-3456', []],
    ['900-12-3456', []],
    ['123-00-6789', []],
    ['123-45-0000', []],
    ['1123-45-6789', []],
    ['123-45-67890', []],
    ['123456789', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['ssn'])).toEqual(expected);
  });

  it('may stand without dashes where the key tells what they are', () => {
    expect(found('123456789', ['ssn'], 'SSN')).toEqual(['123456789']);
    expect(found('987654321', ['ssn'], 'ssn')).toEqual([]);
  });
});

describe('IP addresses', () => {
  it.each([
    ['from 192.168.0.1.', ['192.168.0.1']],
    ['10.0.0.1:8080, 10.0.0.0/24', ['10.0.0.1', '10.0.0.0']],
    ['[2001:db8::1]:443', ['2001:db8::1']],
    ['::1 and fe80::1%eth0', ['::1', 'fe80::1']],
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', ['2001:0db8:85a3:0000:0000:8a2e:0370:7334']],
    ['::ffff:192.0.2.1', ['::ffff:192.0.2.1']],
    ['peer 2001:db8::: x', []],
    ['256.1.1.1', []],
    ['1.2.3', []],
    ['1.2.3.4.5', []],
    ['12:30:45', []],
    ['std::vector', []],
    [':: and ...', []],
    ['v1.2.3.4', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['ip'])).toEqual(expected);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['Call +1 (212) 555-0198 now', ['+1 (212) 555-0198']],
    ['555-123-4567', ['555-123-4567']],
    ['(555) 123-4567', ['(555) 123-4567']],
    ['212.555.2368', ['212.555.2368']],
    ['2125552368', ['2125552368']],
    ['+442079460018', ['+442079460018']],
    ['+49 (0) 30 123456', ['+49 (0) 30 123456']],
    ['+81 3-1234-5678 / +33 1 23 45 67 89', ['+81 3-1234-5678', '+33 1 23 45 67 89']],
    ['555-123-4567 555-987-6543', ['555-123-4567', '555-987-6543']],
    ['2024-06-15 12:30:00', []],
    ['2024-06-15 212-555-2368', ['212-555-2368']],
    ['15.06.2024 10', []],
    ['25/12/2024 10:30', []],
    ['1,234,567,890 or 1.234.567.890', []],
    ['order 12345', []],
    ['1700000000', []],
    ['3.14159265358', []],
    ['A2125552368', []],
    ['12345678901234567890', []],
  ])('in %j', (text, expected) => {
    expect(found(text, ['phone'])).toEqual(expected);
  });
});

describe('everything together', () => {
  it('goes to the strictest kind, in order and without overlaps', () => {
    const text = '4111111111111111 2125552368 a@192.168.0.1 b@example.com 123-45-6789';
    expect(found(text)).toEqual(['4111111111111111', '2125552368', '192.168.0.1', 'b@example.com', '123-45-6789']);
  });

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['separated digits', '1 '.repeat(100_000)],
    ['dashed digits', '212-555-'.repeat(25_000)],
    ['dots', '1.'.repeat(100_000)],
    ['colons', 'a:'.repeat(100_000)],
    ['at signs', 'a@'.repeat(100_000)],
    ['an endless local part', `${'a'.repeat(200_000)}@`],
    ['an endless domain', `@${'a.'.repeat(100_000)}`],
    ['beginnings of accounts', 'DE89'.repeat(50_000)],
    ['spaced accounts', 'DE89 '.repeat(40_000)],
    ['brackets', '('.repeat(200_000)],
    ['social security numbers', '123-45-678'.repeat(20_000)],
  ])('takes time in proportion to the text: %s', (_name, text) => {
    const started = performance.now();
    found(text);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
