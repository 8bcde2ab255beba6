import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const publishEventDefinition = defineNode({
  type: 'publish-event',
  version: 1,
  title: 'Publish event',
  description: 'Publishes an event in the workspace: it starts event triggers and wakes runs that wait for it.',
  category: 'action',
  keywords: ['emit', 'send', 'signal', 'notify', 'message', 'bus'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The input, unchanged.' }],
  params: z.object({
    name: z
      .string()
      .trim()
      .min(1, 'Give the event a name.')
      .max(200)
      .regex(/^[^\p{Cc}]*$/u, 'The name of an event holds no control characters.')
      .meta({
        title: 'Event name',
        description: 'Name that event triggers and waiting runs listen for; templates are filled in.',
        ui: { control: 'text', placeholder: 'order.paid' },
      }),
    payload: z
      .json()
      .optional()
      .meta({
        title: 'Payload',
        description: 'Data of the event; the input when empty.',
        ui: { control: 'json' },
      }),
  }),
  summary: '{{name}}',
  traits: { repeatable: true, effect: 'write' },
});
