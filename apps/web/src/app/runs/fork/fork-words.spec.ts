import { pointWords, turnsWords } from './fork-words';

const label = (id: string): string => id.toUpperCase();

it.each([
  ['b', 'B'],
  ['each/2', 'EACH, turn 3'],
  ['each/2/b', 'B, turn 3'],
])('tells a fork point %s', (point, words) => {
  expect(pointWords(point, label)).toBe(words);
});

it.each([
  [null, ''],
  [{ kept: 3, again: [] }, '3 turns kept'],
  [{ kept: 3, again: [4] }, '3 turns kept, turn 5 again'],
  [{ kept: 0, again: [0, 1, 2, 3, 4, 5] }, '0 turns kept, turns 1, 2, 3, 4, 5 … again'],
])('tells turns %j', (turns, words) => {
  expect(turnsWords(turns)).toBe(words);
});
