import { NodeError } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { areEqual, folded, orderOf } from './equality';
import type { ComparisonOptions } from './equality';
import type { BinaryOperator, Operator, UnaryOperator } from './operators';
import { isUnary } from './operators';
import { occursIn } from './pattern';
import { lengthOf, readBoolean, readInstant, readNumber, readText } from './read-values';
import { VALUE_TYPES, isOfType } from './value-types';
import type { ValueType } from './value-types';

type Negation<Name extends string> = Name extends `${string}not_${string}` ? Name : never;
type PositiveOperator = Exclude<BinaryOperator, Negation<BinaryOperator>>;
type Test = (left: Json | undefined, right: Json, options: ComparisonOptions) => boolean;

/**
 * Whether `left operator right` holds. `left` is undefined when the field does not exist: then only operators that deny
 * something hold. A left side that an operator cannot use makes it false, never an error.
 * @throws NodeError `CONDITION_INVALID_VALUE` when `right` is nothing that the operator can use
 */
export function compare(
  operator: Operator,
  left: Json | undefined,
  right: Json | undefined,
  options: ComparisonOptions,
): boolean {
  if (isUnary(operator)) return UNARY_TESTS[operator](left, options);
  if (right === undefined) throw unusable(operator, 'a value');
  const denied = DENIALS[operator as Negation<BinaryOperator>];
  if (denied !== undefined) return !BINARY_TESTS[denied](left, right, options);
  return BINARY_TESTS[operator as PositiveOperator](left, right, options);
}

const DENIALS: Readonly<Record<Negation<BinaryOperator>, PositiveOperator>> = {
  not_equals: 'equals',
  not_contains: 'contains',
  not_starts_with: 'starts_with',
  not_ends_with: 'ends_with',
  not_matches: 'matches',
  not_in: 'in',
  not_between: 'between',
  length_not_equals: 'length_equals',
  is_not_type: 'is_type',
};

const UNARY_TESTS: Readonly<Record<UnaryOperator, (left: Json | undefined, options: ComparisonOptions) => boolean>> = {
  exists: (left) => left !== undefined && left !== null,
  not_exists: (left) => left === undefined || left === null,
  is_empty: isEmpty,
  is_not_empty: (left) => !isEmpty(left),
  is_true: (left, { looseTypes }) => (looseTypes ? readBoolean(left) : left) === true,
  is_false: (left, { looseTypes }) => (looseTypes ? readBoolean(left) : left) === false,
};

const BINARY_TESTS: Readonly<Record<PositiveOperator, Test>> = {
  equals: areEqual,
  contains,
  starts_with: textTest('starts_with', (text, part) => text.startsWith(part)),
  ends_with: textTest('ends_with', (text, part) => text.endsWith(part)),
  matches,
  in: isIn,
  greater_than: orderTest('greater_than', (order) => order > 0),
  greater_than_or_equal: orderTest('greater_than_or_equal', (order) => order >= 0),
  less_than: orderTest('less_than', (order) => order < 0),
  less_than_or_equal: orderTest('less_than_or_equal', (order) => order <= 0),
  between: isBetween,
  before: timeTest('before', (distance) => distance < 0),
  after: timeTest('after', (distance) => distance > 0),
  on_or_before: timeTest('on_or_before', (distance) => distance <= 0),
  on_or_after: timeTest('on_or_after', (distance) => distance >= 0),
  same_time: timeTest('same_time', (distance) => distance === 0),
  same_day: isSameDay,
  length_equals: lengthTest('length_equals', (length, wanted) => length === wanted),
  length_greater_than: lengthTest('length_greater_than', (length, wanted) => length > wanted),
  length_greater_than_or_equal: lengthTest('length_greater_than_or_equal', (length, wanted) => length >= wanted),
  length_less_than: lengthTest('length_less_than', (length, wanted) => length < wanted),
  length_less_than_or_equal: lengthTest('length_less_than_or_equal', (length, wanted) => length <= wanted),
  is_type: isType,
};

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || lengthOf(value) === 0;
}

function contains(left: Json | undefined, right: Json, options: ComparisonOptions): boolean {
  if (Array.isArray(left)) return left.some((element) => areEqual(element, right, options));
  const part = readText(right, true);
  if (part === undefined) return false;
  if (typeof left === 'object' && left !== null) return hasKey(left, part, options);
  const text = readText(left, options.looseTypes);
  return text !== undefined && folded(text, options).includes(folded(part, options));
}

function hasKey(value: object, key: string, options: ComparisonOptions): boolean {
  if (options.caseSensitive) return Object.hasOwn(value, key);
  return Object.keys(value).some((own) => folded(own, options) === folded(key, options));
}

function textTest(operator: Operator, holds: (text: string, part: string) => boolean): Test {
  return (left, right, options) => {
    const part = readText(right, true);
    if (part === undefined) throw unusable(operator, 'text');
    const text = readText(left, options.looseTypes);
    return text !== undefined && holds(folded(text, options), folded(part, options));
  };
}

function matches(left: Json | undefined, right: Json, options: ComparisonOptions): boolean {
  if (typeof right !== 'string') throw unusable('matches', 'a pattern');
  const text = readText(left, options.looseTypes);
  return occursIn(right, text ?? '', options.caseSensitive) && text !== undefined;
}

/** A list is compared as it is. Text between commas has no types, so there `2` is found in `"1, 2, 3"`. */
function isIn(left: Json | undefined, right: Json, options: ComparisonOptions): boolean {
  if (Array.isArray(right)) return right.some((element) => areEqual(left, element, options));
  if (typeof right !== 'string') throw unusable('in', 'a list, or text with commas');
  if (left === undefined || left === null) return false;
  return right.split(',').some((part) => areEqual(left, part.trim(), { ...options, looseTypes: true }));
}

function orderTest(operator: Operator, holds: (order: number) => boolean): Test {
  return (left, right, options) => {
    if (!canBeOrdered(right, options)) throw unusable(operator, 'a number, a date or text');
    const order = orderOf(left, right, options);
    return order !== undefined && holds(order);
  };
}

function isBetween(left: Json | undefined, right: Json, options: ComparisonOptions): boolean {
  const [low, high] = boundsOf(right);
  if (!canBeOrdered(low, options) || !canBeOrdered(high, options)) {
    throw unusable('between', 'two bounds, such as [1, 10] or { "from": 1, "to": 10 }');
  }
  const [above, below] = [orderOf(left, low, options), orderOf(left, high, options)];
  return above !== undefined && below !== undefined && above >= 0 && below <= 0;
}

function boundsOf(value: Json): readonly (Json | undefined)[] {
  if (Array.isArray(value)) return value.length === 2 ? value : [];
  if (typeof value === 'string')
    return value.split(',').length === 2 ? value.split(',').map((part) => part.trim()) : [];
  if (typeof value !== 'object' || value === null) return [];
  return [value['from'] ?? value['min'], value['to'] ?? value['max']];
}

function canBeOrdered(value: Json | undefined, options: ComparisonOptions): boolean {
  if (typeof value === 'boolean') return options.looseTypes;
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function timeTest(operator: Operator, holds: (distanceMs: number) => boolean): Test {
  return (left, right, { timezone }) => {
    const wanted = readInstant(right, timezone);
    if (wanted === undefined) throw unusable(operator, 'a date, such as 2026-01-31 or 2026-01-31T09:00:00Z');
    const time = readInstant(left, timezone);
    return time !== undefined && holds(time.toMillis() - wanted.toMillis());
  };
}

function isSameDay(left: Json | undefined, right: Json, { timezone }: ComparisonOptions): boolean {
  const wanted = readInstant(right, timezone);
  if (wanted === undefined) throw unusable('same_day', 'a date, such as 2026-01-31');
  return readInstant(left, timezone)?.hasSame(wanted, 'day') ?? false;
}

function lengthTest(operator: Operator, holds: (length: number, wanted: number) => boolean): Test {
  return (left, right) => {
    const wanted = readNumber(right);
    if (wanted === undefined) throw unusable(operator, 'a number');
    const length = lengthOf(left);
    return length !== undefined && holds(length, wanted);
  };
}

function isType(left: Json | undefined, right: Json, { timezone }: ComparisonOptions): boolean {
  const type = VALUE_TYPES.find((known) => known === right);
  if (type === undefined) throw unusable('is_type', `one of ${VALUE_TYPES.join(', ')}`);
  return isOfType(left, type satisfies ValueType, timezone);
}

function unusable(operator: Operator, wanted: string): NodeError {
  const message = `The operator \`${operator}\` compares with ${wanted}, but its value is something else. Change the value.`;
  return new NodeError({ code: 'CONDITION_INVALID_VALUE', fault: 'user', message });
}
