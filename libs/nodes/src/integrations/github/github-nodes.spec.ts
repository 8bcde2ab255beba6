import { testCredential } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { startService } from '../../testing/service-trial';
import type { ServiceTrial } from '../../testing/service-trial';
import { githubCredential } from './github.credential';
import { createIssueNode } from './nodes/create-issue/create-issue.executor';
import { getIssueNode } from './nodes/get-issue/get-issue.executor';
import { listIssuesNode } from './nodes/list-issues/list-issues.executor';
import { updateIssueNode } from './nodes/update-issue/update-issue.executor';

let github: ServiceTrial;
const repository = { owner: 'octo', repo: 'hello.world' };
const issue = (number: number, more: JsonObject = {}): JsonObject => ({
  id: number * 10,
  number,
  title: `Issue ${number}`,
  html_url: `https://github.com/octo/hello.world/issues/${number}`,
  state: 'open',
  labels: [{ name: 'bug' }, 'old'],
  assignees: [{ login: 'ada' }],
  user: { login: 'bob' },
  body: null,
  comments: 2,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
  closed_at: null,
  ...more,
});
const shown = {
  id: 70,
  number: 7,
  title: 'Issue 7',
  url: 'https://github.com/octo/hello.world/issues/7',
  state: 'open',
};

beforeAll(async () => {
  github = await startService('github', githubCredential, { token: 'ghp_1' });
});
beforeEach(() => github.server.reset());
afterAll(() => github.server.stop());

it('opens an issue, with labels as text too', async () => {
  github.server.answerNext({ status: 201, body: issue(7) });
  const params = {
    ...repository,
    title: 'Broken',
    body: 'It is.',
    labels: 'bug, urgent',
    assignees: ['ada'],
    milestone: 3,
  };
  expect((await github.run(createIssueNode, params)).main).toEqual(shown);
  const body = { title: 'Broken', body: 'It is.', labels: ['bug', 'urgent'], assignees: ['ada'], milestone: 3 };
  expect(github.server.calls).toMatchObject([{ flaws: [], params: { owner: 'octo', repo: 'hello.world' }, body }]);
  expect(github.server.calls[0]?.headers).toMatchObject({
    authorization: 'Bearer ghp_1',
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  });
});

it('reads an issue', async () => {
  github.server.answerNext({ body: issue(7) });
  expect((await github.run(getIssueNode, { ...repository, issueNumber: '7' })).main).toEqual({
    ...shown,
    body: null,
    labels: ['bug', 'old'],
    assignees: ['ada'],
    author: 'bob',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-02T00:00:00Z',
    closedAt: null,
    commentsCount: 2,
  });
  expect(github.server.calls[0]?.flaws).toEqual([]);
});

it('changes what is given, takes labels away, and nothing else', async () => {
  const params = { ...repository, issueNumber: 7 };
  await github.run(updateIssueNode, { ...params, state: 'closed', stateReason: 'not_planned', labels: [] });
  expect(github.server.calls[0]?.flaws).toEqual([]);
  expect(github.server.calls[0]?.body).toEqual({ state: 'closed', state_reason: 'not_planned', labels: [] });
  await github.run(updateIssueNode, { ...params, title: 'New', stateReason: 'completed' });
  expect(github.server.calls[1]?.body).toEqual({ title: 'New' });
  expect((await github.run(updateIssueNode, params)).failure).toMatchObject({ code: 'INVALID_PARAMS' });
});

it('lists a page of issues without pull requests, and tells whether there is more', async () => {
  const link = `<${github.server.url}/repos/octo/hello.world/issues?page=2>; rel="next"`;
  github.server.answerNext({ headers: { link }, body: [issue(7), issue(8, { pull_request: {} })] });
  const params = { ...repository, labels: ['bug', 'a b'], assignee: '*', since: '2026-01-01T00:00:00Z', perPage: 2 };
  const { main } = await github.run(listIssuesNode, params);
  expect(main).toMatchObject({
    count: 1,
    hasMore: true,
    issues: [{ ...shown, isPullRequest: false, labels: ['bug', 'old'] }],
  });
  expect(github.server.calls).toMatchObject([
    { flaws: [], query: { state: 'open', labels: 'bug,a b', assignee: '*', per_page: '2', page: '1' } },
  ]);
});

it('keeps pull requests when they are wanted', async () => {
  github.server.answerNext({ body: [issue(8, { pull_request: {} })] });
  const { main } = await github.run(listIssuesNode, { ...repository, excludePullRequests: false });
  expect(main).toMatchObject({ count: 1, hasMore: false, issues: [{ isPullRequest: true }] });
});

it('follows the links to all pages, in the largest pages', async () => {
  const page = (number: number) => ({
    headers: { link: `<${github.server.url}/repos/octo/hello.world/issues?page=${number + 1}>; rel="next"` },
    body: [issue(number)] as Json,
  });
  github.server.answerNext(page(1), page(2), { body: [issue(3)] });
  const { main } = await github.run(listIssuesNode, { ...repository, state: 'all', allPages: true });
  expect(main).toMatchObject({ count: 3, hasMore: false });
  expect(github.server.calls.map(({ query }) => query['page'])).toEqual([undefined, '2', '3']);
  expect(github.server.calls[0]?.query['per_page']).toBe('100');
});

it('ends after a hundred pages', async () => {
  const link = `<${github.server.url}/repos/octo/hello.world/issues?page=2>; rel="next"`;
  github.server.answerNext(...Array.from({ length: 101 }, () => ({ headers: { link }, body: [] as Json })));
  const { main } = await github.run(listIssuesNode, { ...repository, allPages: true });
  expect(main).toMatchObject({ hasMore: true });
  expect(github.server.calls).toHaveLength(100);
});

it('does not follow a link to a host that the account may not go to', async () => {
  const account = testCredential(
    githubCredential,
    { token: 't', baseUrl: github.server.url },
    { domains: ['127.0.0.1'] },
  );
  github.server.answerNext({ headers: { link: '<http://localhost:1/steal>; rel="next"' }, body: [] });
  const params = { ...repository, allPages: true };
  const { failure } = await github.run(listIssuesNode, params, { credentials: { account } });
  expect(failure?.code).toBe('CREDENTIAL_HOST_FORBIDDEN');
});

it('knows used up limits from refusals, and when they end', async () => {
  const nowMs = 1_800_000_000_000;
  const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000090' };
  github.server.answerNext(
    { status: 403, headers: used, body: { message: 'API rate limit exceeded' } },
    { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
    { status: 403, body: { message: 'Resource not accessible by personal access token' } },
  );
  const run = () => github.run(getIssueNode, { ...repository, issueNumber: 1 }, { nowMs });
  expect((await run()).failure).toMatchObject({
    code: 'GITHUB_RATE_LIMITED',
    fault: 'transient',
    retryAfterMs: 90_000,
  });
  expect((await run()).failure).toMatchObject({
    code: 'GITHUB_RATE_LIMITED',
    fault: 'transient',
    retryAfterMs: 60_000,
  });
  expect((await run()).failure).toMatchObject({ code: 'GITHUB_FORBIDDEN', fault: 'user' });
});

it('names the fields that GitHub refuses, and what is gone', async () => {
  const errors: Json[] = [
    { resource: 'Issue', field: 'title', code: 'missing_field' },
    { message: 'too many' },
    'text',
  ];
  github.server.answerNext(
    { status: 422, body: { message: 'Validation Failed', errors } },
    { status: 410, body: { message: 'Gone' } },
  );
  const run = () => github.run(createIssueNode, { ...repository, title: 'x' });
  expect((await run()).failure).toMatchObject({
    code: 'GITHUB_INVALID_REQUEST',
    message: expect.stringContaining('Validation Failed; title: missing_field; too many; text'),
  });
  expect((await run()).failure?.code).toBe('GITHUB_GONE');
});

it('refuses names that would lead elsewhere', async () => {
  for (const names of [
    { owner: '..', repo: '..' },
    { owner: 'a/b', repo: 'c' },
    { owner: 'a', repo: 'b?c' },
  ]) {
    expect((await github.run(getIssueNode, { ...names, issueNumber: 1 })).failure?.code).toBe('INVALID_PARAMS');
  }
});
