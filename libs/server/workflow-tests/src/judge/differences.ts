import { canonicalJson, type Json } from '@millrace/workflow-model';
import type { Difference } from '../runs/test-run';

/** Differences that are told. */
const MOST_DIFFERENCES = 20;

/** Whether both are the same JSON, whatever the order of keys. */
export function isSame(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Where two values differ, the deepest places that can be named; at most 20. */
export function differencesOf(expected: Json, actual: Json, path = ''): Difference[] {
  if (isSame(expected, actual)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    const places = Array.from(
      { length },
      (_none, index) => [`${path}[${index}]`, expected[index], actual[index]] as const,
    );
    return places.flatMap((place) => differenceAt(...place)).slice(0, MOST_DIFFERENCES);
  }
  if (isObject(expected) && isObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names
      .flatMap((name) => differenceAt(path === '' ? name : `${path}.${name}`, own(expected, name), own(actual, name)))
      .slice(0, MOST_DIFFERENCES);
  }
  return [{ path, expected, actual }];
}

/** What of a part is not in the whole: a piece of a text, elements of a list in any order, keys of an object at any depth. */
export function missingOf(part: Json, whole: Json, path = ''): Difference[] {
  if (typeof part === 'string' && typeof whole === 'string') {
    return whole.includes(part) ? [] : [{ path, expected: part, actual: whole }];
  }
  if (Array.isArray(whole)) {
    const wanted = Array.isArray(part) ? part : [part];
    return wanted
      .filter((element) => !whole.some((candidate) => missingOf(element, candidate).length === 0))
      .map((element): Difference => ({ path, expected: element, actual: whole }))
      .slice(0, MOST_DIFFERENCES);
  }
  if (isObject(part) && isObject(whole)) {
    return Object.entries(part)
      .flatMap(([name, value]) => {
        const at = path === '' ? name : `${path}.${name}`;
        const found = own(whole, name);
        return found === undefined ? [{ path: at, expected: value }] : missingOf(value, found, at);
      })
      .slice(0, MOST_DIFFERENCES);
  }
  return isSame(part, whole) ? [] : [{ path, expected: part, actual: whole }];
}

function differenceAt(path: string, expected: Json | undefined, actual: Json | undefined): Difference[] {
  if (expected === undefined) return actual === undefined ? [] : [{ path, actual }];
  return actual === undefined ? [{ path, expected }] : differencesOf(expected, actual, path);
}

function own(value: { [key: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
