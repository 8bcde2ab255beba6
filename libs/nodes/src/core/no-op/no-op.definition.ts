import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const noOpDefinition = defineNode({
  type: 'no-op',
  version: 1,
  title: 'No operation',
  description: 'Does nothing and passes its input on.',
  category: 'logic',
  keywords: ['nothing', 'noop', 'pass', 'placeholder', 'skip'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The input, unchanged.' }],
  params: z.object({}),
  summary: 'Passes its input on',
  traits: { pure: true },
});
