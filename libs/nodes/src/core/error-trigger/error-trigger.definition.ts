import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';

const node = z.object({ id: z.string(), label: z.string(), type: z.string() }).nullable();

export const errorTriggerDefinition = defineNode({
  type: 'error-trigger',
  version: 1,
  title: 'Error trigger',
  description: 'Starts the workflow when a run of another workflow fails that names this one as its error workflow.',
  category: 'trigger',
  keywords: ['failure', 'failed', 'alert', 'catch', 'notify', 'exception', 'on error'],
  inputs: [],
  outputs: [{ id: 'main', description: 'The run that failed, its workflow, the error and what it began with.' }],
  params: z.object({}),
  output: z.object({
    execution: z
      .object({
        id: z.string(),
        url: z.string().meta({ description: 'Address of the run in the editor.' }),
        mode: z.string(),
        startedAt: z.string().nullable(),
        finishedAt: z.string().nullable(),
        retryOf: z.string().nullable().meta({ description: 'Id of the run that it repeated.' }),
      })
      .meta({ title: 'Run that failed' }),
    workflow: z
      .object({ id: z.string(), name: z.string(), version: z.string().nullable() })
      .meta({ title: 'Workflow' }),
    error: z
      .object({
        code: z.string(),
        message: z.string(),
        node: node.meta({ title: 'Node that failed' }),
        httpStatus: z.number().optional(),
        details: z.json().optional(),
      })
      .meta({ title: 'Error' }),
    lastNode: node.meta({ title: 'Last node that ran' }),
    trigger: z.json().meta({ title: 'What the run began with' }),
  }),
  traits: { trigger: true, pure: true },
  startsOn: 'error',
});
