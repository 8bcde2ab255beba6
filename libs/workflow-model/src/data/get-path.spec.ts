import { getPath } from './get-path';

const value = { a: { b: [10, { c: null }] }, text: 'hello', '': 'empty', '0': 'zero' };

describe('getPath', () => {
  it('is the value itself for the empty path', () => {
    expect(getPath(value, [])).toBe(value);
  });

  it('goes through objects and lists', () => {
    expect(getPath(value, ['a', 'b', 0])).toBe(10);
    expect(getPath(value, ['a', 'b', 1, 'c'])).toBeNull();
    expect(getPath(value, [''])).toBe('empty');
  });

  it('takes digits for an index of a list and a number for a key of an object', () => {
    expect(getPath(value, ['a', 'b', '0'])).toBe(10);
    expect(getPath(value, [0])).toBe('zero');
  });

  it('knows the length of a list', () => {
    expect(getPath(value, ['a', 'b', 'length'])).toBe(2);
  });

  it.each([
    [['missing']],
    [['a', 'b', 2]],
    [['a', 'b', -1]],
    [['a', 'b', 0, 'x']],
    [['a', 'b', 1, 'c', 'd']],
    [['text', 0]],
    [['text', 'length']],
    [['constructor']],
    [['__proto__']],
    [['a', 'b', 'map']],
    [['toString', 'name']],
  ])('finds nothing at %j', (path) => {
    expect(getPath(value, path)).toBeUndefined();
  });

  it('finds nothing in nothing', () => {
    expect(getPath(undefined, ['a'])).toBeUndefined();
    expect(getPath(null, ['a'])).toBeUndefined();
  });

  it('reads an own key that is called like one of the prototype', () => {
    expect(getPath(JSON.parse('{"toString": 1}') as never, ['toString'])).toBe(1);
  });
});
