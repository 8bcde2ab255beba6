import { newId } from '@millrace/server-platform';
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

interface Step {
  readonly nodeId: string;
  readonly fate: string;
  readonly reason: string;
  readonly hasEffects: boolean;
}

interface Plan {
  readonly token: string;
  readonly from: string[];
  readonly steps: Step[];
  readonly inputs: { nodeId: string; label: string; value: { value: unknown } }[];
}

interface Forked {
  readonly execution: { id: string; sourceId: string; fork: object | null } | null;
  readonly errors: { code: string }[];
}

const PLAN = 'token from steps { nodeId fate reason hasEffects } inputs { nodeId label value { value } }';

async function plan(id: string, input: object): Promise<Plan> {
  const query = `query($id: ID!, $input: ExecutionForkInput!) { executionForkPlan(id: $id, input: $input) { ${PLAN} } }`;
  return (await rig.graphql<{ executionForkPlan: Plan }>(query, { id, input })).executionForkPlan;
}

async function fork(id: string, input: object): Promise<Forked> {
  const mutation = `mutation($id: ID!, $input: ExecutionForkInput!) { executionFork(id: $id, input: $input) {
    execution { id sourceId fork { from attempt isEdited } } plan { token } errors { code } } }`;
  return (await rig.graphql<{ executionFork: Forked }>(mutation, { id, input })).executionFork;
}

async function started(): Promise<string> {
  const { body } = await rig
    .rest('post', `/api/workflows/${workflowId}/execute`, { input: { who: 'Ada' } })
    .expect(202);
  return body.executionId as string;
}

async function finished(): Promise<string> {
  const id = await started();
  await rig.finish(id, { done: true });
  return id;
}

it('tells what a fork would do, and what its node is given', async () => {
  expect(await plan(await finished(), { from: ['a'] })).toEqual({
    token: expect.any(String) as string,
    from: ['a'],
    steps: [
      { nodeId: 'start', fate: 'REUSED', reason: 'SAME', hasEffects: false },
      { nodeId: 'a', fate: 'AGAIN', reason: 'FORK_POINT', hasEffects: false },
    ],
    inputs: [{ nodeId: 'start', label: 'Start', value: { value: { from: 'trigger' } } }],
  });
});

it('starts what it told, and names its source, its fork points and the attempt', async () => {
  const source = await finished();
  const { token } = await plan(source, { from: ['a'] });
  const { execution, errors } = await fork(source, { from: ['a'], token, attempt: 2, inputs: { start: { x: 1 } } });

  expect(errors).toEqual([]);
  expect(execution).toMatchObject({ sourceId: source, fork: { from: ['a'], attempt: 2, isEdited: true } });
});

it('starts nothing when the plan is another one by now', async () => {
  const { execution, errors } = await fork(await finished(), { from: ['a'], token: 'old' });

  expect(execution).toBeNull();
  expect(errors.map(({ code }) => code)).toEqual(['FORK_PLAN_CHANGED']);
});

it('shows the family of a run: where it came from, and what came from it', async () => {
  const source = await finished();
  const { execution } = await fork(source, { from: ['a'] });
  const family = async (id: string): Promise<unknown> => {
    const query = 'query($id: ID!) { execution(id: $id) { source { id } forks { id } } }';
    return (await rig.graphql<{ execution: unknown }>(query, { id })).execution;
  };

  expect(await family(source)).toEqual({ source: null, forks: [{ id: execution?.id }] });
  expect(await family(execution?.id ?? '')).toEqual({ source: { id: source }, forks: [] });
});

it('retries many, and tells for each what came of it', async () => {
  const [running, done, gone] = [await started(), await finished(), newId()];
  const mutation = `mutation($ids: [ID!]!) { executionsRetry(ids: $ids) {
    results { id execution { sourceId } error { code } } errors { code } } }`;
  const { executionsRetry } = await rig.graphql(mutation, { ids: [running, done, gone] });

  expect(executionsRetry).toEqual({
    results: [
      { id: running, execution: { sourceId: running }, error: null },
      { id: done, execution: null, error: { code: 'NOTHING_FAILED' } },
      { id: gone, execution: null, error: { code: 'EXECUTION_NOT_FOUND' } },
    ],
    errors: [],
  });
});

it('tells of no waiting runs while nothing is live', async () => {
  const query = 'query($id: ID!) { workflow(id: $id) { waitingVersions { count } } }';
  const { workflow } = await rig.graphql<{ workflow: object }>(query, { id: workflowId });
  const mutation = 'mutation($ids: [ID!]!) { executionsMigrate(ids: $ids) { results { error { code } } } }';
  const { executionsMigrate } = await rig.graphql<{ executionsMigrate: object }>(mutation, { ids: [await finished()] });

  expect(workflow).toEqual({ waitingVersions: [] });
  expect(executionsMigrate).toEqual({ results: [{ error: { code: 'EXECUTION_ENDED' } }] });
});
