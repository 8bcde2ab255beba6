import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const stopDefinition = defineNode({
  type: 'stop',
  version: 1,
  title: 'Stop with error',
  description: 'Fails the run with a code and a message of your own.',
  category: 'logic',
  keywords: ['error', 'throw', 'fail', 'abort', 'exit', 'raise'],
  inputs: [{ id: 'main' }],
  outputs: [],
  params: z.object({
    message: z
      .json()
      .default('The workflow was stopped.')
      .meta({
        title: 'Message',
        description: 'What went wrong and how to mend it; templates are filled in.',
        ui: { control: 'textarea', rows: 2, placeholder: 'Order {{ trigger.id }} has no lines.' },
      }),
    code: z
      .string()
      .max(100)
      .regex(/^[A-Z][A-Z0-9_]*$/, 'Use upper-case letters, digits and `_`, beginning with a letter.')
      .default('STOPPED')
      .meta({
        title: 'Code',
        description: 'Stable name of the error, for whoever handles it.',
        ui: { control: 'text', placeholder: 'ORDER_EMPTY' },
      }),
    details: z
      .json()
      .optional()
      .meta({
        title: 'Details',
        description: 'Further facts that are recorded with the error.',
        ui: { control: 'json', advanced: true },
      }),
  }),
  summary: '{{code}} {{message}}',
  traits: { ignoresInput: true, pure: true },
});
