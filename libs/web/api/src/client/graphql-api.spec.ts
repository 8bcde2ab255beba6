import { TestBed } from '@angular/core/testing';
import { firstValueFrom, map, share } from 'rxjs';
import { WorkflowEnableDocument, WorkflowSearchDocument, WorkflowTagsDocument } from '../graphql.generated';
import { BROWSER } from '../http/browser';
import { Session } from '../session/session';
import { FakeServer, GraphqlErrors, settled } from '../testing';
import { GraphqlApi } from './graphql-api';
import { provideWebApi } from './provide-web-api';

let server: FakeServer;
let api: GraphqlApi;
let session: Session;

beforeEach(async () => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [provideWebApi(), { provide: BROWSER, useValue: server }] });
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
  await api.query(WorkflowTagsDocument, {});
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

it('a watcher sees what another question brings', async () => {
  let workflowCount = 1;
  server.on('WorkflowTags', () => ({ workflowTags: [{ __typename: 'WorkflowTag', tag: 'sales', workflowCount }] }));
  const seen: (number | undefined)[] = [];
  const counts = api.watch(WorkflowTagsDocument, {}).pipe(
    map(({ workflowTags }) => workflowTags[0]?.workflowCount),
    share(),
  );
  const watching = counts.subscribe((count) => seen.push(count));
  await firstValueFrom(counts);
  await settled();
  workflowCount = 2;
  await api.query(WorkflowTagsDocument, {});
  // Apollo tells watchers in a turn of its own.
  await new Promise((resolve) => setTimeout(resolve));
  watching.unsubscribe();
  expect([seen.at(0), seen.at(-1)]).toEqual([1, 2]);
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
  await api.query(WorkflowTagsDocument, {});
  await session.signOut();
  await session.signIn({ email: 'kim@example.com', password: 'correct horse' });
  await api.query(WorkflowTagsDocument, {}, { from: 'cached' });
  expect(server.asked('WorkflowTags')).toHaveLength(2);
});
