import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { dataCleanerNode } from './data-cleaner.executor';

async function clean(params: JsonObject, input: Json = {}): Promise<unknown> {
  const result = await testNode(dataCleanerNode, { params, input });
  expect(result.synchronous).toBe(true);
  return result.failure?.code ?? result.main;
}

describe('data cleaner', () => {
  it('trims every text, however deep, and leaves the rest alone', async () => {
    const input = { a: ' x ', b: [' y', { c: 'z\n' }], n: 1, t: true, nothing: null, '': ' empty key ' };
    expect(await clean({}, input)).toEqual({
      a: 'x',
      b: ['y', { c: 'z' }],
      n: 1,
      t: true,
      nothing: null,
      '': 'empty key',
    });
  });

  it('leaves everything alone when told to', async () => {
    expect(await clean({ trim: false }, { a: ' x ' })).toEqual({ a: ' x ' });
  });

  it('does not change what it was given', async () => {
    const input = { a: [' x '] };
    await clean({}, input);
    expect(input).toEqual({ a: [' x '] });
  });

  it('cleans a text alone, a list, and a given value', async () => {
    expect(await clean({}, ' x ')).toBe('x');
    expect(await clean({}, [' x ', 1])).toEqual(['x', 1]);
    expect(await clean({ value: '{{ input.inner }}' }, { inner: { a: ' x ' } })).toEqual({ a: 'x' });
  });

  it('collapses spaces', async () => {
    expect(await clean({ collapseWhitespace: true }, '  a \t\u00a0 b\n\n c ')).toBe('a b c');
    expect(await clean({ collapseWhitespace: true, trim: false }, '  a  b  ')).toBe(' a b ');
  });

  it.each([
    ['lower', 'HELLO Wörld', 'hello wörld'],
    ['upper', 'hello wörld', 'HELLO WÖRLD'],
    ['title', "the QUICK brown-fox o'neil 3rd élan", "The Quick Brown-Fox O'neil 3rd Élan"],
    [
      'sentence',
      'HELLO THERE. how ARE you?  “fine” v1.2 is OUT! ok',
      'Hello there. How are you?  “Fine” v1.2 is out! Ok',
    ],
    ['none', 'As Is', 'As Is'],
  ])('writes in %s case', async (wanted, text, expected) => {
    expect(await clean({ case: wanted }, text)).toBe(expected);
  });

  it('removes special characters of every script but keeps letters, digits and spaces', async () => {
    const params = { removeSpecialCharacters: true };
    expect(await clean(params, 'Héllo, «wörld»! #1 日本語 हिन्दी 👍 €5')).toBe('Héllo wörld 1 日本語 हिन्दी  5');
    expect(await clean({ ...params, collapseWhitespace: true }, 'a - b')).toBe('a b');
    expect(await clean({ ...params, keepCharacters: '-_.,@👍' }, 'a-b_c.d,e@f!👍👎')).toBe('a-b_c.d,e@f👍');
  });

  it('removes what nobody sees', async () => {
    expect(await clean({ removeInvisible: true }, '\ufeffa\u200bb\u00adc\u0000d\te\nf')).toBe('abcd\te\nf');
    expect(await clean({}, 'a\u200bb')).toBe('a\u200bb');
  });

  it('writes Unicode in one form', async () => {
    expect(await clean({ unicode: 'NFC' }, 'e\u0301')).toBe('é');
    expect(await clean({ unicode: 'NFKC' }, 'ﬁ Ａ１')).toBe('fi A1');
    expect(await clean({}, 'e\u0301')).toBe('e\u0301');
  });

  describe('chooses fields', () => {
    const b = { c: ' y ', d: { e: ' z ' } };
    const input: JsonObject = {
      a: ' x ',
      b: { c: ' y ', d: { e: ' z ' } },
      list: [{ f: ' 1 ', g: ' 2 ' }, { f: ' 3 ' }],
    };

    it.each<[string[], string[], JsonObject]>([
      [['a'], [], { ...input, a: 'x' }],
      [['b'], [], { ...input, b: { c: 'y', d: { e: 'z' } } }],
      [['b.c', 'list[0].f'], [], { ...input, b: { ...b, c: 'y' }, list: [{ f: '1', g: ' 2 ' }, { f: ' 3 ' }] }],
      [['list[*].f'], [], { ...input, list: [{ f: '1', g: ' 2 ' }, { f: '3' }] }],
      [['list.*.f'], [], { ...input, list: [{ f: '1', g: ' 2 ' }, { f: '3' }] }],
      [['b.*'], [], { ...input, b: { c: 'y', d: { e: 'z' } } }],
      [['**.e'], [], { ...input, b: { ...b, d: { e: 'z' } } }],
      [['**'], ['list'], { ...input, a: 'x', b: { c: 'y', d: { e: 'z' } } }],
      [[], ['b.d', '**.g'], { a: 'x', b: { c: 'y', d: { e: ' z ' } }, list: [{ f: '1', g: ' 2 ' }, { f: '3' }] }],
      [['no.such'], [], input],
    ])('%j except %j', async (fields, exclude, expected) => {
      expect(await clean({ fields, exclude }, input)).toEqual(expected);
    });
  });

  it('cleans names of fields when asked', async () => {
    const params = { includeKeys: true, removeSpecialCharacters: true, case: 'lower' };
    const input = { ' First-Name ': 'A!', firstname: 'B', 'FIRST NAME': 'C', '!!!': 'D' };
    expect(await clean(params, input)).toEqual({ firstname: 'a', firstname_2: 'b', 'first name': 'c', '!!!': 'd' });
    expect(await clean({ removeSpecialCharacters: true }, { 'a-b': 'c-d' })).toEqual({ 'a-b': 'cd' });
  });

  it('never makes a key that reaches the prototype', async () => {
    const params = { includeKeys: true, removeSpecialCharacters: true };
    const result = await clean(params, { 'con-structor': 'a', 'proto!type': 'b' });
    expect(Object.keys(result as object)).toEqual(['con-structor', 'proto!type']);
  });

  it('leaves out what is empty when asked', async () => {
    const input = { a: '  ', b: null, c: [], d: { e: ' ' }, f: ['', 'x', null], g: 0, h: false };
    expect(await clean({ dropEmpty: true }, input)).toEqual({ f: ['x'], g: 0, h: false });
  });

  it.each<[string, JsonObject]>([
    ['a path that is none', { fields: ['a..b'] }],
    ['an empty path', { exclude: [''] }],
    ['an unknown kind of personal data', { mask: ['shoe-size'] }],
    ['an unknown case', { case: 'camel' }],
    ['an unknown style', { maskStyle: 'blur' }],
    ['a letter as mask', { maskCharacter: 'x' }],
    ['two mask characters', { maskCharacter: '**' }],
    ['an unknown country', { phoneCountry: 'XX' }],
  ])('refuses %s', async (_name, params) => {
    expect(await clean(params)).toBe('INVALID_PARAMS');
  });
});

describe('data cleaner that masks', () => {
  const all = ['email', 'phone', 'card', 'iban', 'ssn', 'ip'];
  const text =
    'Ada (ada.l@example.com, +1 555-123-4567) paid with 4111 1111 1111 1111 from DE89 3704 0044 0532 0130 00, SSN 123-45-6789, IP 192.168.0.17.';

  it('hides everything in full', async () => {
    expect(await clean({ mask: all }, text)).toBe(
      'Ada (********, ********) paid with ******** from ********, SSN ********, IP ********.',
    );
  });

  it('hides a part', async () => {
    expect(await clean({ mask: all, maskStyle: 'partial' }, text)).toBe(
      'Ada (a***@example.com, +* ***-***-4567) paid with **** **** **** 1111 from DE** **** **** **** **30 00, SSN ***-**-6789, IP 192.168.*.*.',
    );
  });

  it('puts tokens, the same for equal values', async () => {
    const input = {
      from: 'Ada@example.com',
      to: ['grace@example.com', 'ada@EXAMPLE.com'],
      text: 'Call 555-123-4567 or (555) 123 4567',
    };
    expect(await clean({ mask: all, maskStyle: 'token' }, input)).toEqual({
      from: '[EMAIL_1]',
      to: ['[EMAIL_2]', '[EMAIL_1]'],
      text: 'Call [PHONE_1] or [PHONE_1]',
    });
  });

  it('uses another mask character', async () => {
    expect(await clean({ mask: ['ssn'], maskStyle: 'partial', maskCharacter: '•' }, '123-45-6789')).toBe('•••-••-6789');
    expect(await clean({ mask: ['ssn'], maskCharacter: '#' }, '123-45-6789')).toBe('########');
  });

  it('masks only the kinds that are chosen', async () => {
    expect(await clean({ mask: ['email'] }, 'a@example.com 123-45-6789')).toBe('******** 123-45-6789');
    expect(await clean({}, text)).toBe(text);
  });

  it('masks only chosen fields', async () => {
    const input = { a: 'a@example.com', b: 'b@example.com' };
    expect(await clean({ mask: ['email'], fields: ['a'] }, input)).toEqual({ a: '********', b: 'b@example.com' });
  });

  it('keeps masks whatever else is cleaned', async () => {
    const params = {
      mask: all,
      maskStyle: 'token',
      removeSpecialCharacters: true,
      case: 'title',
      collapseWhitespace: true,
    };
    expect(await clean(params, 'write   to: a@example.com -- or b@example.com!')).toBe(
      'Write To [EMAIL_1] Or [EMAIL_2]',
    );
    expect(await clean({ ...params, case: 'sentence' }, 'a@example.com WROTE. then LEFT')).toBe(
      '[EMAIL_1] wrote then left',
    );
    expect(await clean({ mask: all, maskStyle: 'token', case: 'sentence' }, 'a@example.com WROTE. then LEFT')).toBe(
      '[EMAIL_1] wrote. Then left',
    );
  });

  it('masks what hides behind full-width digits when Unicode is made plain', async () => {
    expect(await clean({ mask: ['ssn'], unicode: 'NFKC' }, '１２３-４５-６７８９')).toBe('********');
  });

  it('masks in numbers only when asked', async () => {
    const input = { card: 4111111111111111, count: 12 };
    expect(await clean({ mask: ['card'] }, input)).toEqual(input);
    expect(await clean({ mask: ['card'], includeNumbers: true, maskStyle: 'partial' }, input)).toEqual({
      card: '************1111',
      count: 12,
    });
    expect(await clean({ includeNumbers: true }, input)).toEqual(input);
  });

  it('masks plain social security numbers where the name of the field says so', async () => {
    const input = { ssn: '123456789', socialSecurityNumber: '123456789', order: '123456789' };
    expect(await clean({ mask: ['ssn'] }, input)).toEqual({
      ...input,
      ssn: '********',
      socialSecurityNumber: '********',
    });
  });

  it('reads telephone numbers of another country', async () => {
    expect(await clean({ mask: ['phone'], phoneCountry: 'gb' }, 'Ring 07911 123456')).toBe('Ring ********');
    expect(await clean({ mask: ['phone'], phoneCountry: 'DE' }, 'Tel. 030 / 123456')).toBe('Tel. ********');
  });

  it('masks in names of fields when they are cleaned', async () => {
    expect(await clean({ mask: ['email'], includeKeys: true, maskStyle: 'token' }, { 'a@example.com': 1 })).toEqual({
      '[EMAIL_1]': 1,
    });
  });

  it('reports in numbers, never in values', async () => {
    const input = { a: ' a@example.com, b@example.com ', b: '123-45-6789', c: 'fine', n: 1 };
    const result = await testNode(dataCleanerNode, { params: { mask: all, includeReport: true }, input });
    expect(result.main).toEqual({
      data: { a: '********, ********', b: '********', c: 'fine', n: 1 },
      report: { texts: 3, changed: 2, masked: { email: 2, ssn: 1, total: 3 } },
    });
    expect(result.logs).toEqual([
      { level: 'info', message: 'Masked 3 items of personal data.', fields: { email: 2, ssn: 1, total: 3 } },
    ]);
  });

  it('says nothing when there was nothing to mask', async () => {
    const result = await testNode(dataCleanerNode, { params: { mask: all }, input: { a: 'fine' } });
    expect(result.logs).toEqual([]);
  });
});
