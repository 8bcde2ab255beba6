import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { assigneesParam, githubSlot, issueOutput, labelsParam, repositoryParams } from '../../github.params';

export const createIssueDefinition = defineNode({
  type: 'github/create-issue',
  version: 1,
  title: 'GitHub: create issue',
  description: 'Opens an issue in a repository on GitHub.',
  category: 'action',
  keywords: ['bug', 'ticket', 'repository', 'new', 'open'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The new issue.' }],
  params: z.object({
    ...repositoryParams,
    title: z
      .string()
      .trim()
      .min(1, 'write a title')
      .max(256)
      .meta({
        title: 'Title',
        description: 'Title of the issue.',
        ui: { control: 'text', placeholder: 'Build {{ trigger.build }} failed' },
      }),
    body: optionalText(65_536).meta({
      title: 'Text',
      description: 'Text of the issue in Markdown.',
      ui: { control: 'textarea', rows: 6 },
    }),
    labels: labelsParam('Names of labels; those that do not exist yet are made.'),
    assignees: assigneesParam('Who works on it: user names.'),
    milestone: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ title: 'Milestone', description: 'Number of a milestone.', ui: { control: 'number', advanced: true } }),
  }),
  output: issueOutput,
  summary: '{{owner}}/{{repo}}: {{title}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [githubSlot],
});
