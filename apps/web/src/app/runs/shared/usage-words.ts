import { formatNumber } from '@millrace/web-ui';
import type { RunRow } from './run-row';

type Usage = NonNullable<RunRow['usage']>;

/** "$0.0012"; undefined while no price is known. */
export function dollarWords({ costUsd }: Pick<Usage, 'costUsd'>): string | undefined {
  if (costUsd === null) return undefined;
  return costUsd > 0 && costUsd < 0.0001 ? '< $0.0001' : `$${costUsd.toFixed(costUsd < 0.1 ? 4 : 2)}`;
}

/** How the tokens of a run are shared out, what they cost, and what is not counted. */
export function usageHint(usage: Usage): string {
  const split = `${formatNumber(usage.inputTokens)} tokens in, ${formatNumber(usage.outputTokens)} out.`;
  const price = dollarWords(usage);
  if (price === undefined) return `${split} The price is not known.`;
  return `${split} ${price}${usage.isPartial ? ', and what has no price that is known' : ''}.`;
}
