import { NodeError } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { getPath, isDynamic, parsePath } from '@millrace/workflow-model';
import { compare } from './compare';
import type { Condition, Rule } from './condition-schema';
import type { ComparisonOptions } from './equality';
import { isUnary, operatorOf } from './operators';
import type { Operator } from './operators';

/** Operators for which a template that leads nowhere is an answer, not a mistake. */
const PRESENCE: ReadonlySet<Operator> = new Set(['exists', 'not_exists', 'is_empty', 'is_not_empty']);

/** Reasons of a failed evaluation that mean: nothing is there. */
const MISSING: ReadonlySet<string> = new Set(['PATH_NOT_FOUND', 'UNKNOWN_REFERENCE', 'EXPRESSION_FAILED']);

/**
 * Whether a condition holds in this node's scope. Groups stop at the first condition that decides them.
 * @throws NodeError `CONDITION_INVALID_VALUE`, `EXPRESSION_ERROR`
 */
export function holds(
  ctx: RunContext,
  condition: Condition,
  flags: Pick<ComparisonOptions, 'caseSensitive' | 'looseTypes'>,
): boolean {
  const { caseSensitive, looseTypes } = flags;
  return holdsWith(ctx, condition, { caseSensitive, looseTypes, timezone: ctx.execution.timezone });
}

function holdsWith(ctx: RunContext, condition: Condition, options: ComparisonOptions): boolean {
  if (!('conditions' in condition)) return ruleHolds(ctx, condition, options);
  const test = (inner: Condition) => holdsWith(ctx, inner, options);
  return condition.combinator === 'or' ? condition.conditions.some(test) : condition.conditions.every(test);
}

function ruleHolds(ctx: RunContext, rule: Rule, options: ComparisonOptions): boolean {
  const operator = operatorOf(rule.operator);
  const left = fieldOf(ctx, rule.field, operator);
  const right = rule.value === undefined || isUnary(operator) ? undefined : valueOf(ctx, rule.value);
  return compare(operator, left, right, options);
}

/** Most values are plain literals: those need no evaluation. */
function valueOf(ctx: RunContext, value: Json): Json {
  const isPlain = (typeof value !== 'object' || value === null) && !isDynamic(value);
  return isPlain ? value : ctx.evaluate(value);
}

function fieldOf(ctx: RunContext, field: Json, operator: Operator): Json | undefined {
  if (typeof field === 'string' && !isDynamic(field)) return valueAt(ctx.input, field);
  if (!PRESENCE.has(operator)) return ctx.evaluate(field);
  try {
    return ctx.evaluate(field);
  } catch (error) {
    if (error instanceof NodeError && leadsNowhere(error)) return undefined;
    throw error;
  }
}

/** A key that is written exactly like the path wins, so that `"First name"` and `"a.b"` can be named too. */
function valueAt(input: Json, field: string): Json | undefined {
  if (typeof input === 'object' && input !== null && Object.hasOwn(input, field)) return getPath(input, [field]);
  const path = parsePath(field);
  return path === undefined ? undefined : getPath(input, path);
}

/** Whether evaluation failed for want of a value, not because the template itself is wrong. */
function leadsNowhere({ failure, cause }: NodeError): boolean {
  if (failure.code !== 'EXPRESSION_ERROR') return false;
  const reason = codeIn(failure.details) ?? codeIn(cause);
  return reason === undefined || MISSING.has(reason);
}

function codeIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
  return typeof value.code === 'string' ? value.code : undefined;
}
