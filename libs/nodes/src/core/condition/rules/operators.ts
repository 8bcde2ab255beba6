/** Operators that look at the field alone. */
export const UNARY_OPERATORS = ['exists', 'not_exists', 'is_empty', 'is_not_empty', 'is_true', 'is_false'] as const;

/** Operators that compare the field with `value`. */
export const BINARY_OPERATORS = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
  'matches',
  'not_matches',
  'in',
  'not_in',
  'greater_than',
  'greater_than_or_equal',
  'less_than',
  'less_than_or_equal',
  'between',
  'not_between',
  'before',
  'after',
  'on_or_before',
  'on_or_after',
  'same_time',
  'same_day',
  'length_equals',
  'length_not_equals',
  'length_greater_than',
  'length_greater_than_or_equal',
  'length_less_than',
  'length_less_than_or_equal',
  'is_type',
  'is_not_type',
] as const;

/** Every operator under its own name. */
export const OPERATORS = [...BINARY_OPERATORS, ...UNARY_OPERATORS] as const;

export type UnaryOperator = (typeof UNARY_OPERATORS)[number];
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];
export type Operator = (typeof OPERATORS)[number];

/** Names that other tools and older documents use, and what they mean here. */
export const OPERATOR_ALIASES = {
  eq: 'equals',
  '==': 'equals',
  '===': 'equals',
  '=': 'equals',
  equal: 'equals',
  is: 'equals',
  ne: 'not_equals',
  neq: 'not_equals',
  '!=': 'not_equals',
  '!==': 'not_equals',
  notEquals: 'not_equals',
  notEqual: 'not_equals',
  is_not: 'not_equals',
  includes: 'contains',
  notContains: 'not_contains',
  not_includes: 'not_contains',
  startsWith: 'starts_with',
  notStartsWith: 'not_starts_with',
  endsWith: 'ends_with',
  notEndsWith: 'not_ends_with',
  regex: 'matches',
  notRegex: 'not_matches',
  notMatches: 'not_matches',
  one_of: 'in',
  not_one_of: 'not_in',
  notIn: 'not_in',
  gt: 'greater_than',
  '>': 'greater_than',
  greaterThan: 'greater_than',
  larger: 'greater_than',
  gte: 'greater_than_or_equal',
  '>=': 'greater_than_or_equal',
  greaterThanOrEqual: 'greater_than_or_equal',
  greater_than_or_equals: 'greater_than_or_equal',
  greater_or_equal: 'greater_than_or_equal',
  largerEqual: 'greater_than_or_equal',
  lt: 'less_than',
  '<': 'less_than',
  lessThan: 'less_than',
  smaller: 'less_than',
  lte: 'less_than_or_equal',
  '<=': 'less_than_or_equal',
  lessThanOrEqual: 'less_than_or_equal',
  less_than_or_equals: 'less_than_or_equal',
  less_or_equal: 'less_than_or_equal',
  smallerEqual: 'less_than_or_equal',
  notBetween: 'not_between',
  beforeOrEquals: 'on_or_before',
  onOrBefore: 'on_or_before',
  afterOrEquals: 'on_or_after',
  onOrAfter: 'on_or_after',
  sameTime: 'same_time',
  sameDay: 'same_day',
  lengthEquals: 'length_equals',
  lengthNotEquals: 'length_not_equals',
  lengthGt: 'length_greater_than',
  lengthGte: 'length_greater_than_or_equal',
  lengthLt: 'length_less_than',
  lengthLte: 'length_less_than_or_equal',
  lengthGreaterThan: 'length_greater_than',
  lengthGreaterThanOrEqual: 'length_greater_than_or_equal',
  lengthLessThan: 'length_less_than',
  lengthLessThanOrEqual: 'length_less_than_or_equal',
  isType: 'is_type',
  isNotType: 'is_not_type',
  notExists: 'not_exists',
  empty: 'is_empty',
  isEmpty: 'is_empty',
  notEmpty: 'is_not_empty',
  not_empty: 'is_not_empty',
  isNotEmpty: 'is_not_empty',
  true: 'is_true',
  isTrue: 'is_true',
  false: 'is_false',
  isFalse: 'is_false',
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorAlias = keyof typeof OPERATOR_ALIASES;

/** Every name that a document may use. */
export const OPERATOR_NAMES = [...OPERATORS, ...(Object.keys(OPERATOR_ALIASES) as OperatorAlias[])] as const;

/** The operator behind a name or alias. */
export function operatorOf(name: Operator | OperatorAlias): Operator {
  return Object.hasOwn(OPERATOR_ALIASES, name) ? OPERATOR_ALIASES[name as OperatorAlias] : (name as Operator);
}

const UNARY: ReadonlySet<string> = new Set(UNARY_OPERATORS);

/** Whether the operator looks at the field alone, so that `value` is neither needed nor evaluated. */
export function isUnary(operator: Operator): operator is UnaryOperator {
  return UNARY.has(operator);
}

/** Words for the list in the editor. */
export const OPERATOR_LABELS: Readonly<Record<Operator, string>> = {
  equals: 'equals',
  not_equals: 'does not equal',
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'starts with',
  not_starts_with: 'does not start with',
  ends_with: 'ends with',
  not_ends_with: 'does not end with',
  matches: 'matches pattern',
  not_matches: 'does not match pattern',
  in: 'is one of',
  not_in: 'is none of',
  greater_than: 'is greater than',
  greater_than_or_equal: 'is at least',
  less_than: 'is less than',
  less_than_or_equal: 'is at most',
  between: 'is between',
  not_between: 'is not between',
  before: 'is before',
  after: 'is after',
  on_or_before: 'is at or before',
  on_or_after: 'is at or after',
  same_time: 'is the same moment as',
  same_day: 'is on the same day as',
  length_equals: 'has the length',
  length_not_equals: 'has not the length',
  length_greater_than: 'is longer than',
  length_greater_than_or_equal: 'is at least as long as',
  length_less_than: 'is shorter than',
  length_less_than_or_equal: 'is at most as long as',
  is_type: 'is of type',
  is_not_type: 'is not of type',
  exists: 'exists',
  not_exists: 'does not exist',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
  is_true: 'is true',
  is_false: 'is false',
};
