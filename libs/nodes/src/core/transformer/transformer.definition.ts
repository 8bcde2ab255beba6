import { defineNode } from '@millrace/node-sdk';
import { parsePath } from '@millrace/workflow-model';
import { z } from 'zod';

const onlyFor = (mode: 'fields' | 'javascript') => ({ param: 'mode', is: [mode] });
const pathText = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => parsePath(text) !== undefined, 'is no path such as `customer.address.city` or `lines[0].sku`');

export const transformerDefinition = defineNode({
  type: 'transformer',
  version: 1,
  title: 'Transformer',
  description: 'Reshapes data: sets, keeps, renames and removes fields, or by one JavaScript expression.',
  category: 'action',
  keywords: ['map', 'set', 'edit', 'fields', 'rename', 'pick', 'reshape', 'convert', 'javascript'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The reshaped data.' }],
  params: z.object({
    mode: z
      .enum(['fields', 'javascript'])
      .default('fields')
      .meta({
        title: 'Mode',
        description: 'How the data is reshaped.',
        ui: { control: 'select', labels: { fields: 'Field by field', javascript: 'One JavaScript expression' } },
      }),
    source: z
      .json()
      .optional()
      .meta({
        title: 'Source',
        description: 'The object that fields are taken from; the input when empty.',
        ui: { control: 'json', advanced: true, showWhen: onlyFor('fields') },
      }),
    include: z
      .enum(['none', 'all', 'only', 'except'])
      .optional()
      .meta({
        title: 'Start with',
        description:
          'Which fields of the source are in the result to begin with. When empty: the listed ones if fields are listed, else none.',
        ui: {
          control: 'select',
          labels: {
            none: 'No fields',
            all: 'All fields',
            only: 'The listed fields',
            except: 'All but the listed fields',
          },
          showWhen: onlyFor('fields'),
        },
      }),
    fields: z
      .array(pathText)
      .default([])
      .meta({
        title: 'Listed fields',
        description: 'Paths of the fields that are kept (`only`) or removed (`except`).',
        ui: { control: 'list', showWhen: { param: 'include', is: ['only', 'except'] } },
      }),
    rename: z
      .record(pathText, pathText)
      .default({})
      .meta({
        title: 'Rename',
        description: 'Old path to new path. A field that is not there is left out.',
        ui: { control: 'key-values', showWhen: onlyFor('fields') },
      }),
    mappings: z
      .union([
        z.record(pathText, z.json()),
        z.array(z.object({ field: pathText.meta({ title: 'Field' }), value: z.json().meta({ title: 'Value' }) })),
      ])
      .default({})
      .meta({
        title: 'Set fields',
        description: 'Path of each field in the result and its value: a literal, a template or an expression.',
        ui: { control: 'key-values', showWhen: onlyFor('fields') },
      }),
    expression: z
      .string()
      .max(100_000)
      .optional()
      .meta({
        title: 'Expression',
        description: 'JavaScript over `input`, `trigger` and `nodes`; its value is the output.',
        ui: { control: 'code', language: 'javascript', rows: 4, showWhen: onlyFor('javascript') },
      }),
    timeoutMs: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(10_000)
      .meta({
        title: 'Time limit',
        description: 'Milliseconds after which the expression is stopped; at most 10,000.',
        ui: { control: 'number', advanced: true, showWhen: onlyFor('javascript') },
      }),
  }),
  rawParams: ['expression'],
  summary: '{{#expression}}{{expression}}{{/expression}}{{#fields}}{{.}} {{/fields}}',
  traits: { repeatable: true, pureUnless: { param: 'mode', is: ['javascript'] } },
  timeoutMs: 60_000,
});
