import { usageHint } from './usage-words';

const usage = { inputTokens: 1_200, outputTokens: 34, totalTokens: 1_234, costUsd: 0.0123, isPartial: false };

it.each([
  [usage, '1,200 tokens in, 34 out. $0.0123.'],
  [{ ...usage, costUsd: 12.5 }, '1,200 tokens in, 34 out. $12.50.'],
  [{ ...usage, costUsd: 0.00001 }, '1,200 tokens in, 34 out. < $0.0001.'],
  [{ ...usage, isPartial: true }, '1,200 tokens in, 34 out. $0.0123, and what has no price that is known.'],
  [{ ...usage, costUsd: null, isPartial: true }, '1,200 tokens in, 34 out. The price is not known.'],
])('tells what models took', (given, words) => {
  expect(usageHint(given)).toBe(words);
});
