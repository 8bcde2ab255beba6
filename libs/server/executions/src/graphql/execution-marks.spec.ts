import { SqlPool, newId } from '@millrace/server-platform';
import { ApiRig } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  workflowId = await rig.workflow();
});

async function finished(): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, { input: {} }).expect(202);
  await rig.finish(body.executionId as string, { done: true });
  return body.executionId as string;
}

interface StarPayload {
  readonly execution: { readonly id: string; readonly starred: boolean } | null;
  readonly errors: readonly { readonly code: string }[];
}

async function star(id: string, starred: boolean): Promise<StarPayload> {
  const data = await rig.graphql<{ executionStar: StarPayload }>(
    'mutation($id: ID!, $s: Boolean!) { executionStar(id: $id, starred: $s) { execution { id starred } errors { code } } }',
    { id, s: starred },
  );
  return data.executionStar;
}

async function listed(starred: boolean): Promise<string[]> {
  const { executions } = await rig.graphql<{ executions: { totalCount: number; nodes: { id: string }[] } }>(
    'query($f: ExecutionFilter) { executions(filter: $f) { totalCount nodes { id } } }',
    { f: { workflowId, starred } },
  );
  expect(executions.totalCount).toBe(executions.nodes.length);
  return executions.nodes.map(({ id }) => id);
}

describe('stars', () => {
  it('are set and taken away, and doing it twice changes nothing', async () => {
    const id = await finished();
    expect(await star(id, true)).toEqual({ execution: { id, starred: true }, errors: [] });
    expect(await star(id, true)).toEqual({ execution: { id, starred: true }, errors: [] });
    expect(await star(id, false)).toEqual({ execution: { id, starred: false }, errors: [] });
    expect(await star(id, false)).toEqual({ execution: { id, starred: false }, errors: [] });
  });

  it('divide the list', async () => {
    const [first, second] = [await finished(), await finished()];
    await star(first, true);
    expect(await listed(true)).toEqual([first]);
    expect(await listed(false)).toEqual([second]);
  });

  it('go with their run', async () => {
    const id = await finished();
    await star(id, true);
    await rig.graphql('mutation($id: ID!) { executionPurge(id: $id) { errors { code } } }', { id });
    const { rows } = await rig.get(SqlPool).query('SELECT 1 FROM execution_star WHERE execution_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('are refused for runs that are not there, or are of others', async () => {
    expect((await star(newId(), true)).errors).toEqual([{ code: 'EXECUTION_NOT_FOUND' }]);
    expect((await star('nonsense', true)).errors).toEqual([{ code: 'EXECUTION_NOT_FOUND' }]);
    const foreign = newId();
    await rig.get(SqlPool).query(
      `INSERT INTO execution (id, instance_id, workspace_id, version_id, trigger_node_id, status, mode, event_seq, finished_at)
       VALUES ($1::uuid, $1::uuid::text, $2, $3, 't', 'completed', 'manual', 1, now())`,
      [foreign, newId(), newId()],
    );
    expect((await star(foreign, true)).errors).toEqual([{ code: 'EXECUTION_NOT_FOUND' }]);
  });
});

describe('saved views', () => {
  const save = `mutation($n: String!, $id: ID) { savedRunViewSave(id: $id, input: { name: $n, query: "status=failed" }) {
    view { id name query } errors { code }
  } }`;

  it('have their names without spaces around', async () => {
    const data = await rig.graphql<{ savedRunViewSave: { view: { name: string } } }>(save, { n: '  Broken ' });
    expect(data.savedRunViewSave).toMatchObject({ view: { name: 'Broken', query: 'status=failed' }, errors: [] });
  });

  it('that are not there cannot be changed or deleted', async () => {
    expect(await rig.graphql(save, { n: 'x', id: newId() })).toMatchObject({
      savedRunViewSave: { view: null, errors: [{ code: 'VIEW_NOT_FOUND' }] },
    });
    const remove = 'mutation($id: ID!) { savedRunViewDelete(id: $id) { deletedId errors { code } } }';
    expect(await rig.graphql(remove, { id: newId() })).toEqual({
      savedRunViewDelete: { deletedId: null, errors: [{ code: 'VIEW_NOT_FOUND' }] },
    });
    expect(await rig.graphql('{ savedRunViews { id } }')).toEqual({ savedRunViews: [] });
  });

  it('need a name', async () => {
    expect(await rig.graphql(save, { n: '  ' })).toMatchObject({
      savedRunViewSave: { view: null, errors: [{ code: 'VALIDATION_FAILED' }] },
    });
  });
});
