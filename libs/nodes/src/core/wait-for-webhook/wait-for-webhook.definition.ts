import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { timeoutParam } from '../timer/wait-timeout';

export const waitForWebhookDefinition = defineNode({
  type: 'wait-for-webhook',
  version: 1,
  title: 'Wait for webhook',
  description: 'Waits until another system calls the address of this run.',
  category: 'logic',
  keywords: ['callback', 'resume', 'url', 'http', 'wait', 'pause', 'continue', 'async'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'main', description: 'Method, headers, query and body of the call.' },
    { id: 'timeout', label: 'timeout', description: 'Live when nobody called in time.' },
  ],
  params: z.object({
    methods: z
      .array(z.enum(['POST', 'PUT', 'PATCH', 'GET', 'DELETE']))
      .min(1, 'Give at least one method.')
      .default(['POST'])
      .meta({
        title: 'Methods',
        description: 'What the call may be. With `GET`, whoever only looks at the address continues the run.',
        ui: { control: 'list' },
      }),
    response: z
      .json()
      .optional()
      .meta({
        title: 'Answer',
        description: 'JSON that the caller gets; `{ "resumed": true }` when empty.',
        ui: { control: 'json', advanced: true },
      }),
    timeout: timeoutParam,
  }),
  output: z.object({
    method: z.string().meta({ title: 'Method' }),
    headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
    query: z.json().meta({ title: 'Query' }),
    body: z.json().meta({ title: 'Body' }),
  }),
  traits: { ignoresInput: true, suspends: true, repeatable: true, branches: true },
  runAddress: 'resumeUrl',
});
