import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { given, objectOf, textOf } from '../../../../shared/service-call';
import { callLinear } from '../../linear.client';
import { findIssuesDefinition } from './find-issues.definition';

type Params = ParamsOf<typeof findIssuesDefinition>;

const DOCUMENT = `query FindIssues($filter: IssueFilter, $first: Int) {
  issues(filter: $filter, first: $first) {
    nodes {
      id identifier title url priority createdAt updatedAt
      state { name } assignee { name } labels { nodes { name } }
    }
    pageInfo { hasNextPage }
  }
}`;
/** What Linear calls the kinds of states. */
const STATE_TYPES = {
  backlog: 'backlog',
  todo: 'unstarted',
  in_progress: 'started',
  done: 'completed',
  canceled: 'canceled',
} as const;

/** Lists the issues that fit. */
export const findIssuesNode = implementNode(findIssuesDefinition, {
  run: async (ctx, params) => {
    const found = objectOf(
      (await callLinear(ctx, DOCUMENT, { filter: filterOf(params), first: params.limit }))['issues'],
    );
    const issues = nodesIn(found).map(issueOf);
    return output({ issues, count: issues.length, hasMore: objectOf(found['pageInfo'])['hasNextPage'] === true });
  },
});

function filterOf({ query, linearStatus, linearTeamId, linearAssigneeId, linearLabel }: Params): JsonObject {
  const type = linearStatus === 'any' ? undefined : STATE_TYPES[linearStatus];
  return given<Json>({
    title: query === undefined ? undefined : { containsIgnoreCase: query },
    state: type === undefined ? undefined : { type: { eq: type } },
    team: linearTeamId === undefined ? undefined : { id: { eq: linearTeamId } },
    assignee: linearAssigneeId === undefined ? undefined : { id: { eq: linearAssigneeId } },
    labels: linearLabel === undefined ? undefined : { some: { name: { eq: linearLabel } } },
  });
}

function issueOf(json: Json): JsonObject {
  const issue = objectOf(json);
  const names = ['id', 'identifier', 'title', 'url', 'priority', 'createdAt', 'updatedAt'];
  return {
    ...Object.fromEntries(names.map((name) => [name, issue[name] ?? null])),
    state: textOf(objectOf(issue['state'])['name']),
    assignee: objectOf(issue['assignee'])['name'] ?? null,
    labels: nodesIn(objectOf(issue['labels'])).map((label) => textOf(objectOf(label)['name'])),
  };
}

function nodesIn({ nodes }: JsonObject): Json[] {
  return Array.isArray(nodes) ? nodes : [];
}
