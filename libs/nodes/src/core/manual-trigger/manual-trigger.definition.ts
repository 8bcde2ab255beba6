import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

export const manualTriggerDefinition = defineNode({
  type: 'manual-trigger',
  version: 1,
  title: 'Manual trigger',
  description: 'Starts the workflow when somebody presses Run or calls the API.',
  category: 'trigger',
  keywords: ['start', 'run', 'button', 'api', 'test'],
  inputs: [],
  outputs: [{ id: 'main', description: 'The input that the run was started with.' }],
  params: z.object({
    sample: z
      .json()
      .optional()
      .meta({
        title: 'Sample input',
        description:
          'Filled in for you when you press Run in the editor. Runs started through the API bring their own.',
        ui: { control: 'json' },
      }),
  }),
  rawParams: ['sample'],
  summary: 'Started by hand or through the API',
  traits: { trigger: true, pure: true },
});
