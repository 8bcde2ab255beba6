import { newId } from '@millrace/server-platform';
import { PauseWorkflows } from '@millrace/server-executions';
import { ProductRig, type Somebody } from './testing/product-rig';

let rig: ProductRig;
let owner: Somebody;
let token: string;
let pauses: PauseWorkflows;

beforeAll(async () => {
  rig = await ProductRig.start();
  owner = await rig.person('Owner');
  token = await rig.tokenOf(owner);
  pauses = rig.served.app.get(PauseWorkflows, { strict: false });
});
afterAll(() => rig.stop());

/** A live workflow of which a worker found that it failed three times in a row. */
async function failing(): Promise<string> {
  const document = {
    name: 'Fickle',
    nodes: [{ id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 }, config: {} }],
    edges: [],
  };
  const { data } = await rig.graphql(
    token,
    'mutation($input: WorkflowCreateInput!) { workflowCreate(input: $input) { workflow { id } } }',
    { input: { document } },
  );
  const id = data.workflowCreate.workflow.id as string;
  await act(id, 'workflowPublish', ', input: { bump: PATCH }');
  await rig.rows(
    'insert into workflow_pause (workflow_id, workspace_id, failures, execution_id) values ($1, $2, 3, $3)',
    [id, owner.workspaceId, newId()],
  );
  return id;
}

async function act(id: string, name: string, more = ''): Promise<void> {
  const { data } = await rig.graphql(token, `mutation { ${name}(id: "${id}"${more}) { errors { code } } }`);
  expect(data[name].errors).toEqual([]);
}

const isOn = async (id: string): Promise<boolean> =>
  (await rig.graphql(token, 'query($id: ID!) { workflow(id: $id) { enabled } }', { id })).data.workflow.enabled;

const told = (id: string): Promise<unknown[]> =>
  rig.rows(`select 1 from audit_event where target_id = $1 and action = 'workflow.autoPaused'`, [id]);

it('a workflow that failed again and again is switched off, and that is told once', async () => {
  const id = await failing();
  await Promise.all([pauses.look(), pauses.look()]);
  await pauses.look();
  expect(await isOn(id)).toBe(false);
  expect(await told(id)).toHaveLength(1);
});

it('a workflow that somebody switched on again before it was switched off stays on', async () => {
  const id = await failing();
  await act(id, 'workflowPublish', ', input: { bump: PATCH }');
  await pauses.look();
  expect(await isOn(id)).toBe(true);
  expect(await told(id)).toEqual([]);
});
