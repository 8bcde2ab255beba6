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

const create = async (document: JsonObject = greeting(), by = caller) =>
  (await by.rest('post', '/api/workflows', document).expect(201)).body;

/** JSON text as a client without our types could send it. */
const raw = (by: Caller, text: string) =>
  by.rest('post', '/api/workflows').set('content-type', 'application/json').send(text);

const codesOf = (problems: readonly { code: string }[]) => [...new Set(problems.map(({ code }) => code))].sort();

describe('POST /api/workflows', () => {
  it('stores a document and answers it with its id and state', async () => {
    const workflow = await create();
    expect(workflow).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Greeting',
      version: '0.0.0',
      revision: 1,
      status: 'draft',
      enabled: false,
      publishedVersion: null,
      metadata: { tags: ['demo'] },
    });
    expect(workflow.nodes).toHaveLength(2);
    const read = await caller.rest('get', `/api/workflows/${workflow.id}`).expect(200);
    expect(read.body).toEqual(workflow);
  });

  it('keeps a free UUID as the id and makes a new one for any other', async () => {
    const id = '0199d3a8-1111-7000-8000-0000000000aa';
    expect((await create({ ...greeting(), id })).id).toBe(id);
    expect((await create({ ...greeting(), id })).id).not.toBe(id);
    expect((await create({ ...greeting(), id: 'wf-1' })).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('never says that an id is taken in another workspace', async () => {
    const { id } = await create();
    const other = await create({ ...greeting(), id }, world.caller());
    expect(other.id).not.toBe(id);
    expect((await caller.rest('get', `/api/workflows/${id}`).expect(200)).body.name).toBe('Greeting');
  });

  it('accepts the exchange form with generic node types and an execution order', async () => {
    const workflow = await create({
      id: 'wf',
      name: 'From elsewhere',
      version: '1.0.0',
      nodes: [
        { id: 'trigger-1', type: 'trigger', label: 'Start', enabled: true, position: { x: 0, y: 0 }, config: {} },
        {
          id: 'fetch',
          type: 'action',
          label: 'Fetch Data',
          enabled: true,
          position: { x: 0, y: 100 },
          config: { actionId: 'system/http-request', url: 'https://example.com', method: 'GET' },
        },
      ],
      edges: [{ id: 'e1', source: 'trigger-1', target: 'fetch' }],
      executionOrder: ['trigger-1', 'fetch'],
      metadata: { description: 'd', author: 'a', tags: ['x'] },
    });
    expect(workflow.nodes.map(({ type }: { type: string }) => type)).toEqual(['manual-trigger', 'http-request']);
    expect(workflow).not.toHaveProperty('executionOrder');
    expect(workflow.version).toBe('1.0.0');
  });

  it('refuses an execution order that the edges forbid', async () => {
    const answer = await caller
      .rest('post', '/api/workflows', { ...greeting(), executionOrder: ['note', 'start'] })
      .expect(422);
    expect(answer.body.error).toMatchObject({
      code: 'WORKFLOW_INVALID',
      details: { problems: [{ severity: 'error' }] },
    });
  });

  it('stores a draft that cannot run yet, and an empty canvas with nothing but a name', async () => {
    expect((await create(broken())).nodes).toHaveLength(5);
    expect(await create({ name: 'Empty' })).toMatchObject({ name: 'Empty', nodes: [], edges: [] });
  });

  it('refuses 5,001 nodes and takes 5,000', async () => {
    const nodes = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `n${index}`, type: 'no-op', label: `N${index}` }));
    const answer = await caller.rest('post', '/api/workflows', { name: 'Big', nodes: nodes(5_001) }).expect(422);
    expect(answer.body.error.details.problems[0]).toMatchObject({ code: 'TOO_MANY_NODES', path: ['nodes'] });
    expect((await create({ name: 'Big', nodes: nodes(5_000) })).nodes).toHaveLength(5_000);
  });

  it('answers 422 with every problem of a document that is none', async () => {
    const answer = await caller
      .rest('post', '/api/workflows', { name: '', nodes: [{ id: 7, type: 'log' }], edges: 'none' })
      .expect(422);
    expect(answer.body.error.code).toBe('WORKFLOW_INVALID');
    expect(answer.body.error.details.problems.length).toBeGreaterThanOrEqual(3);
    for (const problem of answer.body.error.details.problems) {
      expect(problem).toMatchObject({ code: expect.any(String), message: expect.any(String), severity: 'error' });
    }
  });

  it.each([
    ['__proto__ at the top', '{"name":"x","nodes":[],"edges":[],"__proto__":{"admin":true}}'],
    [
      '__proto__ in a config',
      '{"name":"x","nodes":[{"id":"a","type":"log","label":"A","config":{"__proto__":{"x":1}}}]}',
    ],
    [
      'constructor in a config',
      '{"name":"x","nodes":[{"id":"a","type":"log","label":"A","config":{"constructor":{"prototype":{"x":1}}}}]}',
    ],
    ['NUL in a name', '{"name":"a\\u0000b","nodes":[],"edges":[]}'],
    [
      'values nested 200 deep',
      `{"name":"x","nodes":[{"id":"a","type":"log","label":"A","config":{"m":${'['.repeat(200)}${']'.repeat(200)}}}]}`,
    ],
    ['a hundred thousand levels', `{"name":"x","nodes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['text that is no JSON', '{"name":'],
    ['a list', '[1,2]'],
    ['nothing', ''],
  ])('refuses %s without falling over', async (_what, text) => {
    const answer = await raw(caller, text);
    expect([400, 413, 422]).toContain(answer.status);
    expect(answer.body.error).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), message: expect.any(String) });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    await caller.rest('get', '/api/workflows').expect(200);
  });

  it('refuses a document above 4 MB', async () => {
    const filler = 'é'.repeat(2 * 1024 * 1024);
    const answer = await caller.rest('post', '/api/workflows', { ...greeting('Big', filler) });
    expect([413, 422]).toContain(answer.status);
  });

  it('refuses viewers and strangers', async () => {
    await caller.colleague('viewer').rest('post', '/api/workflows', greeting()).expect(403);
    await caller.colleague('operator').rest('post', '/api/workflows', greeting()).expect(403);
  });
});

describe('GET /api/workflows', () => {
  it('pages through everything exactly once, newest change first', async () => {
    for (let index = 0; index < 7; index += 1) await create(greeting(`W${index}`));
    const names: string[] = [];
    let after = '';
    do {
      const page = (await caller.rest('get', `/api/workflows?first=3${after}`).expect(200)).body;
      expect(page.items.length).toBeLessThanOrEqual(3);
      names.push(...page.items.map(({ name }: { name: string }) => name));
      after = page.nextCursor ? `&after=${page.nextCursor}` : '';
    } while (after);
    expect(names).toEqual(['W6', 'W5', 'W4', 'W3', 'W2', 'W1', 'W0']);
  });

  it('finds by part of the name in any case and takes % and _ as they are', async () => {
    for (const name of ['Nightly Report', 'Invoice 100% done', 'a_b', 'axb']) await create(greeting(name));
    const names = async (search: string) =>
      (await caller.rest('get', `/api/workflows?search=${encodeURIComponent(search)}`).expect(200)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('REPORT')).toEqual(['Nightly Report']);
    expect(await names('100%')).toEqual(['Invoice 100% done']);
    expect(await names('a_b')).toEqual(['a_b']);
    expect(await names("'; DROP TABLE workflow; --")).toEqual([]);
    expect(await names('\u0000')).toHaveLength(4);
  });

  it('filters by all given tags and by status', async () => {
    const tagged = (name: string, tags: string[]) => create({ ...greeting(name), metadata: { tags } });
    await tagged('one', ['a']);
    const both = await tagged('both', ['a', 'b']);
    await caller.rest('post', `/api/workflows/${both.id}/publish`).expect(200);
    const names = async (query: string) =>
      (await caller.rest('get', `/api/workflows?sort=name&${query}`).expect(200)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('tag=a')).toEqual(['both', 'one']);
    expect(await names('tag=a&tag=b')).toEqual(['both']);
    expect(await names('status=enabled')).toEqual(['both']);
    expect(await names('status=draft')).toEqual(['one']);
    await caller.rest('post', `/api/workflows/${both.id}/disable`).expect(200);
    expect(await names('status=disabled')).toEqual(['both']);
    expect(await names('status=enabled')).toEqual([]);
  });

  it.each(['first=0', 'first=101', 'first=abc', 'status=nope', 'sort=size', 'after=xyz', 'after=WzEsMiwzXQ'])(
    'answers 400 to ?%s',
    async (query) => {
      const answer = await caller.rest('get', `/api/workflows?${query}`).expect(400);
      expect(answer.body.error.code).toEqual(expect.any(String));
    },
  );

  it('shows nothing of other workspaces', async () => {
    await create();
    expect((await world.caller().rest('get', '/api/workflows').expect(200)).body).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe('PATCH /api/workflows/:id', () => {
  it('changes the parts that are sent and leaves the others', async () => {
    const before = await create();
    const after = (await caller.rest('patch', `/api/workflows/${before.id}`, { name: 'Renamed' }).expect(200)).body;
    expect(after).toMatchObject({ name: 'Renamed', revision: 2, nodes: before.nodes, edges: before.edges });
  });

  it('refuses a stale revision and says where the draft is and who saved it', async () => {
    const { id } = await create();
    const colleague = caller.colleague();
    await colleague.rest('patch', `/api/workflows/${id}`, { name: 'Faster', revision: 1 }).expect(200);
    const answer = await caller.rest('patch', `/api/workflows/${id}`, { name: 'Slower', revision: 1 }).expect(409);
    expect(answer.body.error).toMatchObject({
      code: 'WORKFLOW_CONFLICT',
      details: { currentRevision: 2, savedBy: colleague.userId, savedAt: expect.any(String) },
    });
  });

  it('lets exactly one of many saves at the same moment win', async () => {
    const { id } = await create();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        caller.rest('patch', `/api/workflows/${id}`, { name: `Racer ${index}`, revision: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200);
    const stored = (await caller.rest('get', `/api/workflows/${id}`).expect(200)).body;
    expect(stored).toMatchObject({ revision: 2, name: winner?.body.name });
  });

  it('applies changes without a revision one after the other and loses none', async () => {
    const { id } = await create();
    const parts = [{ name: 'New name' }, { metadata: { tags: ['t'] } }, { settings: { timezone: 'Europe/Zurich' } }];
    await Promise.all(parts.map((part) => caller.rest('patch', `/api/workflows/${id}`, part).expect(200)));
    expect((await caller.rest('get', `/api/workflows/${id}`)).body).toMatchObject({
      revision: 4,
      ...parts[0],
      ...parts[1],
      ...parts[2],
    });
  });

  it('does not raise the revision when nothing changes', async () => {
    const { id, name } = await create();
    expect((await caller.rest('patch', `/api/workflows/${id}`, { name }).expect(200)).body.revision).toBe(1);
  });

  it('keeps id and version from being changed', async () => {
    const { id } = await create();
    const patch = { id: '0199d3a8-1111-7000-8000-0000000000bb', version: '9.9.9', enabled: true, name: 'Still me' };
    expect((await caller.rest('patch', `/api/workflows/${id}`, patch).expect(200)).body).toMatchObject({
      id,
      version: '0.0.0',
      enabled: false,
      name: 'Still me',
    });
  });

  it('keeps the keys of a config in the order in which they were written', async () => {
    const { id, nodes } = await create();
    const config = { message: 'm', fields: { zebra: 1, apple: 2, mango: 3 } };
    await caller.rest('patch', `/api/workflows/${id}`, { nodes: [nodes[0], { ...nodes[1], config }] }).expect(200);
    const { body } = await caller.rest('get', `/api/workflows/${id}`).expect(200);
    expect(Object.keys(body.nodes[1].config.fields)).toEqual(['zebra', 'apple', 'mango']);
  });

  it.each([{ revision: 0 }, { revision: 'one' }, { name: '' }, { nodes: {} }, { edges: [{}] }])(
    'refuses %j and changes nothing',
    async (patch) => {
      const { id } = await create();
      const answer = await caller.rest('patch', `/api/workflows/${id}`, patch);
      expect([400, 422]).toContain(answer.status);
      expect((await caller.rest('get', `/api/workflows/${id}`)).body).toMatchObject({ revision: 1, name: 'Greeting' });
    },
  );
});

describe('validation and publishing', () => {
  it('tells all problems of a draft at once', async () => {
    const { id } = await create(broken());
    const { body } = await caller.rest('post', `/api/workflows/${id}/validate`).expect(200);
    expect(body.valid).toBe(false);
    const codes = codesOf(body.problems);
    expect(codes).toEqual(['CYCLE', 'DANGLING_EDGE', 'MISSING_PARAM', 'UNKNOWN_REFERENCE', 'UNKNOWN_TYPE']);
    const located = body.problems.filter((problem: JsonObject) => problem['nodeId'] ?? problem['edgeId']);
    expect(located.length).toBeGreaterThanOrEqual(4);
  });

  it('checks a document without storing it', async () => {
    expect((await caller.rest('post', '/api/workflows/validate', greeting()).expect(200)).body.valid).toBe(true);
    expect((await caller.rest('post', '/api/workflows/validate', { nodes: 7 }).expect(200)).body).toMatchObject({
      valid: false,
      problems: expect.any(Array),
    });
    expect((await caller.rest('get', '/api/workflows').expect(200)).body.items).toEqual([]);
  });

  it('refuses to publish what cannot run and tells why', async () => {
    const { id } = await create(broken());
    const { body } = await caller.rest('post', `/api/workflows/${id}/publish`).expect(422);
    expect(body.error).toMatchObject({ code: 'WORKFLOW_INVALID', details: { problems: expect.any(Array) } });
    expect((await caller.rest('get', `/api/workflows/${id}`)).body.status).toBe('draft');
  });

  it('publishes 1.0.0 first, enables it, and raises the chosen part afterwards', async () => {
    const { id } = await create();
    const publish = async (body?: object) =>
      (await caller.rest('post', `/api/workflows/${id}/publish`, body).expect(200)).body;
    expect(await publish()).toMatchObject({
      version: '1.0.0',
      publishedVersion: '1.0.0',
      status: 'enabled',
      revision: 1,
    });
    await caller.rest('patch', `/api/workflows/${id}`, { name: 'Second' }).expect(200);
    expect((await publish({ bump: 'minor', note: 'Renamed' })).publishedVersion).toBe('1.1.0');
    await caller.rest('patch', `/api/workflows/${id}`, { name: 'Third' }).expect(200);
    expect((await publish()).publishedVersion).toBe('1.1.1');
    const { items } = (await caller.rest('get', `/api/workflows/${id}/versions`).expect(200)).body;
    expect(items.map(({ version, note }: JsonObject) => [version, note])).toEqual([
      ['1.1.1', null],
      ['1.1.0', 'Renamed'],
      ['1.0.0', null],
    ]);
  });

  it('makes no new version when nothing changed', async () => {
    const { id } = await create();
    await caller.rest('post', `/api/workflows/${id}/publish`).expect(200);
    expect((await caller.rest('post', `/api/workflows/${id}/publish`).expect(200)).body.publishedVersion).toBe('1.0.0');
  });

  it('refuses to enable what was never published, and bumps and notes that make no sense', async () => {
    const { id } = await create();
    const { body } = await caller.rest('post', `/api/workflows/${id}/enable`).expect(409);
    expect(body.error.code).toBe('WORKFLOW_NOT_PUBLISHED');
    await caller.rest('post', `/api/workflows/${id}/publish`, { bump: 'huge' }).expect(400);
    await caller.rest('post', `/api/workflows/${id}/publish`, { note: 'n'.repeat(2_001) }).expect(400);
    await caller.rest('post', `/api/workflows/${id}/publish`, { note: 'a\u0000' }).expect(400);
    await caller.rest('post', `/api/workflows/${id}/publish`, { revision: 7 }).expect(409);
  });

  it('restores a version into the draft and rolls the live one back', async () => {
    const { id } = await create(greeting('One'));
    await caller.rest('post', `/api/workflows/${id}/publish`).expect(200);
    await caller.rest('patch', `/api/workflows/${id}`, { name: 'Two' }).expect(200);
    await caller.rest('post', `/api/workflows/${id}/publish`).expect(200);
    const { items } = (await caller.rest('get', `/api/workflows/${id}/versions?first=1`).expect(200)).body;
    const page = (await caller.rest('get', `/api/workflows/${id}/versions`).expect(200)).body;
    expect(items[0].version).toBe('1.0.1');
    const first = page.items[1].id;
    const rolledBack = (await caller.rest('post', `/api/workflows/${id}/versions/${first}/roll-back`).expect(200)).body;
    expect(rolledBack).toMatchObject({ name: 'Two', publishedVersion: '1.0.0', status: 'enabled' });
    const restored = (await caller.rest('post', `/api/workflows/${id}/versions/${first}/restore`).expect(200)).body;
    expect(restored).toMatchObject({ name: 'One', revision: 3, version: '1.0.1' });
    await caller.rest('patch', `/api/workflows/${id}`, { name: 'Three' }).expect(200);
    expect((await caller.rest('post', `/api/workflows/${id}/publish`).expect(200)).body.publishedVersion).toBe('1.0.2');
  });
});

describe('DELETE /api/workflows/:id', () => {
  it('hides the workflow until it is taken back', async () => {
    const { id } = await create();
    await caller.rest('post', `/api/workflows/${id}/publish`).expect(200);
    await caller.rest('delete', `/api/workflows/${id}`).expect(204);
    await caller.rest('get', `/api/workflows/${id}`).expect(404);
    await caller.rest('delete', `/api/workflows/${id}`).expect(404);
    expect((await caller.rest('get', '/api/workflows').expect(200)).body.items).toEqual([]);
    expect((await caller.rest('get', '/api/workflows?status=deleted').expect(200)).body.items).toMatchObject([
      { id, status: 'deleted', enabled: false },
    ]);
    const back = (await caller.rest('post', `/api/workflows/${id}/undelete`).expect(200)).body;
    expect(back).toMatchObject({ id, status: 'enabled', publishedVersion: '1.0.0' });
    await caller.rest('post', `/api/workflows/${id}/undelete`).expect(404);
  });
});

describe('other workspaces', () => {
  it('get NOT_FOUND for every route of a workflow that is not theirs', async () => {
    const { id } = await create();
    await caller.rest('post', `/api/workflows/${id}/publish`).expect(200);
    const [version] = (await caller.rest('get', `/api/workflows/${id}/versions`)).body.items;
    const stranger = world.caller();
    const calls: ['get' | 'post' | 'patch' | 'delete', string, object?][] = [
      ['get', ''],
      ['patch', '', { name: 'Mine' }],
      ['delete', ''],
      ['post', '/undelete'],
      ['post', '/validate'],
      ['post', '/publish'],
      ['post', '/enable'],
      ['post', '/disable'],
      ['get', '/versions'],
      ['post', `/versions/${version.id}/restore`],
      ['post', `/versions/${version.id}/roll-back`],
      ['get', '/nodes'],
      ['post', '/nodes', { type: 'log', label: 'X' }],
      ['get', '/nodes/note'],
      ['patch', '/nodes/note', { label: 'X' }],
      ['delete', '/nodes/note'],
      ['get', '/connections'],
      ['delete', '/connections/e1'],
    ];
    for (const [method, path, body] of calls) {
      const answer = await stranger.rest(method, `/api/workflows/${id}${path}`, body);
      expect([method, path, answer.status, answer.body.error?.code]).toEqual([method, path, 404, 'NOT_FOUND']);
    }
    expect((await caller.rest('get', `/api/workflows/${id}`)).body).toMatchObject({
      name: 'Greeting',
      status: 'enabled',
    });
  });

  it.each(['nope', '00000000-0000-0000-0000-000000000000', "1' OR '1'='1", 'x'.repeat(5_000)])(
    'answer 404 to the id %.40s',
    async (id) => {
      const answer = await caller.rest('get', `/api/workflows/${encodeURIComponent(id)}`).expect(404);
      expect(answer.body.error.message.length).toBeLessThan(300);
    },
  );
});
