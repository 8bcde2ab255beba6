import { newId } from '@millrace/server-platform';
import { greeting } from '../testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let app: WorkflowsApp;
let owner: Caller;
let workflowId: string;

beforeAll(async () => {
  app = await startWorkflowsApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  owner = app.caller();
  const { workflow } = await owner.ask<{ workflow: { id: string } }>(
    'workflowCreate',
    'mutation($d: JSON) { workflowCreate(input: { document: $d }) { workflow { id } } }',
    { d: greeting() },
  );
  workflowId = workflow.id;
});

interface Version {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly note: string | null;
  readonly version: string | null;
  readonly sourceVersionId: string | null;
  readonly createdByName: string | null;
  readonly document: { readonly name: string };
}

interface Answer {
  readonly version: Version | null;
  readonly errors: { code: string }[];
}

const PARTS = 'id kind name note version sourceVersionId createdByName document';

function checkpoint(input: object = {}, id = workflowId, who: Caller = owner): Promise<Answer> {
  const mutation = `mutation($id: ID!, $i: WorkflowCheckpointInput) {
    workflowCheckpoint(id: $id, input: $i) { version { ${PARTS} } errors { code } }
  }`;
  return who.ask('workflowCheckpoint', mutation, { id, i: input });
}

async function history(kinds?: string[], who: Caller = owner): Promise<Version[]> {
  const query = `query($id: ID!, $k: [WorkflowHistoryKind!]) {
    workflowVersions(workflowId: $id, kinds: $k) { nodes { ${PARTS} } }
  }`;
  return (await who.ask<{ nodes: Version[] }>('workflowVersions', query, { id: workflowId, k: kinds })).nodes;
}

async function save(message: string): Promise<void> {
  const { draftRevision } = await owner.ask<{ draftRevision: number }>(
    'workflow',
    'query($id: ID!) { workflow(id: $id) { draftRevision } }',
    { id: workflowId },
  );
  await owner.ask(
    'workflowSaveDraft',
    'mutation($id: ID!, $i: WorkflowSaveDraftInput!) { workflowSaveDraft(id: $id, input: $i) { errors { code } } }',
    { id: workflowId, i: { document: greeting('Greeting', message), expectedRevision: draftRevision } },
  );
}

async function publish(input: object = {}): Promise<void> {
  const mutation = `mutation($id: ID!, $i: WorkflowPublishInput) {
    workflowPublish(id: $id, input: $i) { errors { code } }
  }`;
  const { errors } = await owner.ask<Answer>('workflowPublish', mutation, { id: workflowId, i: input });
  expect(errors).toEqual([]);
}

const ALL = ['PUBLISHED', 'CHECKPOINT', 'RESTORED'];

it('keeps the draft as it is, with name, note and author', async () => {
  await app.app.database.pool.query(
    `insert into app_user (id, email, name, password_hash) values ($1, $2, 'Ada', 'x')`,
    [owner.userId, `${owner.userId}@example.com`],
  );
  const { version } = await checkpoint({ name: ' Before the rebuild ', note: 'It works.' });

  expect(version).toMatchObject({
    ...{ kind: 'CHECKPOINT', name: 'Before the rebuild', note: 'It works.', version: null, createdByName: 'Ada' },
    document: { name: 'Greeting' },
  });
});

it('does not keep an unnamed draft twice', async () => {
  const first = await checkpoint();
  expect((await checkpoint()).version?.id).toBe(first.version?.id);
  expect((await checkpoint({ name: 'Named' })).version?.id).not.toBe(first.version?.id);
  await save('Other');
  await checkpoint();

  expect((await history(['CHECKPOINT'])).map(({ name }) => name)).toEqual([null, 'Named', null]);
});

it('takes the draft that is live for kept', async () => {
  await publish();

  expect((await checkpoint()).version?.kind).toBe('PUBLISHED');
});

it('keeps drafts that could not run', async () => {
  const { workflow } = await owner.ask<{ workflow: { id: string } }>(
    'workflowCreate',
    'mutation { workflowCreate(input: { name: "Empty" }) { workflow { id } } }',
  );

  expect((await checkpoint({}, workflow.id)).errors).toEqual([]);
});

it('lists what was published, kept and restored, newest first, and filters by kind', async () => {
  const kept = (await checkpoint({ name: 'First' })).version?.id;
  await save('Second');
  await publish({ name: 'Release', note: 'Out it goes.' });
  await owner.ask(
    'workflowRestore',
    'mutation($id: ID!, $v: ID!) { workflowRestore(id: $id, input: { versionId: $v }) { errors { code } } }',
    { id: workflowId, v: kept },
  );

  expect((await history(ALL)).map(({ kind, name }) => [kind, name])).toEqual([
    ['RESTORED', null],
    ['PUBLISHED', 'Release'],
    ['CHECKPOINT', 'First'],
  ]);
  expect((await history(['RESTORED']))[0]?.sourceVersionId).toBe(kept);
  expect((await history()).map(({ kind }) => kind)).toEqual(['PUBLISHED']);
  expect(await history([])).toEqual([]);
});

it('notes no restoring that changes nothing', async () => {
  const { version } = await checkpoint({ name: 'Same' });
  const mutation =
    'mutation($id: ID!, $v: ID!) { workflowRestore(id: $id, input: { versionId: $v }) { errors { code } } }';
  await owner.ask('workflowRestore', mutation, { id: workflowId, v: version?.id });

  expect(await history(['RESTORED'])).toEqual([]);
});

it('pages through a history', async () => {
  for (const name of ['a', 'b', 'c']) await checkpoint({ name });
  const query = `query($id: ID!, $after: String) { workflow(id: $id) {
    versions(first: 2, after: $after, kinds: [CHECKPOINT]) { nodes { name } pageInfo { hasNextPage endCursor } }
  } }`;
  const page = async (after?: string) =>
    (
      await owner.ask<{ versions: { nodes: object[]; pageInfo: { endCursor: string } } }>('workflow', query, {
        id: workflowId,
        after,
      })
    ).versions;
  const first = await page();

  expect(first.nodes).toEqual([{ name: 'c' }, { name: 'b' }]);
  expect((await page(first.pageInfo.endCursor)).nodes).toEqual([{ name: 'a' }]);
});

it('renames a version, and takes the name away', async () => {
  const { version } = await checkpoint({ name: 'Old' });
  const rename = (name: string | null): Promise<Answer> =>
    owner.ask(
      'workflowVersionRename',
      `mutation($w: ID!, $v: ID!, $n: String) {
        workflowVersionRename(workflowId: $w, versionId: $v, name: $n) { version { name } errors { code } }
      }`,
      { w: workflowId, v: version?.id, n: name },
    );

  expect((await rename('New')).version).toEqual({ name: 'New' });
  expect((await history(['CHECKPOINT']))[0]?.name).toBe('New');
  expect((await rename('  ')).version).toEqual({ name: null });
  expect((await rename('x'.repeat(101))).errors).toEqual([{ code: 'INVALID_NAME' }]);
});

it('gives one version with its document, to its workspace only', async () => {
  const { version } = await checkpoint({ name: 'Mine' });
  const query = 'query($id: ID!) { workflowVersion(id: $id) { name document } }';

  expect(await owner.ask('workflowVersion', query, { id: version?.id })).toMatchObject({
    name: 'Mine',
    document: { name: 'Greeting' },
  });
  for (const [who, id] of [
    [app.caller(), version?.id],
    [owner, newId()],
    [owner, 'nonsense'],
  ] as const) {
    expect((await who.graphql(query, { id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  }
});

it('tells what changed between a checkpoint, another version and the draft', async () => {
  const from = (await checkpoint({ name: 'From' })).version?.id;
  await save('Changed');
  const to = (await checkpoint({ name: 'To' })).version?.id;
  await save('Hello');
  const query = 'query($id: ID!, $from: ID, $to: ID) { workflowDiff(id: $id, from: $from, to: $to) }';
  const diff = (pair: object) =>
    owner.ask<{ nodes: { changed: { id: string }[] } }>('workflowDiff', query, { id: workflowId, ...pair });

  expect((await diff({ from, to })).nodes.changed.map(({ id }) => id)).toEqual(['note']);
  expect((await diff({ from })).nodes.changed).toEqual([]);
  expect((await diff({ from: to })).nodes.changed).toHaveLength(1);
});

it('does not put a checkpoint live', async () => {
  const { version } = await checkpoint({ name: 'Kept' });
  const { errors } = await owner.ask<Answer>(
    'workflowRollBack',
    'mutation($id: ID!, $v: ID!) { workflowRollBack(id: $id, versionId: $v) { errors { code } } }',
    { id: workflowId, v: version?.id },
  );

  expect(errors).toEqual([{ code: 'VERSION_NOT_PUBLISHED' }]);
});

it('refuses to keep a draft that somebody changed, in words that are too long, or as a stranger', async () => {
  await save('Newer');

  expect((await checkpoint({ expectedRevision: 1 })).errors).toEqual([{ code: 'WORKFLOW_CONFLICT' }]);
  expect((await checkpoint({ note: 'x'.repeat(2_001) })).errors).toEqual([{ code: 'INVALID_NOTE' }]);
  expect((await checkpoint({ name: 'a\u0000b' })).errors).toEqual([{ code: 'INVALID_NAME' }]);
  expect((await checkpoint({}, workflowId, app.caller())).errors).toEqual([{ code: 'NOT_FOUND' }]);
});

it('lets nothing of a version change but its name', async () => {
  const { version } = await checkpoint({ name: 'Frozen' });
  const { pool } = app.app.database;
  for (const column of ['note', 'hash', 'created_by']) {
    const change = pool.query(`update workflow_version set ${column} = 'x' where id = $1`, [version?.id]);
    await expect(change).rejects.toThrow('never change');
  }
});

it('reads a history through its index', async () => {
  const { rows } = await app.app.database.pool.query<{ 'QUERY PLAN': string }>(
    `explain select id from workflow_version where workflow_id = $1 and kind in ('published', 'checkpoint', 'restored')
     order by created_at desc, id desc limit 21`,
    [workflowId],
  );

  expect(rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('workflow_version_timeline');
});
