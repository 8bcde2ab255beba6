import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import {
  assigneesParam,
  githubSlot,
  issueNumberParam,
  issueOutput,
  labelsParam,
  repositoryParams,
} from '../../github.params';

export const updateIssueDefinition = defineNode({
  type: 'github/update-issue',
  version: 1,
  title: 'GitHub: update issue',
  description: 'Changes, closes or reopens an issue of a repository on GitHub.',
  category: 'action',
  keywords: ['edit', 'close', 'reopen', 'label', 'assign', 'bug', 'ticket'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The issue as it is now.' }],
  params: z.object({
    ...repositoryParams,
    issueNumber: issueNumberParam,
    title: optionalText(256).meta({
      title: 'Title',
      description: 'New title; stays as it is when empty.',
      ui: { control: 'text' },
    }),
    body: optionalText(65_536).meta({
      title: 'Text',
      description: 'New text in Markdown; stays as it is when empty.',
      ui: { control: 'textarea', rows: 6 },
    }),
    state: z
      .enum(['unchanged', 'open', 'closed'])
      .default('unchanged')
      .meta({
        title: 'State',
        description: 'Whether the issue is closed or reopened.',
        ui: { control: 'select', labels: { unchanged: 'As it is', open: 'Open', closed: 'Closed' } },
      }),
    stateReason: z
      .enum(['completed', 'not_planned', 'duplicate', 'reopened'])
      .optional()
      .meta({
        title: 'Reason',
        description: 'Why it is closed or reopened.',
        ui: {
          control: 'select',
          labels: {
            completed: 'Done',
            not_planned: 'Not planned',
            duplicate: 'Duplicate of another',
            reopened: 'Reopened',
          },
          showWhen: { param: 'state', is: ['open', 'closed'] },
        },
      }),
    labels: labelsParam('Names of all labels from now on; stay as they are when not given.'),
    assignees: assigneesParam('User names of all assignees from now on; stay as they are when not given.'),
  }),
  output: issueOutput,
  summary: '{{owner}}/{{repo}}#{{issueNumber}}',
  traits: { ignoresInput: true, effect: 'write' },
  credentials: [githubSlot],
});
