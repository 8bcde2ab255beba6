import type { Json } from '../json';
import type { DataPath } from './data-path';

/** The value at a path; own properties only. Lists answer to indexes (also written as digits) and to `length`. Undefined when there is nothing. */
export function getPath(value: Json | undefined, path: DataPath): Json | undefined {
  let current = value;
  for (const segment of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Record<string | number, Json | undefined>)[segment];
  }
  return current;
}
