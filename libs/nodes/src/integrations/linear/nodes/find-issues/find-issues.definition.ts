import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { linearSlot } from '../../linear.client';

export const findIssuesDefinition = defineNode({
  type: 'linear/find-issues',
  version: 1,
  title: 'Linear: find issues',
  description: 'Lists the issues in Linear that fit: by team, person, state, label or title.',
  category: 'action',
  keywords: ['search', 'list', 'tickets', 'bugs', 'tasks'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The issues and their count.' }],
  params: z.object({
    query: optionalText(255).meta({
      title: 'Title contains',
      description: 'Part of the title; small and capital letters are the same.',
      ui: { control: 'text' },
    }),
    linearStatus: z
      .enum(['any', 'backlog', 'todo', 'in_progress', 'done', 'canceled'])
      .default('any')
      .meta({
        title: 'State',
        description: 'Kind of the state that the issues are in.',
        ui: {
          control: 'select',
          labels: {
            any: 'Any',
            backlog: 'Backlog',
            todo: 'To do',
            in_progress: 'In progress',
            done: 'Done',
            canceled: 'Cancelled',
          },
        },
      }),
    linearTeamId: optionalText(100).meta({
      title: 'Team',
      description: 'Id of a team; those of all teams when empty.',
      ui: { control: 'text' },
    }),
    linearAssigneeId: optionalText(100).meta({
      title: 'Assignee',
      description: 'Id of a person.',
      ui: { control: 'text', advanced: true },
    }),
    linearLabel: optionalText(100).meta({
      title: 'Label',
      description: 'Name of a label that the issues have.',
      ui: { control: 'text', advanced: true },
    }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(250)
      .default(50)
      .meta({ title: 'At most', description: 'Issues, 1 to 250.', ui: { control: 'number' } }),
  }),
  output: z.object({
    issues: z.array(
      z.object({
        id: z.string(),
        identifier: z.string(),
        title: z.string(),
        url: z.string(),
        priority: z.number(),
        state: z.string(),
        assignee: z.string().nullable(),
        labels: z.array(z.string()),
        createdAt: z.string(),
        updatedAt: z.string(),
      }),
    ),
    count: z.number(),
    hasMore: z.boolean(),
  }),
  summary: '{{query}}',
  traits: { ignoresInput: true, effect: 'read' },
  credentials: [linearSlot],
});
