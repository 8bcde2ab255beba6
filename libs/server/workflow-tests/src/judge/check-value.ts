import { compileParam, scopeOf } from '@millrace/expression';
import { getPath, parsePath, type Json, type ValueCheck } from '@millrace/workflow-model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Difference } from '../runs/test-run';
import { differencesOf, missingOf } from './differences';

/** What a check says of a value. */
export interface CheckOutcome {
  readonly passed: boolean;
  readonly message?: string;
  readonly expected?: Json;
  readonly actual?: Json;
  readonly differences: readonly Difference[];
}

/** What an expression of a check sees. */
export type Roots = Readonly<Record<string, Json>>;

/** Judges what is at `field` of a value; undefined stands for nothing there. */
export function checkValue(
  check: ValueCheck,
  value: Json | undefined,
  { field, roots }: { readonly field: string | undefined; readonly roots: Roots },
): CheckOutcome {
  const path = field === undefined || field === '' ? [] : parsePath(field);
  if (path === undefined) return refused(`“${field}” is no path. Write it as in items[0].title.`);
  const actual = value === undefined ? undefined : getPath(value, path);
  if (actual === undefined) return refused(field ? `There is nothing at ${field}.` : 'There is no value.');
  return { ...outcomeOf(check, actual, roots), actual };
}

function outcomeOf(check: ValueCheck, actual: Json, roots: Roots): CheckOutcome {
  switch (check.kind) {
    case 'exists':
      return { passed: true, differences: [] };
    case 'equals':
      return compared(check.value, differencesOf(check.value, actual));
    case 'contains':
      return compared(check.value, missingOf(check.value, actual));
    case 'snapshot':
      if (check.value === undefined) return { passed: true, message: 'The snapshot was taken.', differences: [] };
      return compared(check.value, differencesOf(check.value, actual));
    case 'schema':
      return fitting(check.schema, actual);
    case 'expression':
      return checkExpression(check.expression, { ...roots, value: actual });
  }
}

function compared(expected: Json, differences: readonly Difference[]): CheckOutcome {
  const passed = differences.length === 0;
  return { passed, expected, differences, ...(passed ? {} : { message: 'It is not what was expected.' }) };
}

function fitting(schema: Json, actual: Json): CheckOutcome {
  try {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
    const validate = ajv.compile(schema as object);
    if (validate(actual)) return { passed: true, expected: schema, differences: [] };
    const errors = (validate.errors ?? [])
      .slice(0, 5)
      .map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`);
    return {
      passed: false,
      expected: schema,
      message: `It does not fit the schema: ${errors.join('; ')}.`,
      differences: [],
    };
  } catch (error) {
    return refused(`The schema cannot be used: ${(error as Error).message}`);
  }
}

/** Judges a CEL expression, which has to be true. */
export function checkExpression(expression: string, roots: Roots): CheckOutcome {
  try {
    const result = compileParam({ $expr: expression }).evaluate(scopeOf({ ...roots }));
    if (result === true) return { passed: true, differences: [] };
    return { passed: false, message: `It gave ${JSON.stringify(result)} and not true.`, differences: [] };
  } catch (error) {
    return refused(`The expression cannot be worked out: ${(error as Error).message}`);
  }
}

function refused(message: string): CheckOutcome {
  return { passed: false, message, differences: [] };
}
