import { differencesOf } from './differences';

it('equal values have none, also when they are not the same object', () => {
  expect(differencesOf({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual({ differences: [], isCut: false });
});

it('tells where and what, as deep as both are alike', () => {
  expect(differencesOf({ items: [{ price: 1, name: 'x' }] }, { items: [{ price: 2, name: 'x' }] }).differences).toEqual(
    [{ path: 'items[0].price', before: '1', after: '2' }],
  );
});

it('what came has no before, what went no after', () => {
  expect(differencesOf({ a: 1, list: [1] }, { b: 'two', list: [1, 2] }).differences).toEqual([
    { path: 'a', before: '1' },
    { path: 'list[1]', after: '2' },
    { path: 'b', after: 'two' },
  ]);
});

it('values of different kinds are told whole', () => {
  expect(differencesOf({ a: [1] }, { a: { 0: 1 } }).differences).toEqual([
    { path: 'a', before: '[\n  1\n]', after: '{\n  "0": 1\n}' },
  ]);
  expect(differencesOf(null, 'x').differences).toEqual([{ path: '', before: 'null', after: 'x' }]);
  expect(differencesOf(undefined, 5).differences).toEqual([{ path: '', after: '5' }]);
});

it('a key that objects have from nature is a key like others', () => {
  expect(differencesOf({}, { toString: 'x' }).differences).toEqual([{ path: 'toString', after: 'x' }]);
});

it('lists no more than one reads, and says so', () => {
  const before = Array.from({ length: 500 }, (_, index) => index);
  const after = before.map((value) => value + 1);
  const { differences, isCut } = differencesOf(before, after, 10);
  expect([differences.length, isCut]).toEqual([10, true]);
  expect(differencesOf(before.slice(0, 10), after.slice(0, 10), 10).isCut).toBe(false);
});

it('cuts a text that is too long to read', () => {
  const [one] = differencesOf('x'.repeat(5_000), '').differences;
  expect(one?.before).toHaveLength(2_001);
});
