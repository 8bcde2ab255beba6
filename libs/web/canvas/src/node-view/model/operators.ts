import type { ParamOption } from './param-field';

/** What an operator compares with. */
export type OperandShape = 'none' | 'one' | 'range' | 'list' | 'type';

const WITHOUT = new Set(['exists', 'not_exists', 'is_empty', 'is_not_empty', 'is_true', 'is_false']);
const RANGES = new Set(['between', 'not_between']);
const LISTS = new Set(['in', 'not_in']);
const TYPES = new Set(['is_type', 'is_not_type']);

/** Names of types that `is_type` knows. */
export const VALUE_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'date'] as const;

/** What an operator compares with. */
export function operandOf(operator: string): OperandShape {
  if (WITHOUT.has(operator)) return 'none';
  if (RANGES.has(operator)) return 'range';
  if (LISTS.has(operator)) return 'list';
  return TYPES.has(operator) ? 'type' : 'one';
}

const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['Presence', /exists|empty/],
  ['Dates', /before|after|same_/],
  ['Length', /^length/],
  ['Type', /type/],
  ['Yes or no', /^is_(true|false)$/],
  ['Numbers', /than|between/],
  ['Text', /contains|with|matches/],
];

/** Heading in the list of operators. */
export function groupOf(operator: string): string {
  return GROUPS.find(([, names]) => names.test(operator))?.[0] ?? 'Equality';
}

const ORDER = ['Equality', 'Text', 'Numbers', 'Presence', 'Yes or no', 'Dates', 'Length', 'Type'];

/** Operators with those under the same heading together. */
export function offeredOperators(
  options: readonly ParamOption[],
): readonly (ParamOption & { readonly group: string })[] {
  return options
    .map((option) => ({ ...option, group: groupOf(String(option.value)) }))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
}
