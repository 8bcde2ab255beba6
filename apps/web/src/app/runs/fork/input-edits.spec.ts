import { InputEdits } from './input-edits';

it('keeps what was typed, with its value or with what is wrong with it', () => {
  const edits = new InputEdits();
  edits.write('a', '{ "x": 1 }', '{}');
  edits.write('b', '{ x }', '{}');
  expect([...edits.values()]).toEqual([['a', { x: 1 }]]);
  expect([...edits.flaws()]).toEqual([['b', expect.objectContaining({ line: 1, column: 3 })]]);
  expect([edits.textOf('a'), edits.textOf('c'), edits.textOf(undefined)]).toEqual(['{ "x": 1 }', undefined, undefined]);
});

it('is as it was when that is typed again, or the edit is taken back', () => {
  const edits = new InputEdits();
  edits.write('a', '1', '{}');
  edits.write('b', '2', '{}');
  edits.write('c', '3', '{}');
  edits.write('a', '{}', '{}');
  edits.forget('b');
  expect([...edits.values().keys()]).toEqual(['c']);
  edits.forget();
  expect(edits.values().size).toBe(0);
});
