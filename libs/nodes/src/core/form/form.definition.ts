import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { timeoutParam } from '../timer/wait-timeout';
import { fieldsParam } from './form-fields';

export const formDefinition = defineNode({
  type: 'form',
  version: 1,
  title: 'Form',
  description: 'Waits until somebody has filled in a form, on a page that needs no account.',
  category: 'logic',
  keywords: ['human', 'input', 'survey', 'question', 'wait', 'page', 'ask', 'fields'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'main', description: 'What was filled in, by name of the field.' },
    { id: 'timeout', label: 'timeout', description: 'Live when nobody sent it in time.' },
  ],
  params: z.object({
    title: z
      .string()
      .max(300)
      .default('')
      .meta({
        title: 'Title',
        description: 'The headline of the page; the label of the node when empty.',
        ui: { control: 'text', placeholder: 'Tell us where to send it' },
      }),
    description: z
      .string()
      .max(10_000)
      .default('')
      .meta({
        title: 'Description',
        description: 'What stands above the fields; templates are filled in.',
        ui: { control: 'textarea', rows: 3 },
      }),
    fields: fieldsParam,
    button: z
      .string()
      .max(60)
      .default('')
      .meta({ title: 'Button', description: '"Send" when empty.', ui: { control: 'text', advanced: true } }),
    thanks: z
      .string()
      .max(2_000)
      .default('')
      .meta({
        title: 'Thanks',
        description: 'What the page says afterwards.',
        ui: { control: 'textarea', rows: 2, advanced: true },
      }),
    timeout: timeoutParam,
  }),
  summary: '{{title}}',
  traits: { ignoresInput: true, suspends: true, repeatable: true, branches: true },
  runAddress: 'formUrl',
});
