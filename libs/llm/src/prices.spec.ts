import { costOf } from './prices';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const usage = (inputTokens: number, outputTokens: number, more = {}) => ({
  ...{ inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
  ...more,
});

it('prices tokens in, out, read from and written to the cache', () => {
  expect(costOf('openai', 'gpt-6-sol', { usage: usage(100_000, 10_000), nowMs: NOW })).toBe(0.3);
  const cached = usage(200_000, 0, { cachedTokens: 100_000, cacheWriteTokens: 50_000 });
  expect(costOf('openai', 'gpt-6-sol', { usage: cached, nowMs: NOW })).toBe(0.245);
  expect(costOf('anthropic', 'claude-opus-5-5-20260922', { usage: usage(1_000, 100), nowMs: NOW })).toBe(0.006);
});

it('prices long inputs at their own rates', () => {
  expect(costOf('anthropic', 'claude-haiku-5-5', { usage: usage(100_000, 0), nowMs: NOW })).toBe(0.01);
  expect(costOf('anthropic', 'claude-haiku-5-5', { usage: usage(200_000, 0), nowMs: NOW })).toBe(0.1);
});

it.each<[string, Parameters<typeof costOf>]>([
  ['an unknown model', ['openai', 'gpt-7', { usage: usage(1, 1), nowMs: NOW }]],
  ['a relative of a known one', ['openai', 'gpt-6-sol-mini', { usage: usage(1, 1), nowMs: NOW }]],
  ['the same model elsewhere', ['openai-compatible', 'gpt-6-sol', { usage: usage(1, 1), nowMs: NOW }]],
  ['rates for long inputs that are not known', ['openai', 'gpt-6-astra', { usage: usage(300_000, 1), nowMs: NOW }]],
  [
    'a rate for the cache that is not known',
    ['anthropic', 'claude-sonnet-5', { usage: usage(9, 1, { cachedTokens: 5 }), nowMs: NOW }],
  ],
  [
    'a price that has ended',
    ['gemini', 'gemini-3.8-flash', { usage: usage(1, 1), nowMs: Date.parse('2027-01-01T00:00:00Z') }],
  ],
])('never guesses: %s', (_what, given) => {
  expect(costOf(...given)).toBeUndefined();
});

it('keeps a price to its last day', () => {
  const nowMs = Date.parse('2026-12-31T23:00:00Z');
  expect(costOf('gemini', 'gemini-3.8-flash', { usage: usage(1_000_000, 0), nowMs })).toBe(0.75);
});
