import { ApiRig, definition } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
  workflowId = await rig.workflow();
});
afterAll(() => rig.stop());

const START = `mutation ($id: ID!, $input: ExecutionStartInput) {
  executionStart(workflowId: $id, input: $input) { execution { id status mode workflowName } errors { code message } }
}`;

interface Start {
  executionStart: { execution: { id: string; status: string } | null; errors: { code: string }[] };
}

async function start(input: object = {}): Promise<string> {
  const { executionStart } = await rig.graphql<Start>(START, { id: workflowId, input });
  return executionStart.execution?.id ?? '';
}

it('starts a run and shows it', async () => {
  const { executionStart } = await rig.graphql<Start>(START, { id: workflowId, input: { input: { a: 1 } } });
  expect(executionStart).toEqual({
    execution: { id: expect.any(String), status: 'PENDING', mode: 'MANUAL', workflowName: 'Greet' },
    errors: [],
  });
});

it('tells expected failures in the payload', async () => {
  const { executionStart } = await rig.graphql<Start>(START, { id: workflowId, input: { version: '9.9.9' } });
  expect(executionStart).toMatchObject({ execution: null, errors: [{ code: 'NOT_FOUND' }] });
  const id = await start();
  const { executionPurge, executionResume } = await rig.graphql<Record<string, { errors: { code: string }[] }>>(
    `mutation ($id: ID!) { executionPurge(id: $id) { purgedId errors { code } } executionResume(id: $id) { errors { code } } }`,
    { id },
  );
  expect(executionPurge?.errors).toEqual([{ code: 'EXECUTION_NOT_ENDED' }]);
  expect(executionResume?.errors).toEqual([{ code: 'EXECUTION_NOT_PAUSED' }]);
});

it('shows steps, values, events and the result of a run', async () => {
  const id = await start({ input: { a: 1 } });
  await rig.finish(id, { done: true });
  const { execution } = await rig.graphql<{ execution: object }>(
    `query ($id: ID!) { execution(id: $id) {
      status progress phase trigger output
      steps { nodeId status input { value } output { value } ports { port value { value } } }
      events(afterSeq: 2) { seq type nodeId body }
    } }`,
    { id },
  );
  expect(execution).toEqual({
    status: 'COMPLETED',
    progress: 100,
    phase: 'completed',
    trigger: { a: 1 },
    output: { done: true },
    steps: [
      expect.objectContaining({ nodeId: 'start', status: 'COMPLETED' }),
      {
        nodeId: 'a',
        status: 'COMPLETED',
        input: { value: { from: 'trigger' } },
        output: { value: { done: true } },
        ports: [{ port: 'main', value: { value: { done: true } } }],
      },
    ],
    events: [
      expect.objectContaining({ seq: 3, type: 'node.completed', nodeId: 'a' }),
      { seq: 4, type: 'workflow.finished', nodeId: null, body: { status: 'completed', outputFrom: ['a'] } },
    ],
  });
});

it('lists runs of the workspace and of a workflow by pages', async () => {
  const ids = [await start(), await start()];
  const list = `edges { node { id } } pageInfo { hasNextPage endCursor }`;
  type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  const { executions, workflow } = await rig.graphql<{ executions: Page; workflow: { executions: Page } }>(
    `query ($id: ID!) {
      executions(first: 1, filter: { statuses: [PENDING] }) { ${list} }
      workflow(id: $id) { executions(first: 2) { ${list} } }
    }`,
    { id: workflowId },
  );
  expect(executions.edges.map(({ node }) => node.id)).toEqual([ids[1]]);
  expect(executions.pageInfo.hasNextPage).toBe(true);
  expect(workflow.executions.edges.map(({ node }) => node.id)).toEqual([ids[1], ids[0]]);
  const next = await rig.graphql<{ executions: Page }>(
    `query ($after: String!) { executions(first: 1, after: $after) { ${list} } }`,
    { after: executions.pageInfo.endCursor },
  );
  expect(next.executions.edges.map(({ node }) => node.id)).toEqual([ids[0]]);
});

it('pauses, resumes and cancels', async () => {
  const id = await start();
  const act = async (name: string): Promise<unknown> => {
    const data = await rig.graphql<Record<string, { execution: { status: string } }>>(
      `mutation ($id: ID!) { ${name}(id: $id) { execution { status } errors { code } } }`,
      { id },
    );
    return data[name]?.execution?.status;
  };
  expect(await act('executionPause')).toBe('PAUSED');
  expect(await act('executionResume')).toBe('RUNNING');
  expect(await act('executionCancel')).toBe('RUNNING');
});

it('runs a document that nobody saved', async () => {
  const { executionStartInline } = await rig.graphql<{ executionStartInline: object }>(
    `mutation ($input: ExecutionStartInlineInput!) {
      executionStartInline(input: $input) { execution { status mode workflowId } errors { code } }
    }`,
    { input: { definition: definition('inline'), input: { x: 1 } } },
  );
  expect(executionStartInline).toEqual({
    execution: { status: 'PENDING', mode: 'INLINE', workflowId: null },
    errors: [],
  });
});
