import type { Json, JsonObject } from '@millrace/workflow-model';
import { operandOf } from './operators';
import { isObject } from './schema';

/** How the parts of a group are combined. */
export type Combinator = 'and' | 'or';

/** `{ field, operator, value }`. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly field: Json;
  readonly operator: string;
  readonly value?: Json;
}

/** `{ combinator, conditions }`. */
export interface ConditionGroup {
  readonly kind: 'group';
  readonly combinator: Combinator;
  readonly parts: readonly Condition[];
}

/** A part of a question. */
export type Condition = Comparison | ConditionGroup;

/** What a new row asks. */
export const NEW_COMPARISON: Comparison = { kind: 'comparison', field: '', operator: 'equals', value: '' };

/** Other names of operators, and which operator each one means. */
export type OperatorAliases = Readonly<Record<string, string>>;

/** The question that an object with `field`, `operator`, `value` or `conditions` asks; empty when it asks none. */
export function readGroup(config: JsonObject, aliases: OperatorAliases = {}): ConditionGroup {
  const combinator = config['combinator'] === 'or' ? 'or' : 'and';
  const list = config['conditions'];
  if (Array.isArray(list))
    return { kind: 'group', combinator, parts: list.map((part) => readCondition(part, aliases)) };
  const isAsked = config['field'] !== undefined || config['operator'] !== undefined;
  return { kind: 'group', combinator, parts: isAsked ? [readCondition(config, aliases)] : [] };
}

function readCondition(value: Json, aliases: OperatorAliases): Condition {
  if (!isObject(value)) return NEW_COMPARISON;
  if (Array.isArray(value['conditions'])) return readGroup(value, aliases);
  const name = typeof value['operator'] === 'string' ? value['operator'] : 'equals';
  const operator = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  return {
    kind: 'comparison',
    field: value['field'] ?? '',
    operator,
    ...(value['value'] !== undefined && { value: value['value'] }),
  };
}

/** The keys of a config that hold a question. */
export const QUESTION_KEYS = ['field', 'operator', 'value', 'combinator', 'conditions'] as const;

/** A question as keys of a config: a single comparison in the short form, else a list. */
export function writeGroup(group: ConditionGroup): Readonly<Partial<Record<(typeof QUESTION_KEYS)[number], Json>>> {
  const [only] = group.parts;
  if (only === undefined) return {};
  if (group.parts.length === 1 && only.kind === 'comparison') return writeComparison(only);
  return { combinator: group.combinator, conditions: group.parts.map(writeCondition) };
}

function writeCondition(part: Condition): JsonObject {
  if (part.kind === 'comparison') return writeComparison(part);
  return { combinator: part.combinator, conditions: part.parts.map(writeCondition) };
}

function writeComparison({ field, operator, value }: Comparison): JsonObject {
  const hasValue = value !== undefined && operandOf(operator) !== 'none';
  return { field, operator, ...(hasValue && { value }) };
}

/** A comparison with another operator; its value is reshaped to what that operator compares with. */
export function withOperator(comparison: Comparison, operator: string): Comparison {
  const { value: _old, ...rest } = comparison;
  const before = comparison.value;
  const shape = operandOf(operator);
  if (shape === 'none') return { ...rest, operator };
  if (shape === 'range' && !Array.isArray(before)) return { ...rest, operator, value: [before ?? '', ''] };
  if (shape === 'type') return { ...rest, operator, value: 'string' };
  if (shape !== 'range' && Array.isArray(before) && shape !== 'list')
    return { ...rest, operator, value: before[0] ?? '' };
  return { ...rest, operator, value: before ?? '' };
}

/** Replaces the part at a place; takes it away without one. Groups that are left empty go too. */
export function replacePart(
  group: ConditionGroup,
  path: readonly number[],
  part: Condition | undefined,
): ConditionGroup {
  const [at, ...rest] = path;
  if (at === undefined) return part?.kind === 'group' ? part : group;
  const parts = group.parts.flatMap((each, place) => {
    if (place !== at) return [each];
    if (rest.length === 0) return part === undefined ? [] : [part];
    if (each.kind !== 'group') return [each];
    const inner = replacePart(each, rest, part);
    return inner.parts.length === 0 ? [] : [inner];
  });
  return { ...group, parts };
}

/** The value in a text as a person means it: numbers, true, false and null are not text. */
export function plainValue(text: string): Json {
  const trimmed = text.trim();
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed === 'null' ? null : text;
}
