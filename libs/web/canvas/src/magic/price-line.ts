import type { AssistantPrice } from './assistant';

/** "1,204 tokens · $0.0012" of what was asked; empty when nothing is known. */
export function priceLine({ tokens, costUsd }: AssistantPrice): string {
  const parts = [
    ...(tokens === undefined ? [] : [`${tokens.toLocaleString('en-GB')} tokens`]),
    ...(costUsd === undefined ? [] : [`$${costUsd.toFixed(4)}`]),
  ];
  return parts.join(' · ');
}
