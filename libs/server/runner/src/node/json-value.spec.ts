import type { Json } from '@millrace/workflow-model';
import { asJson } from './json-value';

it('gives a clean value back as it is', () => {
  const value = { a: [1, 'two', null, { b: true }], emoji: '😀' };
  expect(asJson(value)).toBe(value);
});

it.each<[string, unknown, Json]>([
  ['undefined members', { a: undefined, b: 1 }, { b: 1 }],
  ['undefined elements', [1, undefined], [1, null]],
  ['undefined itself', undefined, null],
  ['dates', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
  ['dates that are none', new Date(NaN), null],
  ['numbers that JSON does not know', [NaN, Infinity, 1], [null, null, 1]],
  ['BigInts', { n: 7n }, { n: 7 }],
  ['keys of prototypes', JSON.parse('{"__proto__":{"x":1},"constructor":2,"prototype":3,"ok":4}'), { ok: 4 }],
  ['keys of prototypes deep inside', { a: [JSON.parse('{"__proto__":1}')] }, { a: [{}] }],
  ['objects without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
  ['NUL in text', 'a\u0000b', 'a\uFFFDb'],
  ['half surrogates', ['\ud800', '\udc00x', 'ok😀'], ['\uFFFD', '\uFFFDx', 'ok😀']],
  ['NUL in keys', { 'a\u0000': 1 }, { 'a\uFFFD': 1 }],
])('mends %s', (_what, value, wanted) => {
  expect(asJson(value)).toEqual(wanted);
});

it('leaves the value that it mends alone', () => {
  const value = { inner: { drop: undefined, keep: 1 } };
  asJson(value);
  expect(Object.keys(value.inner)).toEqual(['drop', 'keep']);
});

it.each([
  ['functions', { f: () => 1 }],
  ['symbols', [Symbol('s')]],
  ['maps', new Map()],
  ['bytes', { body: new Uint8Array(2) }],
  ['objects of classes', new (class Thing {})()],
])('refuses %s', (_what, value) => {
  expect(() => asJson(value)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'NODE_OUTPUT_NOT_JSON' }) }),
  );
});

it('refuses a value that contains itself', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  expect(() => asJson(loop)).toThrow('contains itself');
});
