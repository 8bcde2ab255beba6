import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { testCredential } from '@millrace/node-sdk/testing';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { startService } from '../../testing/service-trial';
import type { ServiceTrial } from '../../testing/service-trial';
import { linearCredential } from './linear.credential';
import { createTicketNode } from './nodes/create-ticket/create-ticket.executor';
import { findIssuesNode } from './nodes/find-issues/find-issues.executor';

const schema = buildSchema(readFileSync(path.join(__dirname, '../../testing/contracts/linear.graphql'), 'utf8'));
const issue = { id: 'i1', identifier: 'ENG-1', url: 'https://linear.app/x/issue/ENG-1', title: 'Broken' };
let linear: ServiceTrial;

beforeAll(async () => {
  linear = await startService('linear', linearCredential, { apiKey: 'lin_api_1', teamId: 'team-1' });
});
beforeEach(() => linear.server.reset());
/** Everything that was sent is what Linear's own schema takes. */
afterEach(() => {
  for (const { flaws, body } of linear.server.calls) {
    const { query, variables } = body as { query: string; variables: Record<string, unknown> };
    const document = parse(query);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    expect([...flaws, ...validate(schema, document), ...errors].map(String)).toEqual([]);
  }
});
afterAll(() => linear.server.stop());

const created = { body: { data: { issueCreate: { success: true, issue } } } };
const refusal = (message: string, extensions: JsonObject = {}, status = 200) => ({
  status,
  body: { errors: [{ message, extensions }] } as JsonObject,
});
const inputs = () =>
  linear.server.calls.map(({ body }) => (body as { variables: { input?: JsonObject } }).variables.input);

describe('Linear: create ticket', () => {
  it('opens it in the team of the account, under an id that is the same in every attempt', async () => {
    linear.server.answerNext(created, created);
    expect((await linear.run(createTicketNode, { ticketTitle: 'Broken' })).main).toEqual(issue);
    await linear.run(createTicketNode, { ticketTitle: 'Broken' }, { attempt: 2 });
    const [first, second] = inputs();
    expect(first).toEqual({ id: first?.['id'], teamId: 'team-1', title: 'Broken', priority: 2 });
    expect(first?.['id']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(second).toEqual(first);
    expect(linear.server.calls[0]?.headers['authorization']).toBe('lin_api_1');
  });

  it('sends everything that can be chosen', async () => {
    linear.server.answerNext(created);
    await linear.run(createTicketNode, {
      ticketTitle: 'Broken',
      ticketDescription: '**It** is',
      ticketPriority: 1,
      teamId: 'team-2',
      assigneeId: 'u',
      stateId: 's',
      labelIds: 'l1, l2',
      projectId: 'p',
      dueDate: '2026-01-31',
    });
    expect(inputs()[0]).toMatchObject({
      description: '**It** is',
      priority: 1,
      teamId: 'team-2',
      assigneeId: 'u',
      stateId: 's',
      labelIds: ['l1', 'l2'],
      projectId: 'p',
      dueDate: '2026-01-31',
    });
  });

  it('asks for the first team when neither node nor account names one', async () => {
    const account = testCredential(linearCredential, { apiKey: 'k', baseUrl: linear.server.url });
    const teams = (nodes: Json[]) => ({ body: { data: { teams: { nodes } } } as JsonObject });
    linear.server.answerNext(teams([{ id: 'first' }]), created, teams([]));
    const run = () => linear.run(createTicketNode, { ticketTitle: 'x' }, { credentials: { account } });
    expect((await run()).main).toEqual(issue);
    expect(inputs()[1]).toMatchObject({ teamId: 'first' });
    expect((await run()).failure).toMatchObject({ code: 'LINEAR_NOT_FOUND', fault: 'user' });
  });

  it('gives the ticket of an earlier try when the id is taken', async () => {
    linear.server.answerNext(created);
    await linear.run(createTicketNode, { ticketTitle: 'x' });
    const id = inputs()[0]?.['id'] ?? '';
    linear.server.answerNext(refusal('Entity already exists', { code: 'INPUT_ERROR' }), {
      body: { data: { issue: { ...issue, id } } },
    });
    expect((await linear.run(createTicketNode, { ticketTitle: 'x' }, { attempt: 2 })).main).toEqual({ ...issue, id });
  });

  it('tells a refusal when there was no earlier try', async () => {
    linear.server.answerNext(
      refusal('Argument Validation Error', { userPresentableMessage: 'teamId must be a UUID.' }),
    );
    linear.server.answerNext(refusal('Entity not found: Issue'));
    const { failure } = await linear.run(createTicketNode, { ticketTitle: 'x' });
    expect(failure).toMatchObject({
      code: 'LINEAR_INVALID_REQUEST',
      message: expect.stringContaining('must be a UUID'),
    });
  });
});

describe('Linear: find issues', () => {
  const node = { ...issue, priority: 2, createdAt: 'a', updatedAt: 'b', state: { name: 'Todo' }, assignee: null };
  const answer = (hasNextPage: boolean): { body: JsonObject } => ({
    body: {
      data: { issues: { nodes: [{ ...node, labels: { nodes: [{ name: 'Bug' }] } }], pageInfo: { hasNextPage } } },
    },
  });

  it('gives what fits, and whether there is more', async () => {
    linear.server.answerNext(answer(true));
    const { main } = await linear.run(findIssuesNode, { limit: '10' });
    const expected = { ...issue, priority: 2, createdAt: 'a', updatedAt: 'b', state: 'Todo', assignee: null };
    expect(main).toEqual({ issues: [{ ...expected, labels: ['Bug'] }], count: 1, hasMore: true });
    expect(linear.server.calls[0]?.body).toMatchObject({ variables: { filter: {}, first: 10 } });
  });

  it.each([
    ['backlog', 'backlog'],
    ['todo', 'unstarted'],
    ['in_progress', 'started'],
    ['done', 'completed'],
    ['canceled', 'canceled'],
  ])('asks for %s as %s', async (linearStatus, type) => {
    linear.server.answerNext(answer(false));
    const filters = { linearStatus, linearTeamId: 't', linearAssigneeId: 'u', linearLabel: 'Bug', query: 'pay' };
    expect((await linear.run(findIssuesNode, filters)).main).toMatchObject({ hasMore: false });
    expect(linear.server.calls[0]?.body).toMatchObject({
      variables: {
        filter: {
          state: { type: { eq: type } },
          team: { id: { eq: 't' } },
          assignee: { id: { eq: 'u' } },
          labels: { some: { name: { eq: 'Bug' } } },
          title: { containsIgnoreCase: 'pay' },
        },
      },
    });
  });

  it.each([
    [400, 'RATELIMITED', 'LINEAR_RATE_LIMITED', 'transient'],
    [401, 'AUTHENTICATION_ERROR', 'LINEAR_AUTH', 'user'],
    [200, 'FORBIDDEN', 'LINEAR_FORBIDDEN', 'user'],
    [200, 'INTERNAL_SERVER_ERROR', 'LINEAR_UNAVAILABLE', 'transient'],
    [200, 'INVALID_INPUT', 'LINEAR_INVALID_REQUEST', 'user'],
  ])('tells %i %s as %s', async (status, code, expected, fault) => {
    linear.server.answerNext(refusal('why', { code }, status));
    expect((await linear.run(findIssuesNode, {})).failure).toMatchObject({ code: expected, fault });
  });

  it('waits until the window ends when Linear names it', async () => {
    const nowMs = 1_800_000_000_000;
    const headers = { 'x-ratelimit-requests-reset': String(nowMs + 90_000) };
    linear.server.answerNext({ ...refusal('slow', { code: 'RATELIMITED' }, 400), headers });
    expect((await linear.run(findIssuesNode, {}, { nowMs })).failure).toMatchObject({ retryAfterMs: 90_000 });
  });
});
