import { type CelReference, isConstant } from './cel-references';

/** A piece of text that takes the place of another. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its pieces replaced. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  for (const { start, end, text: piece } of replacements.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + piece + result.slice(end);
  }
  return result;
}

/** A root as the start of a path: as it is, or quoted when it holds what separates names. */
export function pathName(name: string): string {
  return /^[^\s.[\]()+*?|&!=<>,"'{}%;\\`#^/@]+$/.test(name) ? name : `[${JSON.stringify(name)}]`;
}

/** A key of a path after its root. */
export function pathStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = pathName(key);
  return name === key ? `.${key}` : name;
}

/** A root in an expression: a name if it can be one and nothing around hides it, otherwise `nodes["…"]`. */
export function celName(name: string, { bound, form }: Pick<CelReference, 'bound' | 'form'>): string {
  const word = /^\d\w*$/.test(name) ? `_${name}` : name;
  if (form === 'name' && isCelName(word) && !bound.includes(word)) return word;
  return `nodes[${JSON.stringify(name)}]`;
}

const RESERVED_WORDS = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var void ' +
    'while prototype nodes __proto__'
  ).split(' '),
);

/** Whether a root can be written as a plain name in an expression. */
export function isCelName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED_WORDS.has(name) && !isConstant(name);
}

/** A key after a root in an expression. */
export function celStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && !RESERVED_WORDS.has(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
