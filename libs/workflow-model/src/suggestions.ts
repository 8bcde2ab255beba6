import { nearestKey } from './data/nearest-key';

/** Finds what was probably meant by a name; see `nearestKey`. */
export type Suggest = (candidates: Iterable<string>, wanted: string) => string | undefined;

/**
 * Suggestions for one report, `budget` of them. Every search compares with all candidates, so a hostile document with
 * twenty thousand wrong names would otherwise cost minutes; a person mends the first ones first.
 */
export function suggestions(budget = 100): Suggest {
  let left = budget;
  return (candidates, wanted) => {
    if (left === 0) return undefined;
    left -= 1;
    return nearestKey(candidates, wanted);
  };
}
