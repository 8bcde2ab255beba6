import type { DataPath } from './data-path';

const WORD = /^[^\s.[\]"']+$/;
const DIGITS = /^\d+$/;

/** Writes a path as `a.b[0]["x y"]`; `parsePath` reads the same path back. */
export function formatPath(path: DataPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      if (!WORD.test(segment) || DIGITS.test(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}
