import { z } from 'zod';
import { OPERATOR_ALIASES, OPERATOR_LABELS, OPERATOR_NAMES, isUnary, operatorOf } from './operators';

/** Levels of groups within groups. */
export const MAX_GROUP_DEPTH = 10;

export const combinatorSchema = z
  .enum(['and', 'or'])
  .default('and')
  .meta({
    title: 'Combine with',
    description: 'Whether all conditions must hold, or one is enough.',
    ui: { control: 'select', labels: { and: 'AND: all hold', or: 'OR: at least one holds' } },
  });

export const fieldSchema = z.json().meta({
  title: 'Field',
  description:
    'Path into the input, such as `customer.email` or `lines[0].sku`; or a template or expression that gives the value.',
  ui: { control: 'expression', placeholder: 'customer.email' },
});

export const operatorSchema = z.enum(OPERATOR_NAMES).meta({
  title: 'Operator',
  description: 'How field and value are compared.',
  ui: { control: 'select', labels: OPERATOR_LABELS, aliases: OPERATOR_ALIASES },
});

export const valueSchema = z.json().meta({
  title: 'Value',
  description:
    'What the field is compared with: a literal, a template or an expression. Not used by operators such as `exists`.',
  ui: { control: 'expression', placeholder: 'active' },
});

export const ruleSchema = z
  .object({ field: fieldSchema, operator: operatorSchema, value: valueSchema.optional() })
  .superRefine(refineRule);

export const groupSchema = z.object({
  combinator: combinatorSchema,
  get conditions() {
    return conditionListSchema;
  },
});

/** Rules and nested groups. */
export const conditionListSchema: z.ZodType<Condition[], ConditionInput[]> = z
  .array(z.lazy(() => z.union([groupSchema, ruleSchema])) as z.ZodType<Condition, ConditionInput>)
  .min(1)
  .max(200);

/** {@link conditionListSchema} as a param: what JSON Schema refers to cannot carry a title of its own. */
export const conditionsSchema = conditionListSchema.optional().meta({
  title: 'Conditions',
  description: 'Comparisons, and groups of comparisons with a combinator of their own.',
  ui: { control: 'conditions' },
});

export const caseSensitiveSchema = z
  .boolean()
  .default(true)
  .meta({
    title: 'Case sensitive',
    description: 'Whether `A` and `a` differ when text is compared.',
    ui: { control: 'toggle', advanced: true },
  });

export const looseTypesSchema = z
  .boolean()
  .default(false)
  .meta({
    title: 'Loose types',
    description:
      'Whether values of different types are converted before they are compared: `"5"` equals `5`, `"yes"` is true.',
    ui: { control: 'toggle', advanced: true },
  });

export interface Rule {
  readonly field: z.output<typeof fieldSchema>;
  readonly operator: z.output<typeof operatorSchema>;
  readonly value?: z.output<typeof valueSchema> | undefined;
}

export interface ConditionGroup {
  readonly combinator: 'and' | 'or';
  readonly conditions: readonly Condition[];
}

export type Condition = Rule | ConditionGroup;

/** What a document may hold: the combinator may be missing. */
export type ConditionInput =
  Rule | { readonly combinator?: 'and' | 'or' | undefined; readonly conditions: readonly ConditionInput[] };

/** The params of a condition: the short form, or a group. */
export interface ConditionParams {
  readonly field?: Rule['field'] | undefined;
  readonly operator?: Rule['operator'] | undefined;
  readonly value?: Rule['value'];
  readonly combinator?: 'and' | 'or' | undefined;
  readonly conditions?: readonly Condition[] | undefined;
}

/** Adds an issue when a rule lacks what its operator needs. */
export function refineRule(rule: Partial<Rule>, issues: z.core.$RefinementCtx): void {
  if (rule.field === undefined || rule.field === '') {
    issues.addIssue({ code: 'custom', path: ['field'], message: 'Name the field that is compared.' });
  }
  if (rule.operator === undefined) {
    issues.addIssue({ code: 'custom', path: ['operator'], message: 'Choose an operator, such as `equals`.' });
    return;
  }
  if (!isUnary(operatorOf(rule.operator)) && rule.value === undefined) {
    issues.addIssue({ code: 'custom', path: ['value'], message: `The operator \`${rule.operator}\` needs a value.` });
  }
}

/** Adds an issue unless there is exactly one of the two forms, complete. */
export function refineCondition(params: ConditionParams, issues: z.core.$RefinementCtx): void {
  if (params.conditions === undefined) {
    refineRule(params, issues);
    return;
  }
  if (params.field !== undefined && params.field !== '') {
    const message = 'Give either `field`, `operator` and `value`, or `conditions`, not both.';
    issues.addIssue({ code: 'custom', path: ['field'], message });
  }
  if (depthOf(params.conditions) > MAX_GROUP_DEPTH) {
    const message = `Groups may be nested ${MAX_GROUP_DEPTH} deep. Split the condition over several nodes.`;
    issues.addIssue({ code: 'custom', path: ['conditions'], message });
  }
}

/** The one shape that is evaluated. Only for params that {@link refineCondition} accepted. */
export function conditionOf(params: ConditionParams): Condition {
  if (params.conditions !== undefined) {
    return { combinator: params.combinator ?? 'and', conditions: params.conditions };
  }
  if (params.field === undefined || params.operator === undefined) throw new Error('a condition without operator');
  return { field: params.field, operator: params.operator, value: params.value };
}

function depthOf(conditions: readonly Condition[]): number {
  const inner = conditions.map((condition) => ('conditions' in condition ? depthOf(condition.conditions) : 0));
  return 1 + Math.max(0, ...inner);
}
