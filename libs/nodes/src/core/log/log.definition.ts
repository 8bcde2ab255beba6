import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const logDefinition = defineNode({
  type: 'log',
  version: 1,
  title: 'Log',
  description: 'Writes a structured line into the log of the run and passes its input on.',
  category: 'output',
  keywords: ['print', 'console', 'debug', 'trace', 'message'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The input, unchanged.' }],
  params: z.object({
    level: z
      .enum(['debug', 'info', 'warn', 'error'])
      .default('info')
      .meta({
        title: 'Level',
        description: 'How serious the line is.',
        ui: { control: 'select', labels: { debug: 'Debug', info: 'Info', warn: 'Warning', error: 'Error' } },
      }),
    message: z
      .json()
      .optional()
      .meta({
        title: 'Message',
        description: "What is logged; templates are filled in. The node's name when empty.",
        ui: { control: 'textarea', rows: 2, placeholder: 'Order {{ trigger.id }} received' },
      }),
    fields: z
      .record(z.string(), z.json())
      .default({})
      .meta({
        title: 'Fields',
        description: 'Values that are kept beside the message, by name.',
        ui: { control: 'key-values' },
      }),
    includeInput: z
      .boolean()
      .default(false)
      .meta({
        title: 'Log the input',
        description: 'Whether the whole input is kept beside the message, as the field `input`.',
        ui: { control: 'toggle' },
      }),
  }),
  summary: '{{level}} {{message}}',
  traits: { pure: true },
});
