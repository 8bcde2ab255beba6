import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { listParam, optionalText } from '../../../../shared/service-params';
import { linearSlot } from '../../linear.client';

const idParam = (title: string, description: string) =>
  optionalText(100).meta({ title, description, ui: { control: 'text', advanced: true } });

export const createTicketDefinition = defineNode({
  type: 'linear/create-ticket',
  version: 1,
  title: 'Linear: create ticket',
  description: 'Opens an issue in Linear, once, however often the node is tried.',
  category: 'action',
  keywords: ['issue', 'bug', 'task', 'project', 'new'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The new ticket.' }],
  params: z.object({
    ticketTitle: z
      .string()
      .trim()
      .min(1, 'write a title')
      .max(255)
      .meta({
        title: 'Title',
        description: 'Title of the ticket.',
        ui: { control: 'text', placeholder: 'Payment of {{ trigger.number }} failed' },
      }),
    ticketDescription: optionalText(100_000).meta({
      title: 'Text',
      description: 'What the ticket says, in Markdown.',
      ui: { control: 'textarea', rows: 6 },
    }),
    ticketPriority: z
      .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.enum(['0', '1', '2', '3', '4']))
      .default('2')
      .meta({
        title: 'Priority',
        description: 'How urgent it is.',
        ui: { control: 'select', labels: { 0: 'None', 1: 'Urgent', 2: 'High', 3: 'Medium', 4: 'Low' } },
      }),
    teamId: optionalText(100).meta({
      title: 'Team',
      description: 'Id of the team; that of the account, else the first one, when empty.',
      ui: { control: 'text' },
    }),
    assigneeId: idParam('Assignee', 'Id of whoever works on it.'),
    stateId: idParam('State', 'Id of a state of the team; its first one when empty.'),
    labelIds: listParam()
      .optional()
      .meta({ title: 'Labels', description: 'Ids of labels.', ui: { control: 'list', advanced: true } }),
    projectId: idParam('Project', 'Id of a project.'),
    dueDate: z
      .string()
      .trim()
      .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'must be a day such as 2026-01-31')
      .optional()
      .meta({ title: 'Due', description: 'Day such as `2026-01-31`.', ui: { control: 'text', advanced: true } }),
  }),
  output: z.object({ id: z.string(), identifier: z.string(), url: z.string(), title: z.string() }),
  summary: '{{ticketTitle}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [linearSlot],
});
