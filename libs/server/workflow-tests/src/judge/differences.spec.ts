import type { Json } from '@millrace/workflow-model';
import { differencesOf, isSame, missingOf } from './differences';

describe('differencesOf', () => {
  it('finds none between values that differ in the order of keys only', () => {
    expect(differencesOf({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  it('names the deepest places', () => {
    expect(differencesOf({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toEqual([
      { path: 'a.b[1].c', expected: 2, actual: 3 },
    ]);
  });

  it('tells what is missing and what is too much', () => {
    expect(differencesOf({ a: 1, b: 2 }, { b: 2, c: 3 })).toEqual([
      { path: 'a', expected: 1 },
      { path: 'c', actual: 3 },
    ]);
    expect(differencesOf([1], [1, 2])).toEqual([{ path: '[1]', actual: 2 }]);
  });

  it('compares values of other kinds as a whole', () => {
    expect(differencesOf({ a: 1 }, [1])).toEqual([{ path: '', expected: { a: 1 }, actual: [1] }]);
    expect(differencesOf(null, 0)).toEqual([{ path: '', expected: null, actual: 0 }]);
  });

  it('stops after twenty', () => {
    expect(differencesOf(Array(50).fill(1), Array(50).fill(2))).toHaveLength(20);
  });

  it('is not fooled by names that all objects have', () => {
    expect(differencesOf({ toString: 'a' }, {})).toEqual([{ path: 'toString', expected: 'a' }]);
  });
});

describe('missingOf', () => {
  it.each<[Json, Json]>([
    ['rder', 'Order 1'],
    [2, [1, 2, 3]],
    [
      [3, 1],
      [1, 2, 3],
    ],
    [{ id: 2 }, [{ id: 1 }, { id: 2, name: 'b' }]],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }],
    [{ list: [{ x: 1 }] }, { list: [{ x: 0 }, { x: 1, y: 2 }] }],
    [null, null],
  ])('finds %j in %j', (part, whole) => {
    expect(missingOf(part, whole)).toEqual([]);
  });

  it.each<[Json, Json, string]>([
    ['x', 'Order', ''],
    [4, [1, 2], ''],
    [{ a: { b: 2 } }, { a: { b: 1 } }, 'a.b'],
    [{ a: 1 }, {}, 'a'],
    [1, '1', ''],
  ])('misses %j in %j', (part, whole, path) => {
    expect(missingOf(part, whole).map((difference) => difference.path)).toEqual([path]);
  });
});
