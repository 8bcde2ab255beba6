import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import {
  caseSensitiveSchema,
  combinatorSchema,
  conditionsSchema,
  fieldSchema,
  looseTypesSchema,
  operatorSchema,
  valueSchema,
} from '../condition/rules/condition-schema';
import { refineCases } from './switch-cases';

const caseSchema = z.object({
  id: z
    .string()
    .max(64)
    .regex(
      /^(?:[A-Za-z0-9][A-Za-z0-9_.-]*)?$/,
      'Use letters, digits, `-`, `_` and `.`, beginning with a letter or digit.',
    )
    .optional()
    .meta({
      title: 'Id',
      description:
        'Name of the output port; `case-0`, `case-1`, ... by position when empty. Keep it when cases are moved.',
      ui: { control: 'hidden' },
    }),
  label: z
    .string()
    .max(200)
    .optional()
    .meta({ title: 'Label', description: 'What the canvas shows at the port.', ui: { control: 'text' } }),
  equals: z
    .json()
    .optional()
    .meta({
      title: 'Equals',
      description: 'In value mode: the case is taken when the value equals this.',
      ui: { control: 'expression', showWhen: { param: 'mode', is: ['value'] } },
    }),
  field: fieldSchema.optional(),
  operator: operatorSchema.optional(),
  value: valueSchema.optional(),
  combinator: combinatorSchema,
  conditions: conditionsSchema.meta({
    title: 'Conditions',
    description: 'Comparisons, and groups of comparisons with a combinator of their own.',
    ui: { control: 'conditions', showWhen: { param: 'mode', is: ['rules'] } },
  }),
});

export const switchDefinition = defineNode({
  type: 'switch',
  version: 1,
  title: 'Switch',
  description: 'Sends the input to one of several ports: by rules, or by comparing one value.',
  category: 'logic',
  keywords: ['case', 'route', 'router', 'branch', 'match', 'rules', 'if'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'fallback', label: 'fallback', description: 'Live when no case is taken.' }],
  dynamicOutputs: { param: 'cases', idKey: 'id', labelKey: 'label' },
  params: z
    .object({
      mode: z
        .enum(['rules', 'value'])
        .default('rules')
        .meta({
          title: 'Mode',
          description: 'Whether each case has conditions of its own, or all compare one value.',
          ui: { control: 'select', labels: { rules: 'Rules', value: 'One value' } },
        }),
      value: z
        .json()
        .optional()
        .meta({
          title: 'Value',
          description: 'What the cases compare: a template, an expression or a literal.',
          ui: {
            control: 'expression',
            placeholder: '{{ trigger.status }}',
            showWhen: { param: 'mode', is: ['value'] },
          },
        }),
      cases: z
        .array(caseSchema)
        .max(200)
        .default([])
        .meta({
          title: 'Cases',
          description: 'One output port each, tried from first to last.',
          ui: { control: 'list' },
        }),
      match: z
        .enum(['first', 'all'])
        .default('first')
        .meta({
          title: 'Take',
          description: 'Whether only the first case that fits is taken, or every one.',
          ui: { control: 'select', labels: { first: 'The first case that fits', all: 'Every case that fits' } },
        }),
      fallback: z
        .string()
        .default('fallback')
        .meta({
          title: 'When no case fits',
          description:
            '`fallback` sends the input to the fallback port, `none` ends this path, `error` fails the node; or the id of a case.',
          ui: {
            control: 'select',
            labels: { fallback: 'Use the fallback port', none: 'End this path', error: 'Fail the node' },
          },
        }),
      caseSensitive: caseSensitiveSchema,
      looseTypes: looseTypesSchema,
    })
    .superRefine(refineCases),
  rawParams: ['cases'],
  summary: '{{value}}{{#cases}}{{label}} {{/cases}}',
  traits: { pure: true, branches: true },
});
