import fc from 'fast-check';
import type { Json } from '../json';
import { getPath } from './get-path';
import { setPath, unsetPath } from './set-path';

describe('setPath', () => {
  it('sets a key and leaves the original as it was', () => {
    const value = { a: { b: 1 }, other: { c: 2 } };
    const next = setPath(value, ['a', 'b'], 9);
    expect(next).toEqual({ a: { b: 9 }, other: { c: 2 } });
    expect(value.a.b).toBe(1);
  });

  it('shares what it does not touch', () => {
    const value = { a: { b: 1 }, other: { c: 2 } };
    expect((setPath(value, ['a', 'b'], 9) as typeof value).other).toBe(value.other);
  });

  it('is the new value for the empty path', () => {
    expect(setPath({ a: 1 }, [], 5)).toBe(5);
  });

  it('makes missing objects, and lists where the next segment is a number', () => {
    expect(setPath({}, ['rules', 0, 'field'], 'x')).toEqual({ rules: [{ field: 'x' }] });
    expect(setPath({}, ['a', 'b', 'c'], 1)).toEqual({ a: { b: { c: 1 } } });
  });

  it('sets and appends elements of a list', () => {
    expect(setPath([1, 2], [0], 9)).toEqual([9, 2]);
    expect(setPath([1, 2], [2], 3)).toEqual([1, 2, 3]);
    expect(setPath([1, 2], ['1'], 3)).toEqual([1, 3]);
  });

  it.each([
    [{ a: 'text' }, ['a', 'b']],
    [{ a: 5 }, ['a', 0]],
    [{ a: null }, ['a', 'b']],
    [{ a: [1] }, ['a', 3]],
    [{ a: [1] }, ['a', -1]],
    [{ a: [1] }, ['a', 0.5]],
    [{ a: [1] }, ['a', 'length']],
    [{ a: [1] }, ['a', 'x']],
    [{}, ['a', 2]],
    [{}, ['__proto__', 'polluted']],
    [{}, ['constructor', 'prototype', 'polluted']],
    [{ a: {} }, ['a', '__proto__']],
  ])('leaves %j as it is where the path %j does not fit', (value, path) => {
    expect(setPath(value, path, 1)).toBe(value);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses a path that is deeper than a config may be', () => {
    const value = {};
    expect(setPath(value, Array<string>(65).fill('a'), 1)).toBe(value);
    expect(setPath(value, Array<string>(64).fill('a'), 1)).not.toBe(value);
  });
});

describe('unsetPath', () => {
  it('takes a key away and leaves the original as it was', () => {
    const value = { a: { b: 1, c: 2 } };
    expect(unsetPath(value, ['a', 'b'])).toEqual({ a: { c: 2 } });
    expect(value).toEqual({ a: { b: 1, c: 2 } });
  });

  it('moves later elements of a list up', () => {
    expect(unsetPath({ list: [1, 2, 3] }, ['list', 1])).toEqual({ list: [1, 3] });
    expect(unsetPath({ list: [{ a: 1, b: 2 }] }, ['list', 0, 'a'])).toEqual({ list: [{ b: 2 }] });
  });

  it.each([
    [[]],
    [['missing']],
    [['a', 'missing', 'x']],
    [['list', 7]],
    [['text', 0]],
    [['toString']],
    [['list', 'length']],
  ])('leaves the value as it is where nothing is at %j', (path) => {
    const value = { a: {}, list: [1], text: 'abc' };
    expect(unsetPath(value, path)).toBe(value);
  });
});

describe('setPath, getPath and unsetPath together', () => {
  const segment = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'length'), fc.nat(3));
  const path = fc.array(segment, { minLength: 1, maxLength: 4 });
  const value = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

  it('reads back what was set, unless the path did not fit', () => {
    fc.assert(
      fc.property(value, path, value, (before, at, next) => {
        const after = setPath(before, at, next);
        expect(after === before || getPath(after, at) === next).toBe(true);
      }),
    );
  });

  it('changes nothing in place', () => {
    fc.assert(
      fc.property(value, path, (before, at) => {
        const copy = JSON.stringify(before);
        setPath(before, at, 'x');
        unsetPath(before, at);
        expect(JSON.stringify(before)).toBe(copy);
      }),
    );
  });

  it('comes back to the same value when a new key of an object is set and taken away', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()), (before) => {
        const object = before as Record<string, Json>;
        expect(unsetPath(setPath(object, ['new'], 1), ['new'])).toEqual({ ...object });
      }),
    );
  });
});
