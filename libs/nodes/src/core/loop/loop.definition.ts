import { defineNode } from '@millrace/node-sdk';
import { LIMITS } from '@millrace/workflow-model';
import { z } from 'zod';

export const loopDefinition = defineNode({
  type: 'loop',
  version: 1,
  aliases: ['for-each'],
  title: 'Loop',
  description: 'Runs the nodes inside it once for each item of a list, then gives the list of results.',
  category: 'logic',
  keywords: ['for each', 'iterate', 'map', 'list', 'items', 'batch', 'split', 'array'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'What the turns gave, in the order of the items.' }],
  params: z.object({
    items: z.array(z.json(), 'Give a list, such as `{{ input.orders }}`.').meta({
      title: 'Items',
      description: 'The list to go through.',
      ui: { control: 'json', rows: 3, placeholder: '{{ input.orders }}' },
    }),
    batchSize: z.coerce
      .number()
      .int()
      .min(1)
      .max(LIMITS.turns)
      .default(1)
      .meta({
        title: 'Items per turn',
        description: 'With more than one, `item` is a list of so many items; the last may be shorter.',
        ui: { control: 'number', advanced: true },
      }),
    concurrency: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(1)
      .meta({
        title: 'Turns at once',
        description: 'How many turns go on at the same time. The results keep the order of the items.',
        ui: { control: 'number' },
      }),
    onTurnError: z
      .enum(['stop', 'continue'])
      .default('stop')
      .meta({
        title: 'When a turn fails',
        description:
          'Stop: no further turn begins, and the loop fails. Go on: the error stands in the place of the result.',
        ui: { control: 'select', labels: { stop: 'Stop', continue: 'Go on' } },
      }),
  }),
  summary: 'for each item{{#concurrency}}, {{concurrency}} at once{{/concurrency}}',
  traits: { container: true, pure: true },
});
