import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { nextLink } from '../../../../core/http-request/link-header';
import { objectOf } from '../../../../shared/service-call';
import { callGithub, issueOf, issuesPath, namesIn } from '../../github.client';
import { listIssuesDefinition } from './list-issues.definition';

type Params = ParamsOf<typeof listIssuesDefinition>;

const MOST_PAGES = 100;
const LARGEST_PAGE = 100;

/** Lists issues, following the links to further pages when all are wanted. */
export const listIssuesNode = implementNode(listIssuesDefinition, {
  run: async (ctx, params) => {
    const { entries, hasMore } = await pages(ctx, params);
    const issues = entries.filter(({ isPullRequest }) => !isPullRequest || !params.excludePullRequests);
    return output({ issues, count: issues.length, hasMore });
  },
});

async function pages(ctx: RunContext, params: Params): Promise<{ entries: JsonObject[]; hasMore: boolean }> {
  const entries: JsonObject[] = [];
  let path: string | undefined = firstPage(params);
  for (let page = 0; path !== undefined && page < (params.allPages ? MOST_PAGES : 1); page += 1) {
    const { body, headers } = await callGithub(ctx, { method: 'GET', path });
    entries.push(...(Array.isArray(body) ? body.map(entryOf) : []));
    path = nextLink(headers['link'] ?? '');
  }
  return { entries, hasMore: path !== undefined };
}

function firstPage(params: Params): string {
  const query = new URLSearchParams({ state: params.state, sort: params.sort, direction: params.direction });
  query.set('per_page', String(params.allPages ? LARGEST_PAGE : params.perPage));
  if (!params.allPages) query.set('page', String(params.page));
  if (params.labels?.length) query.set('labels', params.labels.join(','));
  if (params.assignee) query.set('assignee', params.assignee);
  if (params.since) query.set('since', params.since);
  return `${issuesPath(params)}?${query.toString()}`;
}

function entryOf(json: Json): JsonObject {
  const issue = objectOf(json);
  return {
    ...issueOf(issue),
    labels: namesIn(issue['labels'], 'name'),
    assignees: namesIn(issue['assignees'], 'login'),
    createdAt: issue['created_at'] ?? null,
    updatedAt: issue['updated_at'] ?? null,
    isPullRequest: issue['pull_request'] !== undefined,
  };
}
