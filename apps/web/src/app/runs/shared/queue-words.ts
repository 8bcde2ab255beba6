import { formatNumber } from '@millrace/web-ui';
import type { RunQueue } from './run-row';

/** Why a run does not begin, in one sentence: "Its workflow runs one at a time for “acme”". */
export function limitWords({ limit, key }: RunQueue): string {
  const at = limit === 1 ? 'one run' : `${formatNumber(limit)} runs`;
  if (key === null) return `Its workflow allows ${at} at a time.`;
  return `Its workflow allows ${at} at a time for ${key === '' ? 'runs without a key' : `“${key}”`}.`;
}

/** Its place: "2 runs go first". */
export function placeWords({ ahead }: RunQueue): string {
  if (ahead === 0) return 'It is next';
  return ahead === 1 ? '1 run goes first' : `${formatNumber(ahead)} runs go first`;
}
