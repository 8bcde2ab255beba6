import { newId } from '@millrace/server-platform';
import { ApiRig, definition } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  workflowId = await rig.workflow();
});

interface Plan {
  readonly triggerNodeId: string;
  readonly run: string[];
  readonly reused: { nodeId: string; pinned: boolean; executionId: string | null }[];
}

interface Answer {
  readonly execution: { id: string; mode: string; sourceId: string | null; partial: object } | null;
  readonly plan: Plan | null;
  readonly errors: { code: string; message: string; issues?: { code: string; nodeId: string }[] }[];
}

const PLAN = 'plan { triggerNodeId run reused { nodeId pinned executionId } }';

async function startPartial(input: object, id = workflowId): Promise<Answer> {
  const mutation = `mutation($w: ID!, $i: ExecutionPartialInput!) {
    executionStartPartial(workflowId: $w, input: $i) {
      execution { id mode sourceId partial { mode nodeId } }
      ${PLAN} errors { code message ... on WorkflowInvalid { issues { code nodeId } } }
    }
  }`;
  return (await rig.graphql<{ executionStartPartial: Answer }>(mutation, { w: id, i: input })).executionStartPartial;
}

async function plan(input: object): Promise<Plan> {
  const query = `query($w: ID!, $i: ExecutionPartialInput!) { executionPlan(workflowId: $w, input: $i) {
    triggerNodeId run reused { nodeId pinned executionId } } }`;
  return (await rig.graphql<{ executionPlan: Plan }>(query, { w: workflowId, i: input })).executionPlan;
}

async function finishedRun(): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, {}).expect(202);
  await rig.finish(body.executionId as string, { done: true });
  return body.executionId as string;
}

it('runs a step and tells what it reuses', async () => {
  const source = await finishedRun();
  const { execution, ...rest } = await startPartial({ mode: 'STEP', nodeId: 'a', sourceExecutionId: source });

  expect(rest).toEqual({
    plan: { triggerNodeId: 'start', run: ['a'], reused: [{ nodeId: 'start', pinned: false, executionId: source }] },
    errors: [],
  });
  expect(execution).toMatchObject({ mode: 'MANUAL', sourceId: source, partial: { mode: 'STEP', nodeId: 'a' } });
});

it('plans without running anything', async () => {
  const before = await rig.graphql<{ executions: { totalCount?: number; nodes: object[] } }>(
    '{ executions { nodes { id } } }',
  );
  const pins = { start: { main: { x: 1 } } };

  expect(await plan({ mode: 'FROM', nodeId: 'a', pins })).toEqual({
    triggerNodeId: 'start',
    run: ['a'],
    reused: [{ nodeId: 'start', pinned: true, executionId: null }],
  });
  expect(await rig.graphql('{ executions { nodes { id } } }')).toEqual(before);
});

it('takes stored pins unless it is told not to', async () => {
  await rig.graphql(
    'mutation($w: ID!) { workflowPinSet(workflowId: $w, nodeId: "start", ports: {main: 1}) { errors { code } } }',
    { w: workflowId },
  );

  expect((await plan({ mode: 'TO', nodeId: 'a' })).run).toEqual(['a']);
  expect((await plan({ mode: 'TO', nodeId: 'a', usePins: false })).run).toEqual(['start', 'a']);
});

it('tells everything that is wrong with what is to run', async () => {
  const document = definition();
  (document['nodes'] as object[]).push({ id: 'call', type: 'http-request', label: 'Call' });
  (document['edges'] as object[]).push({ id: 'e2', source: 'a', target: 'call' });
  const { body } = await rig.rest('post', '/api/workflows', document).expect(201);

  const refused = await startPartial({ mode: 'STEP', nodeId: 'call' }, body.id as string);
  expect(refused).toMatchObject({ execution: null, plan: null, errors: [{ code: 'WORKFLOW_INVALID' }] });
  expect(refused.errors[0]?.issues?.[0]).toMatchObject({ code: 'MISSING_PARAM', nodeId: 'call' });
  expect((await startPartial({ mode: 'STEP', nodeId: 'a' }, body.id as string)).errors).toEqual([]);
});

it.each<[string, object, string]>([
  ['a node that is not there', { mode: 'STEP', nodeId: 'gone' }, 'NODE_NOT_FOUND'],
  ['a source that is not there', { mode: 'STEP', nodeId: 'a', sourceExecutionId: newId() }, 'EXECUTION_NOT_FOUND'],
  ['pins that are none', { mode: 'STEP', nodeId: 'a', pins: { start: 1 } }, 'PIN_INVALID'],
  ['a trigger that does not lead there', { mode: 'STEP', nodeId: 'a', triggerNodeId: 'a' }, 'TRIGGER_NOT_FOUND'],
])('answers with an error for %s', async (_name, input, code) => {
  expect((await startPartial(input)).errors.map((error) => error.code)).toEqual([code]);
});

it('is kept from workflows of other workspaces', async () => {
  expect((await startPartial({ mode: 'STEP', nodeId: 'a' }, newId())).errors[0]?.code).toBe('NOT_FOUND');
});

it('starts a whole run by hand with pins, of the draft only', async () => {
  const start = async (
    input: object,
  ): Promise<{ errors: { code: string }[]; execution: { steps: object[] } | null }> => {
    const mutation = `mutation($w: ID!, $i: ExecutionStartInput) {
      executionStart(workflowId: $w, input: $i) { execution { id } errors { code } }
    }`;
    return (await rig.graphql<{ executionStart: never }>(mutation, { w: workflowId, i: input })).executionStart;
  };

  expect((await start({ pins: { start: { main: 1 } } })).errors).toEqual([]);
  expect((await start({ usePins: true, version: 'published' })).errors[0]?.code).toBe('PINS_NEED_DRAFT');
});

it('keeps the breakpoints of whole and partial runs, and runs several steps', async () => {
  const breakpointsOf = async (id: string): Promise<unknown> => {
    const query = 'query($id: ID!) { execution(id: $id) { events(first: 1) { body } } }';
    const { execution } = await rig.graphql<{ execution: { events: { body: { pauseBefore?: string[] } }[] } }>(query, {
      id,
    });
    return execution.events[0]?.body.pauseBefore;
  };
  const whole = await rig.graphql<{ executionStart: { execution: { id: string } } }>(
    'mutation($w: ID!) { executionStart(workflowId: $w, input: { version: "draft", pauseBefore: ["a"] }) { execution { id } } }',
    { w: workflowId },
  );
  expect(await breakpointsOf(whole.executionStart.execution.id)).toEqual(['a']);
  const part = await startPartial({ mode: 'STEP', nodeId: 'start', alsoRun: ['a'], pauseBefore: ['a'] });
  expect(part.plan?.run).toEqual(['start', 'a']);
  expect(await breakpointsOf(part.execution?.id ?? '')).toEqual(['a']);
});

it('tells why no wait can be skipped', async () => {
  const { execution } = await startPartial({ mode: 'TO', nodeId: 'a' });
  const mutation = `mutation($id: ID!) { executionSkipWait(id: $id, nodeId: "a") { execution { id } errors { code } } }`;
  const { executionSkipWait } = await rig.graphql<{ executionSkipWait: object }>(mutation, { id: execution?.id });
  expect(executionSkipWait).toEqual({ execution: null, errors: [{ code: 'NODE_NOT_SLEEPING' }] });
});
