import { z } from 'zod';
import { accountSlot, listParam } from '../../shared/service-params';

/** The account of every node of this service. */
export const githubSlot = accountSlot('GitHub', 'github');

/** Which repository. */
export const repositoryParams = {
  owner: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,100}$/, 'must be the name of a person or an organisation')
    .meta({
      title: 'Owner',
      description: 'Person or organisation that the repository belongs to.',
      ui: { control: 'text', placeholder: 'octocat' },
    }),
  repo: z
    .string()
    .trim()
    .regex(/^(?!\.{1,2}$)[\w.-]{1,100}$/, 'must be the name of a repository, without its owner')
    .meta({
      title: 'Repository',
      description: 'Name of the repository, without its owner.',
      ui: { control: 'text', placeholder: 'hello-world' },
    }),
};

/** Which issue. */
export const issueNumberParam = z.coerce
  .number()
  .int()
  .min(1)
  .meta({
    title: 'Number',
    description: 'Number of the issue, as its address shows it.',
    ui: { control: 'number', placeholder: '{{ trigger.issue.number }}' },
  });

/** Names of labels. */
export function labelsParam(description: string) {
  return listParam()
    .optional()
    .meta({ title: 'Labels', description, ui: { control: 'list', placeholder: 'bug' } });
}

/** Names of people. */
export function assigneesParam(description: string) {
  return listParam()
    .optional()
    .meta({ title: 'Assignees', description, ui: { control: 'list', placeholder: 'octocat' } });
}

/** What nodes that write an issue give. */
export const issueOutput = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  url: z.string(),
  state: z.string(),
});
