import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { parseDuration } from '../timer/duration';
import { blankIsAbsent } from '../timer/wait-params';

export const runWorkflowDefinition = defineNode({
  type: 'run-workflow',
  version: 1,
  aliases: ['execute-workflow', 'sub-workflow'],
  title: 'Run workflow',
  description: 'Starts another published workflow, and goes on with what it gives.',
  category: 'action',
  keywords: ['sub-workflow', 'child', 'call', 'execute', 'subprocess', 'reuse', 'module'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'main', description: 'What the workflow gives; without waiting, the id of its run.' },
    { id: 'timeout', description: 'The input, when the workflow took too long. Its run is cancelled.' },
  ],
  params: z.object({
    workflowId: z
      .string()
      .trim()
      .min(1, 'choose a workflow')
      .max(200)
      .meta({
        title: 'Workflow',
        description: 'A published workflow of this workspace.',
        ui: { control: 'options', options: 'workflows', placeholder: 'Choose a workflow' },
      }),
    input: z
      .json()
      .optional()
      .meta({
        title: 'Input',
        description: 'What its trigger gets; the input of this node when empty.',
        ui: { control: 'workflow-input', rows: 4, placeholder: '{ "order": "{{ input.id }}" }' },
      }),
    wait: z
      .boolean()
      .default(true)
      .meta({
        title: 'Wait for its end',
        description: 'Goes on with its result. A run that waits costs nothing, however long it takes.',
        ui: { control: 'toggle' },
      }),
    timeout: z
      .preprocess(
        blankIsAbsent,
        z
          .string()
          .refine((text) => parseDuration(text) !== undefined, 'Use an ISO 8601 duration such as `PT5M`, or `1h 30m`.')
          .optional(),
      )
      .meta({
        title: 'Timeout',
        description: 'How long to wait at most; without end when empty.',
        ui: { control: 'duration', advanced: true, placeholder: 'PT1H', showWhen: { param: 'wait', is: [true] } },
      }),
  }),
  traits: { suspends: true, effect: 'write' },
});
