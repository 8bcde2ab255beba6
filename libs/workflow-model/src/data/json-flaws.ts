import { FORBIDDEN_KEYS } from '../limits';
import type { DataPath } from './data-path';

/** Why a value is not JSON that we can keep. */
export interface JsonFlaw {
  readonly kind: 'forbidden-key' | 'too-deep' | 'not-json' | 'unstorable-text';
  readonly path: DataPath;
}

/** Enough to mend by; a hostile value must not make a report as large as itself. */
const MAX_FLAWS = 50;

interface Visit {
  readonly value: object;
  readonly depth: number;
  readonly key?: string | number;
  readonly parent?: Visit;
}

/**
 * What keeps a value from being JSON that can be stored and handed on: forbidden keys, more than `maxDepth` objects and
 * lists inside one another, things that JSON has no form for, text that Postgres refuses (NUL, half a surrogate pair).
 * A loop, so that deep values do not overflow the stack; circular ones end at `maxDepth`. At most 50 flaws.
 */
export function jsonFlaws(value: unknown, maxDepth: number): readonly JsonFlaw[] {
  const flaws: JsonFlaw[] = [];
  const open: Visit[] = [];
  const visit = (child: unknown, key?: string | number, parent?: Visit): void => {
    const depth = (parent?.depth ?? 0) + 1;
    const kind = flawOf(child, depth, maxDepth);
    if (kind !== undefined) flaws.push({ kind, path: pathOf(parent, key) });
    else if (typeof child === 'object' && child !== null) {
      open.push({
        value: child,
        depth,
        ...(key === undefined ? {} : { key }),
        ...(parent === undefined ? {} : { parent }),
      });
    }
  };
  visit(value);
  for (let next = open.pop(); next !== undefined && flaws.length < MAX_FLAWS; next = open.pop()) {
    for (const [key, child] of entriesOf(next.value)) {
      if (typeof key === 'string') flaws.push(...keyFlaws(key, next));
      visit(child, key, next);
      if (flaws.length >= MAX_FLAWS) break;
    }
  }
  return flaws;
}

function entriesOf(value: object): Iterable<[string | number, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value);
}

function keyFlaws(key: string, parent: Visit): JsonFlaw[] {
  if (FORBIDDEN_KEYS.has(key)) return [{ kind: 'forbidden-key', path: pathOf(parent, key) }];
  return isStorable(key) ? [] : [{ kind: 'unstorable-text', path: pathOf(parent, key) }];
}

function flawOf(value: unknown, depth: number, maxDepth: number): JsonFlaw['kind'] | undefined {
  switch (typeof value) {
    case 'string':
      return isStorable(value) ? undefined : 'unstorable-text';
    case 'number':
      return Number.isFinite(value) ? undefined : 'not-json';
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return undefined;
      if (!isPlain(value)) return 'not-json';
      return depth > maxDepth ? 'too-deep' : undefined;
    default:
      return 'not-json';
  }
}

/** A list, or an object of no class. Asked through the prototype's prototype, because values may come from another realm. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

function pathOf(parent: Visit | undefined, key: string | number | undefined): DataPath {
  const path: (string | number)[] = key === undefined ? [] : [key];
  for (let visit = parent; visit?.key !== undefined; visit = visit.parent) path.unshift(visit.key);
  return path;
}
