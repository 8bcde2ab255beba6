import type { ModelCost } from './run-costs';

/** "1,204 tokens", "1 token". */
export function tokenWords({ totalTokens }: ModelCost): string {
  return totalTokens === 1 ? '1 token' : `${totalTokens.toLocaleString('en-GB')} tokens`;
}

/** "$0.0012"; undefined while no price is known. */
export function priceWords({ costUsd }: ModelCost): string | undefined {
  if (costUsd === undefined) return undefined;
  if (costUsd > 0 && costUsd < 0.0001) return '< $0.0001';
  return `$${costUsd.toFixed(costUsd < 0.1 ? 4 : 2)}`;
}

/** "1,204 tokens · $0.0012". */
export function costWords(cost: ModelCost): string {
  return [tokenWords(cost), priceWords(cost)].filter((part) => part !== undefined).join(' · ');
}

/** What a hint adds: how the tokens are shared out, and what is not counted. */
export function costHint({ inputTokens, outputTokens, costUsd, isPartial }: ModelCost): string {
  const split = `${inputTokens.toLocaleString('en-GB')} in, ${outputTokens.toLocaleString('en-GB')} out.`;
  if (!isPartial) return split;
  return `${split} ${costUsd === undefined ? 'Its price is not known.' : 'Not everything has a price that is known.'}`;
}
