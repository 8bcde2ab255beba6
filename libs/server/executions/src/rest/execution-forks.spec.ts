import { newId } from '@millrace/server-platform';
import { ApiRig } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
  workflowId = await rig.workflow();
});
afterAll(() => rig.stop());

async function started(): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, { input: { a: 1 } }).expect(202);
  return body.executionId as string;
}

async function finished(): Promise<string> {
  const id = await started();
  await rig.finish(id, { done: true });
  return id;
}

it('plans a fork and starts exactly that plan', async () => {
  const id = await finished();
  const { body: plan } = await rig.rest('post', `/api/executions/${id}/fork/plan`, { from: ['a'] }).expect(200);
  expect(plan).toEqual({
    token: expect.any(String) as string,
    from: ['a'],
    steps: [
      { nodeId: 'start', label: 'Start', type: 'manual-trigger', fate: 'reused', reason: 'same', hasEffects: false },
      { nodeId: 'a', label: 'Do nothing', type: 'no-op', fate: 'again', reason: 'fork-point', hasEffects: false },
    ],
    inputs: [{ nodeId: 'start', label: 'Start', value: { from: 'trigger' } }],
  });

  const asked = { from: ['a'], inputs: { start: { x: 1 } } };
  const { token } = (await rig.rest('post', `/api/executions/${id}/fork/plan`, asked)).body as { token: string };
  const { body } = await rig.rest('post', `/api/executions/${id}/fork`, { ...asked, token }).expect(202);
  expect(body).toEqual({ executionId: expect.any(String) as string, status: 'pending' });
  const { items } = (await rig.rest('get', `/api/executions/${body.executionId as string}/events`)).body as {
    items: object[];
  };
  expect(items[0]).toMatchObject({ reuse: { start: {} }, inputs: { a: { start: { value: { x: 1 } } } } });
});

it('gives one run for one key, also after the draft that it ran has changed', async () => {
  const id = await finished();
  const fork = (body: object, key: string) =>
    rig.rest('post', `/api/executions/${id}/fork`, body).set('Idempotency-Key', key);
  const { token } = (await rig.rest('post', `/api/executions/${id}/fork/plan`, { from: ['a'], version: 'draft' })).body;
  const body = { from: ['a'], version: 'draft', token };
  const first = await fork(body, 'one').expect(202);
  const { revision } = (await rig.rest('get', `/api/workflows/${workflowId}`)).body as { revision: number };
  const nodes = [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'a', type: 'no-op', label: 'Renamed' },
  ];
  const input = {
    expectedRevision: revision,
    document: { name: 'Greet', nodes, edges: [{ id: 'e', source: 'start', target: 'a' }] },
  };
  const save =
    'mutation($id: ID!, $input: WorkflowSaveDraftInput!) { workflowSaveDraft(id: $id, input: $input) { errors { code } } }';
  expect(await rig.graphql(save, { id: workflowId, input })).toEqual({ workflowSaveDraft: { errors: [] } });

  expect((await fork(body, 'one').expect(202)).body.executionId).toBe(first.body.executionId);
  expect((await fork(body, 'two').expect(409)).body.error.code).toBe('FORK_PLAN_CHANGED');
  expect((await fork({ from: ['a'] }, 'one').expect(409)).body.error.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

it('starts one run for one key, however many ask at once', async () => {
  const id = await finished();
  const answers = await Promise.all(
    [1, 2, 3].map(() =>
      rig
        .rest('post', `/api/executions/${id}/fork`, { from: ['a'] })
        .set('Idempotency-Key', 'at once')
        .expect(202),
    ),
  );

  expect(new Set(answers.map(({ body }) => body.executionId as string)).size).toBe(1);
});

it('retries what has no result, and refuses when nothing failed', async () => {
  const { body } = await rig.rest('post', `/api/executions/${await started()}/retry`).expect(202);
  expect(body).toEqual({ executionId: expect.any(String) as string, status: 'pending' });
  const refused = await rig.rest('post', `/api/executions/${await finished()}/retry`, {}).expect(409);
  expect(refused.body.error.code).toBe('NOTHING_FAILED');
});

it('says what is wrong with what was asked for', async () => {
  const id = await finished();
  const codeOf = async (body: object, status: number): Promise<string> =>
    (await rig.rest('post', `/api/executions/${id}/fork`, body).expect(status)).body.error.code as string;

  expect(await codeOf({ from: ['nobody'] }, 404)).toBe('FORK_POINT_UNKNOWN');
  expect(await codeOf({ from: ['a'], inputs: { nobody: 1 } }, 400)).toBe('FORK_INPUT_UNFIT');
  expect(await codeOf({ from: ['a'], token: 'old' }, 409)).toBe('FORK_PLAN_CHANGED');
  expect(await codeOf({ from: 'a' }, 400)).toBe('VALIDATION_FAILED');
});

it('lets nobody fork runs of other workspaces, and who may only read plan and no more', async () => {
  const id = await finished();
  const stranger = `${newId()}/owner`;
  const viewer = `${rig.workspaceId}/viewer`;
  for (const route of ['fork/plan', 'fork', 'retry'])
    await rig.rest('post', `/api/executions/${id}/${route}`, {}, stranger).expect(404);
  await rig.rest('post', `/api/executions/${id}/fork/plan`, { from: ['a'] }, viewer).expect(200);
  await rig.rest('post', `/api/executions/${id}/fork`, { from: ['a'] }, viewer).expect(403);
  await rig.rest('post', `/api/executions/${id}/retry`, {}, viewer).expect(403);
});
