import { ProductRig, type Somebody } from './testing/product-rig';

let rig: ProductRig;
let owner: Somebody;
let token: string;

beforeAll(async () => {
  rig = await ProductRig.start();
  owner = await rig.person('Owner');
  token = await rig.tokenOf(owner);
});
afterAll(() => rig.stop());

const actions = async (target: string): Promise<unknown[]> =>
  (
    await rig.graphql(
      token,
      'query($id: ID!) { auditLog(filter: { targetId: $id }) { nodes { action actorId targetLabel } } }',
      {
        id: target,
      },
    )
  ).data.auditLog.nodes.reverse();
const made = async (): Promise<string> => {
  const document = {
    name: 'Audited',
    nodes: [{ id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 }, config: {} }],
    edges: [],
  };
  const { data } = await rig.graphql(
    token,
    'mutation($input: WorkflowCreateInput!) { workflowCreate(input: $input) { workflow { id } } }',
    { input: { document } },
  );
  return data.workflowCreate.workflow.id as string;
};
const act = async (id: string, ...names: string[]): Promise<void> => {
  for (const name of names) {
    const input = name === 'workflowPublish' ? ', input: { bump: PATCH }' : '';
    const { data } = await rig.graphql(token, `mutation { ${name}(id: "${id}"${input}) { errors { code message } } }`);
    expect(data[name].errors).toEqual([]);
  }
};

it('the audit log tells who made what live, and who ended that', async () => {
  const id = await made();
  await act(
    id,
    'workflowPublish',
    'workflowDisable',
    'workflowPublish',
    'workflowEnable',
    'workflowDelete',
    'workflowUndelete',
  );
  const line = (action: string): object => ({ action, actorId: owner.userId, targetLabel: 'Audited' });
  expect(await actions(id)).toEqual([
    line('workflow.published'),
    line('workflow.disabled'),
    line('workflow.published'),
    line('workflow.enabled'),
    line('workflow.deleted'),
    line('workflow.undeleted'),
  ]);
});

it('the audit log tells of runs that were purged, and of none that were not', async () => {
  const id = await made();
  const { data } = await rig.graphql(token, `mutation { executionStart(workflowId: "${id}") { execution { id } } }`);
  const run = data.executionStart.execution.id as string;
  const purge = `mutation { executionPurge(id: "${run}") { errors { code } } }`;
  expect((await rig.graphql(token, purge)).data.executionPurge.errors).toHaveLength(1);
  expect(await actions(run)).toEqual([]);
  await rig.rows(`update execution set status = 'completed', finished_at = now() where id = $1`, [run]);
  expect((await rig.graphql(token, purge)).data.executionPurge.errors).toEqual([]);
  expect(await actions(run)).toMatchObject([{ action: 'execution.purged', actorId: owner.userId }]);
});
