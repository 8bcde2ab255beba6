import { TestBed } from '@angular/core/testing';
import {
  ExecutionEventsDocument,
  WorkflowEnableDocument,
  WorkflowSearchDocument,
  WorkflowTagsDocument,
} from '../graphql.generated';
import { BROWSER } from '../http/browser';
import { Session } from '../session/session';
import { FakeServer, FakeSocket, GraphqlErrors, settled } from '../testing';
import { GraphqlApi } from './graphql-api';

let server: FakeServer;
let api: GraphqlApi;
let session: Session;

beforeEach(async () => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  api = TestBed.inject(GraphqlApi);
  session = TestBed.inject(Session);
  await session.signIn({ email: 'ana@example.com', password: 'correct horse' });
});

const tags = { workflowTags: [{ __typename: 'WorkflowTag', tag: 'sales', workflowCount: 2 }] };

it('asks with the token of the session', async () => {
  server.on('WorkflowTags', () => tags);
  expect((await api.query(WorkflowTagsDocument, {})).workflowTags).toHaveLength(1);
  expect(server.calls.at(-1)?.authorization).toBe(`Bearer ${await session.accessToken()}`);
});

it('asks the server each time, unless what is known will do', async () => {
  server.on('WorkflowTags', () => tags);
  await api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  await api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  expect(server.asked('WorkflowTags')).toHaveLength(1);
  await api.query(WorkflowTagsDocument, {});
  expect(server.asked('WorkflowTags')).toHaveLength(2);
});

it('takes a new token once when somebody ended the one it had', async () => {
  let asked = 0;
  server.on('WorkflowTags', () =>
    (asked += 1) === 1 ? GraphqlErrors.one('UNAUTHENTICATED', 'UNAUTHENTICATED') : tags,
  );
  expect((await api.query(WorkflowTagsDocument, {})).workflowTags).toHaveLength(1);
  expect(server.asked('RefreshSession')).toHaveLength(1);
});

it('does not ask for ever when the new token is refused as well', async () => {
  server.on('WorkflowTags', () => GraphqlErrors.one('UNAUTHENTICATED', 'UNAUTHENTICATED'));
  await expect(api.query(WorkflowTagsDocument, {})).rejects.toMatchObject({ category: 'UNAUTHENTICATED' });
  expect(server.asked('WorkflowTags')).toHaveLength(2);
});

it('fails with what the server said', async () => {
  server.on('WorkflowTags', () => GraphqlErrors.one('NOT_FOUND', 'WORKFLOW_NOT_FOUND', 'There is none.'));
  await expect(api.query(WorkflowTagsDocument, {})).rejects.toMatchObject({
    name: 'ApiError',
    code: 'WORKFLOW_NOT_FOUND',
    category: 'NOT_FOUND',
    message: 'There is none.',
  });
});

it('says that the server cannot be reached', async () => {
  server.isReachable = false;
  await expect(api.query(WorkflowTagsDocument, {})).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
});

it('an aborted question is not answered', async () => {
  server.on('WorkflowSearch', () => new Promise(() => undefined));
  const abort = new AbortController();
  const asked = api.query(WorkflowSearchDocument, { search: 'x', first: 1 }, { signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

it('a subscription gives what comes over the socket, and fails with what the server said', async () => {
  FakeSocket.opened = [];
  globalThis.WebSocket = FakeSocket as never;
  const seen: unknown[] = [];
  const subscription = api.live(ExecutionEventsDocument, { executionId: 'e1', afterSeq: 0 }).subscribe({
    next: ({ executionEvents }) => seen.push(executionEvents.seq),
    error: (error: Error) => seen.push(error),
  });
  await settled();
  await settled();
  const socket = FakeSocket.latest;
  socket.next({ executionEvents: { seq: 4 } });
  const errors = [{ message: 'There is none.', extensions: { code: 'NOT_FOUND', reason: 'EXECUTION_NOT_FOUND' } }];
  socket.say({ type: 'error', id: socket.subscriptions[0]?.id ?? '', payload: errors as never });
  await settled();
  subscription.unsubscribe();
  expect(seen).toEqual([4, expect.objectContaining({ name: 'ApiError', code: 'EXECUTION_NOT_FOUND' })]);
});

it('equal questions at the same time that may be kept are asked once; a failed one is asked again', async () => {
  let asked = 0;
  server.on('WorkflowTags', () => ((asked += 1) === 1 ? GraphqlErrors.one('INTERNAL', 'INTERNAL') : tags));
  const ask = (): Promise<unknown> => api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  const failures = await Promise.allSettled([ask(), ask()]);
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await Promise.all([ask(), ask()]);
  expect(asked).toBe(2);
});

it('an answer that is none is told by its status', async () => {
  await expect(api.query(WorkflowTagsDocument, {})).rejects.toMatchObject({ code: 'HTTP_500', category: 'INTERNAL' });
});

it('answers of mutations are given as they are, failures too', async () => {
  const errors = [{ __typename: 'UserError', code: 'NOT_PUBLISHED', message: 'Publish it first.', path: null }];
  server.on('WorkflowEnable', () => ({
    workflowEnable: { __typename: 'WorkflowEnablePayload', workflow: null, errors },
  }));
  const { workflowEnable } = await api.mutate(WorkflowEnableDocument, { id: 'w1' });
  expect(workflowEnable.errors[0]).toMatchObject({ __typename: 'UserError', code: 'NOT_PUBLISHED' });
});

it('forgets everything when the session ends', async () => {
  server.on('WorkflowTags', () => tags);
  await api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  await session.signOut();
  await session.signIn({ email: 'kim@example.com', password: 'correct horse' });
  await api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  expect(server.asked('WorkflowTags')).toHaveLength(2);
});
