import type { Json } from '@millrace/workflow-model';
import { looksLikeDate, readBoolean, readInstant, readNumber } from './read-values';

/** How values are compared. */
export interface ComparisonOptions {
  readonly caseSensitive: boolean;
  readonly looseTypes: boolean;
  /** IANA zone in which dates without an offset are read. */
  readonly timezone: string;
}

/** Whether two values are the same, whatever the order of keys; lists and objects are compared through and through. */
export function areEqual(one: Json | undefined, other: Json | undefined, options: ComparisonOptions): boolean {
  if (one === undefined || other === undefined) return looselyNothing(one, other, options);
  if (typeof one === 'string' && typeof other === 'string') return folded(one, options) === folded(other, options);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, index) => areEqual(element, other[index], options));
  }
  if (isObject(one) && isObject(other)) return haveEqualEntries(one, other, options);
  return one === other || (options.looseTypes && areAlike(one, other, options));
}

/**
 * Negative when `one` comes first, 0 when they are level, positive when it comes last; undefined when they have no order.
 * Numbers and numeric text by number, ISO dates by time, other text by its characters.
 */
export function orderOf(
  one: Json | undefined,
  other: Json | undefined,
  options: ComparisonOptions,
): number | undefined {
  const [left, right] = [numberOf(one, options), numberOf(other, options)];
  if (left !== undefined && right !== undefined) return left - right;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  if (looksLikeDate(one) && looksLikeDate(other)) {
    const [earlier, later] = [readInstant(one, options.timezone), readInstant(other, options.timezone)];
    if (earlier !== undefined && later !== undefined) return earlier.toMillis() - later.toMillis();
  }
  const [first, second] = [folded(one, options), folded(other, options)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Text as it is compared: in lower case unless case matters. */
export function folded(text: string, options: ComparisonOptions): string {
  return options.caseSensitive ? text : text.toLowerCase();
}

function numberOf(value: Json | undefined, options: ComparisonOptions): number | undefined {
  if (options.looseTypes && typeof value === 'boolean') return value ? 1 : 0;
  return readNumber(value);
}

function looselyNothing(one: Json | undefined, other: Json | undefined, options: ComparisonOptions): boolean {
  if (one === undefined && other === undefined) return true;
  return options.looseTypes && isNothing(one) && isNothing(other);
}

/** Equality of values of different types. */
function areAlike(one: Json, other: Json, options: ComparisonOptions): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (typeof one === 'boolean' || typeof other === 'boolean') {
    const [left, right] = [readBoolean(one), readBoolean(other)];
    return left !== undefined && left === right;
  }
  const [left, right] = [numberOf(one, options), numberOf(other, options)];
  return left !== undefined && left === right;
}

function haveEqualEntries(
  one: Readonly<Record<string, Json>>,
  other: Readonly<Record<string, Json>>,
  options: ComparisonOptions,
): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && areEqual(one[key], other[key], options));
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
