import damerauLevenshtein from 'damerau-levenshtein';

/** Beyond this a key is data, not a name that somebody mistyped; the distance costs the product of both lengths. */
const MAX_LENGTH = 80;

/**
 * The candidate that was probably meant by `wanted`, for "did you mean": the same but for case and punctuation, or else
 * the one with the fewest slips (Damerau-Levenshtein), at most one for every three characters. The earlier candidate wins a tie.
 */
export function nearestKey(candidates: Iterable<string>, wanted: string): string | undefined {
  if (wanted.length > MAX_LENGTH) return undefined;
  const wantedWord = bare(wanted);
  let best: { key: string; slips: number } | undefined;
  for (const key of candidates) {
    const slips = slipsBetween(bare(key), wantedWord);
    if (slips !== undefined && (best === undefined || slips < best.slips)) best = { key, slips };
  }
  return best?.key;
}

function slipsBetween(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const longest = Math.max(a.length, b.length);
  const allowed = Math.floor(longest / 3);
  if (longest > MAX_LENGTH || Math.abs(a.length - b.length) > allowed) return undefined;
  const slips = damerauLevenshtein(a, b).steps;
  return slips <= allowed ? slips : undefined;
}

function bare(key: string): string {
  const word = key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return word === '' ? key : word;
}
