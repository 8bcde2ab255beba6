import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { FIELD_TYPES } from './field-rules';

const fieldTypeSchema = z.enum(FIELD_TYPES);

const fieldRuleSchema = z.object({
  field: z
    .string()
    .min(1)
    .max(500)
    .meta({ title: 'Field', ui: { control: 'text', placeholder: 'customer.email' } }),
  type: fieldTypeSchema.meta({ title: 'Type', ui: { control: 'select' } }),
  required: z
    .boolean()
    .default(false)
    .meta({ title: 'Required', ui: { control: 'toggle' } }),
  nullable: z
    .boolean()
    .default(false)
    .meta({ title: 'May be null', ui: { control: 'toggle', advanced: true } }),
  minimum: z
    .number()
    .optional()
    .meta({ title: 'Least value', ui: { control: 'number', advanced: true } }),
  maximum: z
    .number()
    .optional()
    .meta({ title: 'Greatest value', ui: { control: 'number', advanced: true } }),
  minLength: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ title: 'Least length', ui: { control: 'number', advanced: true } }),
  maxLength: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ title: 'Greatest length', ui: { control: 'number', advanced: true } }),
  pattern: z
    .string()
    .max(2_000)
    .optional()
    .meta({ title: 'Pattern (RE2)', ui: { control: 'text', advanced: true } }),
  oneOf: z
    .array(z.json())
    .min(1)
    .optional()
    .meta({ title: 'One of', ui: { control: 'list', advanced: true } }),
});

export const jsonValidatorDefinition = defineNode({
  type: 'json-validator',
  version: 1,
  title: 'JSON validator',
  description: 'Checks required fields, types of fields or a JSON Schema, and tells everything that is wrong.',
  category: 'logic',
  keywords: ['schema', 'validate', 'check', 'required', 'types', 'assert', 'ajv'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'valid', label: 'valid', description: 'The data, unchanged.' },
    { id: 'invalid', label: 'invalid', description: 'What is wrong, with path and message, and the data.' },
  ],
  params: z
    .object({
      value: z
        .json()
        .optional()
        .meta({
          title: 'Data',
          description: 'What is checked; the input when empty.',
          ui: { control: 'json', advanced: true },
        }),
      requiredFields: z
        .array(z.string().min(1).max(500))
        .max(500)
        .default([])
        .meta({
          title: 'Required fields',
          description: 'Paths that must be there and not be null, such as `customer.email` or `lines[*].sku`.',
          ui: { control: 'list', placeholder: 'customer.email' },
        }),
      fieldTypes: z
        .union([z.array(fieldRuleSchema).max(500), z.record(z.string().min(1), fieldTypeSchema)])
        .default([])
        .meta({
          title: 'Types of fields',
          description:
            'What fields must be if they are there: a list of rules, or types by path as in `{ "age": "integer" }`.',
          ui: { control: 'list' },
        }),
      emptyIsMissing: z
        .boolean()
        .default(false)
        .meta({
          title: 'Empty counts as missing',
          description: 'Whether a required field that holds an empty text, list or object is missing.',
          ui: { control: 'toggle', advanced: true },
        }),
      schema: z
        .union([z.record(z.string(), z.json()), z.boolean(), z.string()])
        .optional()
        .meta({
          title: 'JSON Schema',
          description: 'A whole schema, as an object or as text. Templates in it are not filled in.',
          ui: { control: 'code', language: 'json', rows: 10 },
        }),
      draft: z
        .enum(['auto', '2020-12', '7'])
        .default('auto')
        .meta({
          title: 'Draft of the schema',
          description: 'Which JSON Schema is meant; `auto` follows its `$schema` and takes 2020-12 without one.',
          ui: {
            control: 'select',
            labels: { auto: 'As the schema says', '2020-12': '2020-12', '7': 'Draft 7' },
            advanced: true,
          },
        }),
      parseText: z
        .boolean()
        .default(false)
        .meta({
          title: 'Read text as JSON',
          description: 'Whether data that is text is parsed first; text that is no JSON is invalid.',
          ui: { control: 'toggle', advanced: true },
        }),
      onInvalid: z
        .enum(['port', 'fail'])
        .default('port')
        .meta({
          title: 'When data is invalid',
          description: 'Whether the run goes on at the port `invalid`, or the node fails.',
          ui: { control: 'select', labels: { port: 'Go on at the port "invalid"', fail: 'Fail the node' } },
        }),
    })
    .superRefine((params, issues) => {
      const nothing = params.requiredFields.length === 0 && Object.keys(params.fieldTypes).length === 0;
      if (!nothing || (params.schema !== undefined && params.schema !== '')) return;
      const message = 'Say what to check: required fields, types of fields or a JSON Schema.';
      issues.addIssue({ code: 'custom', path: ['requiredFields'], message });
    }),
  rawParams: ['schema'],
  summary: '{{#requiredFields}}{{.}} {{/requiredFields}}',
  traits: { pure: true, branches: true },
});
