import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const outputDefinition = defineNode({
  type: 'output',
  version: 1,
  title: 'Output',
  description: 'Collects data as the result of the run: what callers of the workflow get.',
  category: 'output',
  keywords: ['result', 'return', 'end', 'final', 'collect'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The result.' }],
  params: z.object({
    collect: z
      .enum(['input', 'all-nodes', 'fields', 'value'])
      .optional()
      .meta({
        title: 'Collect',
        description: 'What the result is made of. When empty: `fields` or `value` if they are given, else the input.',
        ui: {
          control: 'select',
          labels: {
            input: 'What the parent nodes gave',
            'all-nodes': 'What every finished node gave, by name',
            fields: 'Fields that I name',
            value: 'One value',
          },
        },
      }),
    fields: z
      .record(z.string().min(1), z.json())
      .optional()
      .meta({
        title: 'Fields',
        description: 'Values of the result by name: literals, templates or expressions.',
        ui: { control: 'key-values', showWhen: { param: 'collect', is: ['fields'] }, describes: 'fields' },
      }),
    value: z
      .json()
      .optional()
      .meta({
        title: 'Value',
        description: 'The whole result, when it is not an object of fields.',
        ui: { control: 'json', showWhen: { param: 'collect', is: ['value'] } },
      }),
    schema: z
      .union([z.record(z.string(), z.json()), z.string()])
      .optional()
      .meta({
        title: 'Schema of the result',
        description: 'JSON Schema that the result must fit: what callers of the workflow can rely on.',
        ui: { control: 'code', language: 'json', rows: 8, advanced: true, describes: 'output' },
      }),
  }),
  rawParams: ['schema'],
  summary: '{{collect}}',
  traits: { pure: true, terminal: true },
});
