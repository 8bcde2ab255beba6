import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { githubSlot, issueNumberParam, issueOutput, repositoryParams } from '../../github.params';

export const getIssueDefinition = defineNode({
  type: 'github/get-issue',
  version: 1,
  title: 'GitHub: get issue',
  description: 'Reads an issue of a repository on GitHub.',
  category: 'action',
  keywords: ['read', 'bug', 'ticket', 'repository', 'fetch'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The issue.' }],
  params: z.object({ ...repositoryParams, issueNumber: issueNumberParam }),
  output: issueOutput.extend({
    body: z.string().nullable(),
    labels: z.array(z.string()),
    assignees: z.array(z.string()),
    author: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    closedAt: z.string().nullable(),
    commentsCount: z.number(),
  }),
  summary: '{{owner}}/{{repo}}#{{issueNumber}}',
  traits: { ignoresInput: true, effect: 'read' },
  credentials: [githubSlot],
});
