import type { RetrySettings } from '@millrace/workflow-model';
import { millisecondWords } from './duration-text';

const SHOWN = 4;

/** Pauses between tries in words: "Waits at most 1 s, 2 s, 4 s between tries, less by chance.". */
export function retryWords({ maxAttempts, backoff, baseMs, maxMs }: RetrySettings): string {
  if (maxAttempts < 2) return 'Tried once.';
  const pauses = Array.from({ length: maxAttempts - 1 }, (_none, at) =>
    Math.min(backoff === 'fixed' ? baseMs : baseMs * 2 ** at, maxMs),
  );
  if (new Set(pauses).size === 1) {
    const atMost = backoff === 'fixed' ? '' : 'at most ';
    return `Waits ${atMost}${millisecondWords(pauses[0] ?? 0)} before each new try.`;
  }
  const words = pauses.slice(0, SHOWN).map(millisecondWords).join(', ');
  return `Waits at most ${words}${pauses.length > SHOWN ? ', …' : ''} between tries, less by chance.`;
}
