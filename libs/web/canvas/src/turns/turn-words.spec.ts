import { turnCounts, turnNumbers, turnSentence, turnWords } from './turn-words';

it('turns are counted in words, from 1', () => {
  expect(turnCounts({ count: 10, begun: 4, finished: 3, failed: 1 })).toBe('3 / 10, 1 failed');
  expect(turnCounts({ count: 10_000, begun: 4, finished: 3, failed: 0 })).toBe('3 / 10,000');
  expect(turnSentence({ count: 1, begun: 1, finished: 1, failed: 0 })).toBe('1 of 1 turn done');
  expect(turnWords('each/2/inner/4')).toBe('turn 3, turn 5');
  expect(turnNumbers('each/0')).toEqual([1]);
});
