import 'reflect-metadata';
import { greeting } from '../testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let world: WorkflowsApp;
let caller: Caller;
let id: string;

beforeAll(async () => {
  world = await startWorkflowsApp();
});
afterAll(() => world.stop());
beforeEach(async () => {
  caller = world.caller();
  id = (await caller.rest('post', '/api/workflows', greeting()).expect(201)).body.id;
});

const workflow = async () => (await caller.rest('get', `/api/workflows/${id}`).expect(200)).body;

describe.each([
  ['within the workflow', (part: string, element = '') => `/api/workflows/${id}/${part}${element}?`],
  ['on the flat routes', (part: string, element = '') => `/api/${part}${element}?workflowId=${id}&`],
])('nodes and connections %s', (_where, at) => {
  it('can be listed and read one by one', async () => {
    const nodes = (await caller.rest('get', at('nodes')).expect(200)).body.items;
    expect(nodes.map(({ id: nodeId }: { id: string }) => nodeId)).toEqual(['start', 'note']);
    expect((await caller.rest('get', at('nodes', '/note')).expect(200)).body).toEqual(nodes[1]);
    expect((await caller.rest('get', at('connections', '/e1')).expect(200)).body).toMatchObject({
      source: 'start',
      target: 'note',
    });
  });

  it('can be added, connected, changed and removed', async () => {
    const added = (
      await caller.rest('post', at('nodes'), { type: 'log', label: 'More', config: { message: 'm' } }).expect(201)
    ).body;
    expect(added).toMatchObject({ id: expect.any(String), label: 'More', enabled: true });
    const edge = (await caller.rest('post', at('connections'), { source: 'note', target: added.id }).expect(201)).body;
    expect(edge).toMatchObject({ id: expect.any(String), sourceHandle: 'main', targetHandle: 'main' });
    const changed = (
      await caller.rest('patch', at('nodes', `/${added.id}`), { label: 'Less', id: 'other' }).expect(200)
    ).body;
    expect(changed).toMatchObject({ id: added.id, label: 'Less', config: { message: 'm' } });
    await caller.rest('patch', at('connections', `/${edge.id}`), { label: 'then' }).expect(200);
    expect((await workflow()).revision).toBe(5);
    await caller.rest('delete', at('nodes', `/${added.id}`)).expect(204);
    const after = await workflow();
    expect(after.nodes.map(({ id: nodeId }: { id: string }) => nodeId)).toEqual(['start', 'note']);
    expect(after.edges.map(({ id: edgeId }: { id: string }) => edgeId)).toEqual(['e1']);
    await caller.rest('delete', at('connections', '/e1')).expect(204);
    expect((await workflow()).edges).toEqual([]);
  });

  it('are refused on a revision that is gone', async () => {
    await caller.rest('patch', at('nodes', '/note'), { label: 'Ours' }).expect(200);
    const { body } = await caller.rest('patch', `${at('nodes', '/note')}revision=1`, { label: 'Theirs' }).expect(409);
    expect(body.error).toMatchObject({ code: 'WORKFLOW_CONFLICT', details: { currentRevision: 2 } });
    await caller.rest('patch', `${at('nodes', '/note')}revision=2`, { label: 'Theirs' }).expect(200);
  });

  it('answer 404 for elements that are not there and 409 for ids that are taken', async () => {
    await caller.rest('get', at('nodes', '/nobody')).expect(404);
    await caller.rest('patch', at('nodes', '/nobody'), { label: 'X' }).expect(404);
    await caller.rest('delete', at('connections', '/nobody')).expect(404);
    const { body } = await caller.rest('post', at('nodes'), { id: 'note', type: 'log', label: 'Again' }).expect(409);
    expect(body.error.code).toBe('ELEMENT_EXISTS');
    expect((await workflow()).revision).toBe(1);
  });

  it('answer 422 with what is wrong with the element', async () => {
    const { body } = await caller.rest('patch', at('nodes', '/note'), { label: 7 }).expect(422);
    expect(body.error.details.problems).toEqual([
      expect.objectContaining({ nodeId: 'note', path: ['nodes', 1, 'label'] }),
    ]);
  });
});

it('lets the references to a node follow its new label', async () => {
  const log = { id: 'more', type: 'log', label: 'More', config: { message: '{{ Note.data.x }}' } };
  await caller.rest('post', `/api/workflows/${id}/nodes`, log).expect(201);
  await caller.rest('patch', `/api/workflows/${id}/nodes/note`, { label: 'My note' }).expect(200);
  const { body } = await caller.rest('get', `/api/workflows/${id}/nodes/more`).expect(200);
  expect(body.config.message).toBe('{{ Mynote.data.x }}');
});

it('keeps every node when many are added at the same moment', async () => {
  const nodes = Array.from({ length: 12 }, (_, index) => ({ id: `n${index}`, type: 'no-op', label: `N${index}` }));
  await Promise.all(nodes.map((node) => caller.rest('post', `/api/workflows/${id}/nodes`, node).expect(201)));
  expect(await workflow()).toMatchObject({ revision: 13 });
  expect((await workflow()).nodes).toHaveLength(14);
});

it('asks which workflow is meant on the flat routes', async () => {
  const { body } = await caller.rest('get', '/api/nodes').expect(400);
  expect(body.error.message).toContain('workflowId');
});
