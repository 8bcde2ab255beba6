import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import {
  caseSensitiveSchema,
  combinatorSchema,
  conditionsSchema,
  fieldSchema,
  looseTypesSchema,
  operatorSchema,
  refineCondition,
  valueSchema,
} from './rules/condition-schema';

export const conditionDefinition = defineNode({
  type: 'condition',
  version: 1,
  title: 'Condition',
  description: 'Sends the input one way when a condition holds, and the other way when it does not.',
  category: 'logic',
  keywords: ['if', 'else', 'branch', 'filter', 'compare', 'decide', 'route'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'true', label: 'true', description: 'Live when the condition holds.' },
    { id: 'false', label: 'false', description: 'Live when it does not.' },
  ],
  params: z
    .object({
      field: fieldSchema.optional(),
      operator: operatorSchema.optional(),
      value: valueSchema.optional(),
      combinator: combinatorSchema,
      conditions: conditionsSchema,
      caseSensitive: caseSensitiveSchema,
      looseTypes: looseTypesSchema,
    })
    .superRefine(refineCondition),
  rawParams: ['field', 'value', 'conditions'],
  summary:
    '{{field}} {{operator}} {{value}}{{#conditions}}{{#field}}{{field}} {{operator}} {{value}} {{/field}}{{/conditions}}',
  traits: { pure: true, branches: true },
});
