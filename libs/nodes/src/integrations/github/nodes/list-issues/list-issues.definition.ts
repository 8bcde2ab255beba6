import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { optionalText } from '../../../../shared/service-params';
import { githubSlot, issueOutput, labelsParam, repositoryParams } from '../../github.params';

const ONE_PAGE = { param: 'allPages', is: [false] };

export const listIssuesDefinition = defineNode({
  type: 'github/list-issues',
  version: 1,
  title: 'GitHub: list issues',
  description: 'Lists the issues of a repository on GitHub, one page or all of them.',
  category: 'action',
  keywords: ['search', 'find', 'bugs', 'tickets', 'repository'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The issues and their count.' }],
  params: z.object({
    ...repositoryParams,
    state: z
      .enum(['open', 'closed', 'all'])
      .default('open')
      .meta({
        title: 'State',
        description: 'Which issues are listed.',
        ui: { control: 'select', labels: { open: 'Open', closed: 'Closed', all: 'All' } },
      }),
    labels: labelsParam('Only issues that have all of these labels.'),
    assignee: optionalText(100).meta({
      title: 'Assignee',
      description: 'Only issues of this person; `none` or `*` for nobody or anybody.',
      ui: { control: 'text', advanced: true },
    }),
    since: optionalText(40).meta({
      title: 'Changed since',
      description: 'Only issues changed after this time, as ISO 8601.',
      ui: { control: 'date-time', advanced: true },
    }),
    sort: z
      .enum(['created', 'updated', 'comments'])
      .default('created')
      .meta({
        title: 'Sort by',
        description: 'What the order follows.',
        ui: {
          control: 'select',
          labels: { created: 'Opened', updated: 'Changed', comments: 'Comments' },
          advanced: true,
        },
      }),
    direction: z
      .enum(['desc', 'asc'])
      .default('desc')
      .meta({
        title: 'Direction',
        description: 'Which end comes first.',
        ui: {
          control: 'select',
          labels: { desc: 'Newest or most first', asc: 'Oldest or least first' },
          advanced: true,
        },
      }),
    allPages: z
      .boolean()
      .default(false)
      .meta({
        title: 'All pages',
        description: 'Whether all issues are read, at most 10,000, in place of one page.',
        ui: { control: 'toggle' },
      }),
    perPage: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(30)
      .meta({
        title: 'Per page',
        description: 'Entries of a page, 1 to 100.',
        ui: { control: 'number', showWhen: ONE_PAGE },
      }),
    page: z.coerce
      .number()
      .int()
      .min(1)
      .default(1)
      .meta({ title: 'Page', description: 'Which page, from 1.', ui: { control: 'number', showWhen: ONE_PAGE } }),
    excludePullRequests: z
      .boolean()
      .default(true)
      .meta({
        title: 'Without pull requests',
        description: 'Whether pull requests, which GitHub counts as issues, are left out.',
        ui: { control: 'toggle', advanced: true },
      }),
  }),
  output: z.object({
    issues: z.array(
      issueOutput.extend({
        labels: z.array(z.string()),
        assignees: z.array(z.string()),
        createdAt: z.string(),
        updatedAt: z.string(),
        isPullRequest: z.boolean(),
      }),
    ),
    count: z.number(),
    hasMore: z.boolean(),
  }),
  summary: '{{owner}}/{{repo}}',
  traits: { ignoresInput: true, effect: 'read' },
  credentials: [githubSlot],
});
