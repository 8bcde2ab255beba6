import 'reflect-metadata';
import type { JsonObject } from '@millrace/workflow-model';
import { broken, greeting } from '../testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let world: WorkflowsApp;
let caller: Caller;

beforeAll(async () => {
  world = await startWorkflowsApp();
});
afterAll(() => world.stop());
beforeEach(() => {
  caller = world.caller();
});

/** Payloads as the operations below ask for them. */
interface Payload {
  readonly workflow: Record<string, never> & { id: string };
  readonly errors: readonly Record<string, never>[];
  readonly issues?: readonly JsonObject[];
}

const PAYLOAD = `{
  workflow { id name status enabled draftRevision hasUnpublishedChanges publishedVersion { id version } draft { document revision savedBy } }
  errors { __typename code message path
    ... on WorkflowInvalid { issues { code severity message nodeId edgeId path range { start end } } }
    ... on WorkflowConflict { currentRevision savedBy savedAt } }
}`;

const create = async (document: JsonObject = greeting(), by = caller) =>
  (
    await by.ask<Payload>(
      'workflowCreate',
      `mutation ($document: JSON) { workflowCreate(input: { document: $document }) ${PAYLOAD} }`,
      { document },
    )
  ).workflow;

const save = (id: string, document: JsonObject, expectedRevision: number, by = caller) =>
  by.ask<Payload>(
    'workflowSaveDraft',
    `mutation ($id: ID!, $input: WorkflowSaveDraftInput!) { workflowSaveDraft(id: $id, input: $input) ${PAYLOAD} }`,
    { id, input: { document, expectedRevision } },
  );

const act = (name: string, id: string, by = caller) =>
  by.ask<Payload>(name, `mutation ($id: ID!) { ${name}(id: $id) ${PAYLOAD} }`, { id });

describe('contract', () => {
  const contractOf = async (id: string) => {
    const query = 'query ($id: ID!) { workflow(id: $id) { contract { input result } } }';
    return (await caller.ask<{ readonly contract: JsonObject }>('workflow', query, { id })).contract;
  };
  const adding = (fields: JsonObject): JsonObject => ({
    name: 'Adds',
    nodes: [
      { id: 'called', type: 'manual-trigger', label: 'Called', config: { sample: { amount: 1 } } },
      { id: 'sum', type: 'output', label: 'Sum', config: { fields } },
    ],
    edges: [{ id: 'e', source: 'called', target: 'sum' }],
  });

  it('is that of the live version, else of the draft', async () => {
    const { id } = await create(adding({ total: 1 }));
    const input = { type: 'object', properties: { amount: { type: 'number' } } };
    expect(await contractOf(id)).toEqual({ input, result: { type: 'object', properties: { total: {} } } });
    await act('workflowPublish', id);
    await save(id, adding({ other: 1 }), 1);
    expect(await contractOf(id)).toMatchObject({ result: { properties: { total: {} } } });
  });

  it('is asked for before a workflow is published that runs it', async () => {
    const inputSchema = { type: 'object', properties: { amount: { title: 'Amount' } }, required: ['amount'] };
    const called = await create({
      name: 'Needs an amount',
      nodes: [{ id: 'called', type: 'manual-trigger', label: 'Called', config: { inputSchema } }],
      edges: [],
    });
    await act('workflowPublish', called.id);
    const calling = (input: JsonObject): JsonObject => ({
      name: 'Runs it',
      nodes: [
        { id: 'start', type: 'manual-trigger', label: 'Start' },
        { id: 'run', type: 'run-workflow', label: 'Run', config: { workflowId: called.id, input } },
      ],
      edges: [{ id: 'e', source: 'start', target: 'run' }],
    });
    const { id } = await create(calling({}));
    const query = 'query ($id: ID!) { workflowValidate(id: $id) { issues { code nodeId path message } } }';
    const { issues } = await caller.ask<{ readonly issues: JsonObject[] }>('workflowValidate', query, { id });
    const missing = { code: 'CALLED_INPUT_MISSING', nodeId: 'run', path: ['input', 'amount'] };
    expect(issues).toEqual([expect.objectContaining(missing)]);
    expect(issues[0]?.['message']).toContain('"Amount"');
    const refused = await act('workflowPublish', id);
    expect(refused.errors).toEqual([expect.objectContaining({ code: 'WORKFLOW_INVALID' })]);
    await save(id, calling({ amount: '{{trigger.n}}' }), 1);
    expect((await act('workflowPublish', id)).errors).toEqual([]);
  });

  it('is empty where the nodes say nothing', async () => {
    expect(await contractOf((await create()).id)).toEqual({ input: null, result: null });
  });
});

describe('workflowCreate', () => {
  it('answers the new workflow', async () => {
    expect(await create()).toMatchObject({
      name: 'Greeting',
      status: 'DRAFT',
      draftRevision: 1,
      hasUnpublishedChanges: true,
      publishedVersion: null,
      draft: { revision: 1, savedBy: caller.userId, document: { name: 'Greeting' } },
    });
  });

  it('makes an empty canvas out of a name', async () => {
    const payload = await caller.ask<Payload>(
      'workflowCreate',
      `mutation { workflowCreate(input: { name: "Blank" }) ${PAYLOAD} }`,
    );
    expect(payload.workflow).toMatchObject({ name: 'Blank', draft: { document: { nodes: [], edges: [] } } });
  });

  it('asks for a name', async () => {
    const payload = await caller.ask<Payload>('workflowCreate', `mutation { workflowCreate(input: {}) ${PAYLOAD} }`);
    expect(payload).toMatchObject({
      workflow: null,
      errors: [{ __typename: 'WorkflowInvalid', issues: [{ path: ['name'] }] }],
    });
  });

  it('tells every issue of a document that is none, as a typed error', async () => {
    const { workflow, errors } = await caller.ask<Payload>(
      'workflowCreate',
      `mutation ($document: JSON) { workflowCreate(input: { document: $document }) ${PAYLOAD} }`,
      { document: { name: '', nodes: [{ id: 'a' }], edges: 7 } },
    );
    expect(workflow).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ __typename: 'WorkflowInvalid', code: 'WORKFLOW_INVALID', issues: expect.any(Array) }),
    ]);
    expect((errors[0] as unknown as { issues: unknown[] }).issues.length).toBeGreaterThanOrEqual(3);
  });

  it('refuses __proto__ in variables and in literals', async () => {
    const variables = JSON.parse('{"document":{"name":"x","nodes":[],"__proto__":{"admin":true}}}') as JsonObject;
    const answers = [
      await caller.graphql(
        `mutation ($document: JSON) { workflowCreate(input: { document: $document }) ${PAYLOAD} }`,
        variables,
      ),
      await caller.graphql(
        `mutation { workflowCreate(input: { document: { name: "x", nodes: [{ id: "a", type: "log", label: "A", config: { __proto__: { admin: true } } }] } }) ${PAYLOAD} }`,
      ),
    ];
    for (const { data } of answers) expect(data?.['workflowCreate'] ?? null).toBeNull();
    expect(await caller.ask('workflows', '{ workflows { nodes { id } } }')).toEqual({ nodes: [] });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('workflowSaveDraft', () => {
  it('lets one of two savers win and tells the other where the draft is', async () => {
    const { id } = await create();
    const colleague = caller.colleague();
    const [one, two] = await Promise.all([save(id, greeting('Mine'), 1), save(id, greeting('Theirs'), 1, colleague)]);
    const [winner, loser] = one.workflow ? [one, two] : [two, one];
    const savedBy = winner === one ? caller.userId : colleague.userId;
    expect(winner).toMatchObject({ workflow: { draftRevision: 2, draft: { savedBy } }, errors: [] });
    expect(loser).toMatchObject({
      workflow: null,
      errors: [{ __typename: 'WorkflowConflict', code: 'WORKFLOW_CONFLICT', currentRevision: 2, savedBy }],
    });
  });

  it('takes a draft that cannot run yet', async () => {
    const { id } = await create();
    expect(await save(id, broken(), 1)).toMatchObject({ workflow: { draftRevision: 2 }, errors: [] });
  });

  it('answers a payload error for workflows that are not there and a top-level one to viewers', async () => {
    const { id } = await create();
    expect(await save(id, greeting(), 1, world.caller())).toMatchObject({
      workflow: null,
      errors: [{ __typename: 'UserError', code: 'NOT_FOUND' }],
    });
    const refusal = await caller
      .colleague('viewer')
      .graphql(`mutation ($id: ID!) { workflowDelete(id: $id) ${PAYLOAD} }`, { id });
    expect(refusal.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('publishing', () => {
  it('makes a version, shows unpublished changes, and goes back', async () => {
    const { id } = await create(greeting('One'));
    const first = await act('workflowPublish', id);
    expect(first.workflow).toMatchObject({
      status: 'ENABLED',
      enabled: true,
      hasUnpublishedChanges: false,
      publishedVersion: { version: '1.0.0' },
    });
    expect((await save(id, greeting('Two'), 1)).workflow).toMatchObject({ hasUnpublishedChanges: true });
    const second = await caller.ask<Payload>(
      'workflowPublish',
      `mutation ($id: ID!) { workflowPublish(id: $id, input: { bump: MAJOR, note: "New", expectedRevision: 2 }) ${PAYLOAD} }`,
      { id },
    );
    expect(second.workflow).toMatchObject({ publishedVersion: { version: '2.0.0' } });
    const versionId = (first.workflow as unknown as { publishedVersion: { id: string } }).publishedVersion.id;
    const back = await caller.ask<Payload>(
      'workflowRollBack',
      `mutation ($id: ID!, $versionId: ID!) { workflowRollBack(id: $id, versionId: $versionId) ${PAYLOAD} }`,
      { id, versionId },
    );
    expect(back.workflow).toMatchObject({
      name: 'Two',
      publishedVersion: { version: '1.0.0' },
      hasUnpublishedChanges: true,
    });
    const restored = await caller.ask<Payload>(
      'workflowRestore',
      `mutation ($id: ID!, $input: WorkflowRestoreInput!) { workflowRestore(id: $id, input: $input) ${PAYLOAD} }`,
      { id, input: { versionId, expectedRevision: 2 } },
    );
    expect(restored.workflow).toMatchObject({ name: 'One', draftRevision: 3, hasUnpublishedChanges: false });
  });

  it('refuses a broken draft with every issue: cycle, dangling edge, unknown type, misspelt reference', async () => {
    const { id } = await create(broken());
    const { workflow, errors } = await act('workflowPublish', id);
    expect(workflow).toBeNull();
    const [error] = errors as unknown as [{ __typename: string; issues: { code: string; message: string }[] }];
    expect(error.__typename).toBe('WorkflowInvalid');
    const codes = error.issues.map(({ code }) => code);
    expect(codes.sort()).toEqual(['CYCLE', 'DANGLING_EDGE', 'MISSING_PARAM', 'UNKNOWN_REFERENCE', 'UNKNOWN_TYPE']);
    expect(error.issues.some(({ message }) => message.includes('Frist'))).toBe(true);
  });

  it('enables and disables, and asks for a publication first', async () => {
    const { id } = await create();
    expect(await act('workflowEnable', id)).toMatchObject({
      workflow: null,
      errors: [{ code: 'WORKFLOW_NOT_PUBLISHED' }],
    });
    await act('workflowPublish', id);
    expect((await act('workflowDisable', id)).workflow).toMatchObject({ status: 'DISABLED', enabled: false });
    expect((await act('workflowEnable', id)).workflow).toMatchObject({ status: 'ENABLED', enabled: true });
  });
});

describe('bin, copies, import and export', () => {
  it('deletes and takes back', async () => {
    const { id } = await create();
    expect((await act('workflowDelete', id)).workflow).toMatchObject({ status: 'DELETED' });
    const gone = await caller.graphql('query ($id: ID!) { workflow(id: $id) { id } }', { id });
    expect(gone.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect((await act('workflowUndelete', id)).workflow).toMatchObject({ id, status: 'DRAFT' });
  });

  it('copies the draft into a new workflow', async () => {
    const { id } = await create();
    await act('workflowPublish', id);
    const { workflow } = await act('workflowDuplicate', id);
    expect(workflow).toMatchObject({ name: 'Greeting (copy)', status: 'DRAFT', draftRevision: 1 });
    expect(workflow.id).not.toBe(id);
  });

  it('imports what it exported, in both forms', async () => {
    const { id } = await create();
    for (const form of ['DOCUMENT', 'EXCHANGE']) {
      const document = await caller.ask<JsonObject>(
        'workflowExport',
        `query ($id: ID!) { workflowExport(id: $id, form: ${form}) }`,
        { id },
      );
      const imported = await caller.ask<Payload>(
        'workflowImport',
        `mutation ($input: WorkflowImportInput!) { workflowImport(input: $input) { issues { severity code } workflow { id name draft { document } } errors { code } } }`,
        { input: { document, name: `Again ${form}` } },
      );
      expect(imported.errors).toEqual([]);
      expect(imported.issues?.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
      expect(imported.workflow).toMatchObject({ name: `Again ${form}` });
      const { nodes, edges } = (imported.workflow as unknown as { draft: { document: JsonObject } }).draft.document;
      expect({ nodes, edges }).toMatchObject({ nodes: greeting()['nodes'], edges: greeting()['edges'] });
    }
  });

  it('tells what an imported document still lacks', async () => {
    const imported = await caller.ask<Payload>(
      'workflowImport',
      'mutation ($input: WorkflowImportInput!) { workflowImport(input: $input) { issues { code nodeId } workflow { id } errors { code } } }',
      { input: { document: broken() } },
    );
    expect(imported.workflow.id).toEqual(expect.any(String));
    expect(imported.issues).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'UNKNOWN_TYPE', nodeId: 'c' })]),
    );
  });

  it('tells what changed between a version and the draft', async () => {
    const { id } = await create();
    const { workflow } = await act('workflowPublish', id);
    const from = (workflow as unknown as { publishedVersion: { id: string } }).publishedVersion.id;
    await save(id, greeting('Greeting', 'Bye'), 1);
    const diff = await caller.ask<JsonObject>(
      'workflowDiff',
      'query ($id: ID!, $from: ID) { workflowDiff(id: $id, from: $from) }',
      {
        id,
        from,
      },
    );
    expect(diff).toMatchObject({ same: false, nodes: { changed: [{ id: 'note' }] } });
  });
});

describe('queries', () => {
  it('list workflows with cursors, in any order and once each', async () => {
    for (const name of ['beta', 'Alpha', 'gamma', 'Delta', 'alpha']) await create(greeting(name));
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await caller.ask(
          'workflows',
          'query ($after: String) { workflows(first: 2, after: $after, sort: NAME) { nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      names.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(names.map((name) => name.toLowerCase())).toEqual(['alpha', 'alpha', 'beta', 'delta', 'gamma']);
    expect(new Set(names).size).toBe(5);
  });

  it('page through equal times without losing a row', async () => {
    for (let index = 0; index < 5; index += 1) await create(greeting(`W${index}`));
    await world.app.database.pool.query(
      'UPDATE workflow SET updated_at = $1, created_at = $1 WHERE workspace_id = $2',
      [new Date(), caller.workspaceId],
    );
    const names = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const answer: { nodes: { name: string }[]; pageInfo: { endCursor: string } } = await caller.ask(
        'workflows',
        'query ($after: String) { workflows(first: 1, after: $after, sort: CREATED, direction: ASC) { nodes { name } pageInfo { endCursor } } }',
        { after },
      );
      names.add(answer.nodes[0]?.name ?? '');
      after = answer.pageInfo.endCursor;
    }
    expect(names.size).toBe(5);
  });

  it('count what is on all pages, and the tags of the workspace', async () => {
    await create(greeting('One'));
    await create({ ...greeting('Two'), metadata: { tags: ['demo', 'sales'] } });
    const { id } = await create({ ...greeting('Three'), metadata: { tags: ['sales', 'gone'] } });
    await act('workflowDelete', id);
    await create(greeting('Elsewhere'), world.caller());
    const totalOf = async (filter: string) =>
      (await caller.ask<{ totalCount: number }>('workflows', `{ workflows(first: 1${filter}) { totalCount } }`))
        .totalCount;
    expect([await totalOf(''), await totalOf(', search: "tw"'), await totalOf(', status: DELETED')]).toEqual([2, 1, 1]);
    expect(await caller.ask('workflowTags', '{ workflowTags { tag workflowCount } }')).toEqual([
      { tag: 'demo', workflowCount: 2 },
      { tag: 'sales', workflowCount: 1 },
    ]);
  });

  it('resolve drafts and versions of a whole list', async () => {
    for (const name of ['one', 'two']) await act('workflowPublish', (await create(greeting(name))).id);
    const page = await caller.ask<{ nodes: JsonObject[] }>(
      'workflows',
      '{ workflows(sort: NAME) { nodes { name draft { document } publishedVersion { version document } versions { nodes { version } } validation { valid } } } }',
    );
    expect(page.nodes).toMatchObject([
      {
        name: 'one',
        draft: { document: { name: 'one' } },
        publishedVersion: { version: '1.0.0', document: { name: 'one', version: '1.0.0' } },
        versions: { nodes: [{ version: '1.0.0' }] },
        validation: { valid: true },
      },
      { name: 'two' },
    ]);
  });

  it('answer NOT_FOUND for a workflow of another workspace', async () => {
    const { id } = await create();
    const stranger = world.caller();
    for (const query of [
      'query ($id: ID!) { workflow(id: $id) { id } }',
      'query ($id: ID!) { workflowVersions(workflowId: $id) { nodes { id } } }',
      'query ($id: ID) { workflowValidate(id: $id) { valid } }',
      'query ($id: ID!) { workflowExport(id: $id) }',
      'query ($id: ID!) { workflowDiff(id: $id) }',
    ]) {
      const { errors } = await stranger.graphql(query, { id });
      expect([query, errors?.[0]?.extensions['code']]).toEqual([query, 'NOT_FOUND']);
    }
  });

  it('check a document that is not stored', async () => {
    const query = 'query ($document: JSON) { workflowValidate(document: $document) { valid issues { code } } }';
    expect(await caller.ask('workflowValidate', query, { document: greeting() })).toMatchObject({ valid: true });
    expect(await caller.ask('workflowValidate', query, { document: broken() })).toMatchObject({ valid: false });
    const neither = await caller.graphql('{ workflowValidate { valid } }');
    expect(neither.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
