import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { jsonFlaws } from './json-flaws';

const kinds = (value: unknown, depth = 64): string[] => jsonFlaws(value, depth).map((flaw) => flaw.kind);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('jsonFlaws', () => {
  it('finds nothing in JSON', () => {
    const hasForbiddenKey = (value: unknown): boolean =>
      /"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value));
    const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => !hasForbiddenKey(value));
    fc.assert(fc.property(json, (value) => kinds(value).length === 0));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('finds the key %s wherever it stands, and says where', (key) => {
    const value: unknown = JSON.parse(`{"a":[{"b":{"${key}":1}}]}`);
    expect(jsonFlaws(value, 64)).toEqual([{ kind: 'forbidden-key', path: ['a', 0, 'b', key] }]);
  });

  it('does not mind these words as values', () => {
    expect(kinds({ a: '__proto__', b: ['constructor'] })).toEqual([]);
  });

  it('counts objects and lists inside one another, the outermost as one', () => {
    expect(kinds(nested(3), 3)).toEqual([]);
    expect(jsonFlaws(nested(4), 3)).toEqual([{ kind: 'too-deep', path: [0, 0, 0] }]);
  });

  it('stands a million levels', () => {
    expect(kinds(nested(1_000_000))).toEqual(['too-deep']);
  });

  it('comes to an end on circular values', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(kinds(circular, 5)).toEqual(['too-deep']);
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a symbol', Symbol('x')],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ])('finds that %s is no JSON', (_name, value) => {
    expect(jsonFlaws({ a: value }, 64)).toEqual([{ kind: 'not-json', path: ['a'] }]);
  });

  it('takes objects without a prototype and from another realm for plain ones', () => {
    expect(kinds(Object.assign(Object.create(null), { a: 1 }))).toEqual([]);
    expect(kinds(runInNewContext('({ a: [{ b: 1 }] })'))).toEqual([]);
  });

  it.each([
    ['a NUL character', 'a\0b'],
    ['half of a surrogate pair', 'a\ud800b'],
  ])('finds %s in texts and keys', (_name, text) => {
    expect(kinds([text])).toEqual(['unstorable-text']);
    expect(kinds({ [text]: 1 })).toEqual(['unstorable-text']);
  });

  it('leaves whole surrogate pairs alone', () => {
    expect(kinds('🚀')).toEqual([]);
  });

  it('tells every flaw at once, but no more than fifty', () => {
    expect(kinds({ a: Number.NaN, b: 'x\0', c: 1 }).sort()).toEqual(['not-json', 'unstorable-text']);
    expect(kinds(Array<number>(10_000).fill(Number.NaN))).toHaveLength(50);
  });
});
