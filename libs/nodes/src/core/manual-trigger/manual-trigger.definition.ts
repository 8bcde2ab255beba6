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
    inputSchema: z
      .union([z.record(z.string(), z.json()), z.string()])
      .optional()
      .meta({
        title: 'Input schema',
        description:
          'JSON Schema of the input. A run with any other input fails at once, and other steps know what there is.',
        ui: { control: 'code', language: 'json', rows: 8, advanced: true, describes: 'output' },
      }),
  }),
  rawParams: ['sample', 'inputSchema'],
  summary: 'Started by hand or through the API',
  traits: { trigger: true, pure: true },
});
