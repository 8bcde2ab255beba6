import { implementNode, output } from '@millrace/node-sdk';
import { objectOf, textOf } from '../../../../shared/service-call';
import { callGithub, issueOf, issuesPath, namesIn } from '../../github.client';
import { getIssueDefinition } from './get-issue.definition';

/** Reads the issue. */
export const getIssueNode = implementNode(getIssueDefinition, {
  run: async (ctx, { issueNumber, ...repository }) => {
    const answer = await callGithub(ctx, { method: 'GET', path: `${issuesPath(repository)}/${issueNumber}` });
    const issue = objectOf(answer.body);
    return output({
      ...issueOf(issue),
      body: issue['body'] ?? null,
      labels: namesIn(issue['labels'], 'name'),
      assignees: namesIn(issue['assignees'], 'login'),
      author: textOf(objectOf(issue['user'])['login']),
      createdAt: issue['created_at'] ?? null,
      updatedAt: issue['updated_at'] ?? null,
      closedAt: issue['closed_at'] ?? null,
      commentsCount: issue['comments'] ?? 0,
    });
  },
});
