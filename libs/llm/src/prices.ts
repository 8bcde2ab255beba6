import type { LlmProvider, LlmUsage } from './llm-types';

/** Dollars for a million tokens. */
interface Rates {
  readonly input: number;
  readonly output: number;
  /** Of input that was read from the cache; not known when absent. */
  readonly cached?: number;
  /** Of input that was written to the cache; as other input when absent. */
  readonly cacheWrite?: number;
}

interface Price extends Rates {
  readonly provider: LlmProvider;
  readonly models: RegExp;
  /** Above this many input tokens other rates count for the whole call: `long`, or none that we know. */
  readonly above?: number;
  readonly long?: Rates;
  /** The last day of these rates. */
  readonly until?: string;
}

/** An optional date or snapshot at the end of a model's id. */
const id = (name: string): RegExp => new RegExp(`^${name.replaceAll('.', '\\.')}(-\\d{4}-?\\d{2}-?\\d{2})?$`);
const OPENAI_LONG = 272_000;
const HAIKU_LONG = 100_000;

/** Published standard prices, as of 20 November 2026. A model that is not here has no price: a guess would be worse than none. */
const prices: readonly Price[] = [
  { provider: 'openai', models: id('gpt-6-astra'), input: 10, output: 50, cached: 1, above: OPENAI_LONG },
  {
    ...{ provider: 'openai', models: id('gpt-6.1-sol'), input: 2, output: 10, cached: 0.1 },
    above: OPENAI_LONG,
    long: { input: 4, output: 15, cached: 0.2 },
  },
  {
    ...{ provider: 'openai', models: id('gpt-6-sol'), input: 2, output: 10, cached: 0.2, cacheWrite: 2.5 },
    above: OPENAI_LONG,
    long: { input: 4, output: 15, cached: 0.4 },
  },
  {
    ...{ provider: 'openai', models: id('gpt-6-luna'), input: 0.1, output: 0.5, cached: 0.01, cacheWrite: 0.125 },
    above: OPENAI_LONG,
    long: { input: 0.2, output: 0.75, cached: 0.02 },
  },
  { provider: 'openai', models: id('gpt-5.6-terra'), input: 2, output: 12, cached: 0.2, above: OPENAI_LONG },
  { provider: 'openai', models: id('gpt-5.6-luna'), input: 0.2, output: 1.2, cached: 0.02, above: OPENAI_LONG },
  { provider: 'anthropic', models: id('claude-opus-5-5'), input: 4, output: 20, cached: 0.2, cacheWrite: 5 },
  { provider: 'anthropic', models: id('claude-sonnet-5-5'), input: 2, output: 10, cached: 0.1, cacheWrite: 2.5 },
  {
    ...{ provider: 'anthropic', models: id('claude-haiku-5-5') },
    ...{ input: 0.1, output: 0.5, cached: 0.01, cacheWrite: 0.125, above: HAIKU_LONG },
    long: { input: 0.5, output: 2.5, cached: 0.05, cacheWrite: 0.625 },
  },
  { provider: 'anthropic', models: id('claude-fable-5-1'), input: 10, output: 50 },
  { provider: 'anthropic', models: id('claude-opus-5'), input: 5, output: 25, cached: 0.5, cacheWrite: 6.25 },
  { provider: 'anthropic', models: id('claude-sonnet-5'), input: 2, output: 10 },
  { provider: 'anthropic', models: id('claude-sonnet-4-6'), input: 3, output: 15 },
  { provider: 'anthropic', models: id('claude-haiku-4-5'), input: 1, output: 5, cached: 0.1 },
  { provider: 'gemini', models: /^gemini-3\.8-flash$/, input: 0.75, output: 3.75, until: '2026-12-31' },
  { provider: 'groq', models: /^openai\/gpt-oss-120b$/, input: 0.15, output: 0.6 },
];

/** Dollars for a call, rounded to eight digits; undefined when the price, or that of a part of it, is not known. */
export function costOf(
  provider: LlmProvider,
  model: string,
  { usage, nowMs }: { readonly usage: LlmUsage; readonly nowMs: number },
): number | undefined {
  const price = prices.find((one) => one.provider === provider && one.models.test(model));
  if (price === undefined || isOver(price, nowMs)) return undefined;
  const isLong = price.above !== undefined && usage.inputTokens > price.above;
  const rates = isLong ? price.long : price;
  return rates && costAt(rates, usage);
}

function costAt(rates: Rates, usage: LlmUsage): number | undefined {
  const { inputTokens, outputTokens, cachedTokens = 0, cacheWriteTokens = 0 } = usage;
  if (cachedTokens > 0 && rates.cached === undefined) return undefined;
  const plain = Math.max(0, inputTokens - cachedTokens - cacheWriteTokens);
  const dollars =
    (plain * rates.input +
      cachedTokens * (rates.cached ?? 0) +
      cacheWriteTokens * (rates.cacheWrite ?? rates.input) +
      outputTokens * rates.output) /
    1_000_000;
  return Number(dollars.toFixed(8));
}

function isOver({ until }: Price, nowMs: number): boolean {
  return until !== undefined && nowMs >= Date.parse(until) + 86_400_000;
}
