import { implementNode, output } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { given } from '../../../../shared/service-call';
import { callGithub, issueOf, issuesPath } from '../../github.client';
import { createIssueDefinition } from './create-issue.definition';

/** Opens the issue, once: GitHub knows no idempotency keys. */
export const createIssueNode = implementNode(createIssueDefinition, {
  run: async (ctx, { title, body, labels, assignees, milestone, ...repository }) => {
    const issue = given<Json>({ title, body, labels, assignees, milestone });
    const answer = await callGithub(ctx, { method: 'POST', path: issuesPath(repository), body: issue });
    return output(issueOf(answer.body));
  },
});
