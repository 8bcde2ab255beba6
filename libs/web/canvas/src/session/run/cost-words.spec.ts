import { costHint, costWords } from './cost-words';

const cost = { inputTokens: 1_200, outputTokens: 4, totalTokens: 1_204, isPartial: false };

it('tells tokens and price in words', () => {
  expect(costWords({ ...cost, costUsd: 0.0012 })).toBe('1,204 tokens · $0.0012');
  expect(costWords({ ...cost, costUsd: 1.5, totalTokens: 1 })).toBe('1 token · $1.50');
  expect(costWords({ ...cost, costUsd: 0.00000001 })).toBe('1,204 tokens · < $0.0001');
  expect(costWords(cost)).toBe('1,204 tokens');
});

it('says how they are shared out and what is not known', () => {
  expect(costHint(cost)).toBe('1,200 in, 4 out.');
  expect(costHint({ ...cost, isPartial: true })).toBe('1,200 in, 4 out. Its price is not known.');
  expect(costHint({ ...cost, costUsd: 1, isPartial: true })).toContain('Not everything');
});
