import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { fieldsParam } from '../form/form-fields';

export const formTriggerDefinition = defineNode({
  type: 'form-trigger',
  version: 1,
  title: 'Form trigger',
  description: 'Starts the workflow when somebody sends a form, on a public page that needs no account.',
  category: 'trigger',
  keywords: ['form', 'survey', 'contact', 'public', 'page', 'input', 'fields'],
  inputs: [],
  outputs: [{ id: 'main', description: 'What was filled in, by name of the field.' }],
  params: z.object({
    title: z
      .string()
      .max(300)
      .default('')
      .meta({
        title: 'Title',
        description: 'The headline of the page; the label of the node when empty.',
        ui: { control: 'text', placeholder: 'Write to us' },
      }),
    description: z
      .string()
      .max(10_000)
      .default('')
      .meta({
        title: 'Description',
        description: 'What stands above the fields.',
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
  }),
  rawParams: ['title', 'description', 'fields', 'button', 'thanks'],
  summary: '{{title}}',
  traits: { trigger: true, pure: true },
  startsOn: 'form',
});
