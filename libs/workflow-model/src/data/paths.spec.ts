import fc from 'fast-check';
import { formatPath } from './format-path';
import { parsePath } from './parse-path';

describe('parsePath', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a.b.c', ['a', 'b', 'c']],
    ['a[0].b', ['a', 0, 'b']],
    ['a.0.b', ['a', 0, 'b']],
    ['[2]', [2]],
    ['a[0][1]', ['a', 0, 1]],
    ['a["x y"].z', ['a', 'x y', 'z']],
    ["a['x.y']", ['a', 'x.y']],
    ['a["0"]', ['a', '0']],
    ['a["say \\"hi\\""]', ['a', 'say "hi"']],
    ['a.007', ['a', '007']],
    ['héllo.wörld', ['héllo', 'wörld']],
    ['X-Header.content-type', ['X-Header', 'content-type']],
    ['  a.b  ', ['a', 'b']],
    ['__proto__.x', ['__proto__', 'x']],
  ])('reads %j', (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  it.each(['.a', 'a.', 'a..b', 'a[', 'a[]', 'a[b]', 'a[0', 'a]', 'a b', 'a["x]', 'a["\\q"]', '[0]a', '"a"'])(
    'does not take %j for a path',
    (text) => {
      expect(parsePath(text)).toBeUndefined();
    },
  );
});

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['a', 'b'], 'a.b'],
    [['a', 0, 'b'], 'a[0].b'],
    [[0, 'a'], '[0].a'],
    [['a', '0'], 'a["0"]'],
    [['x y', ''], '["x y"][""]'],
    [['it"s'], '["it\\"s"]'],
  ])('writes %j', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  it('writes what parsePath reads back', () => {
    const segment = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(),
      fc.constantFrom('__proto__', 'a.b', '[0]', ' ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(segment), (path) => {
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });
});
