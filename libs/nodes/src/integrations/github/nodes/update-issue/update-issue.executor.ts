import { implementNode, output } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { given } from '../../../../shared/service-call';
import { callGithub, issueOf, issuesPath } from '../../github.client';
import { updateIssueDefinition } from './update-issue.definition';

/** Changes what is given, and nothing else; doing it twice is as good as once. */
export const updateIssueNode = implementNode(updateIssueDefinition, {
  run: async (ctx, { issueNumber, title, body, state, stateReason, labels, assignees, ...repository }) => {
    const isStateGiven = state !== 'unchanged';
    const changes = given<Json>({
      title,
      body,
      state: isStateGiven ? state : undefined,
      state_reason: isStateGiven ? stateReason : undefined,
      labels,
      assignees,
    });
    if (Object.keys(changes).length === 0) {
      throw invalidParam('title', 'and all other changes are empty: give at least one of them.');
    }
    const path = `${issuesPath(repository)}/${issueNumber}`;
    return output(issueOf((await callGithub(ctx, { method: 'PATCH', path, body: changes })).body));
  },
});
