import type { ActionsPort, Wake, WorkflowCall } from '@millrace/node-sdk';
import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject, WorkflowEnd } from '@millrace/workflow-model';
import { WORKFLOW_END } from '@millrace/workflow-model';
import { runWorkflowNode } from './run-workflow.executor';

const started: (WorkflowCall & { awaited: boolean })[] = [];
const cancelled: string[] = [];
const actions: ActionsPort = {
  call: async () => null,
  runWorkflow: async () => null,
  startWorkflow: async (request) => {
    started.push(request);
    return { executionId: 'child' };
  },
  cancelWorkflow: async (executionId) => void cancelled.push(executionId),
};
beforeEach(() => {
  started.length = 0;
  cancelled.length = 0;
});

const trial = (params: JsonObject, wake?: Wake): ReturnType<typeof testNode> =>
  testNode(runWorkflowNode, {
    params: { workflowId: 'w', ...params },
    input: { n: 1 },
    actions,
    nowMs: Date.parse('2026-01-01T00:00:00Z'),
    ...(wake && { wake }),
  });
const ended = (end: Partial<WorkflowEnd>): Wake => ({
  kind: 'event',
  name: `${WORKFLOW_END}child`,
  payload: { executionId: 'child', status: 'completed', output: null, ...end } as JsonObject,
});

describe('run-workflow', () => {
  it('starts the workflow with its own input, and waits for the end', async () => {
    const { outcome } = await trial({});
    expect(started).toEqual([{ workflowId: 'w', input: { n: 1 }, step: 'run', awaited: true }]);
    expect(outcome).toMatchObject({ kind: 'suspended', wait: { kind: 'event', name: `${WORKFLOW_END}child` } });
  });

  it('gives the workflow what it is told to, and waits no longer than it is told to', async () => {
    const { outcome } = await trial({ input: { order: '{{input.n}}' }, timeout: '2h' });
    expect(started[0]?.input).toEqual({ order: 1 });
    expect(outcome).toMatchObject({ wait: { timeoutAt: '2026-01-01T02:00:00.000Z' } });
  });

  it('goes on at once when it is not to wait', async () => {
    expect((await trial({ wait: false })).main).toEqual({ executionId: 'child' });
    expect(started[0]?.awaited).toBe(false);
  });

  it('gives what the workflow gave', async () => {
    expect((await trial({}, ended({ output: { done: true } }))).main).toEqual({ done: true });
  });

  it('fails with the workflow', async () => {
    const error = { code: 'HTTP_STATUS', message: 'It said 500.' };
    const { failure } = await trial({}, ended({ status: 'failed', error }));
    expect(failure).toMatchObject({
      code: 'WORKFLOW_FAILED',
      message: 'The workflow did not succeed: It said 500.',
      details: { executionId: 'child', error },
    });
    expect((await trial({}, ended({ status: 'cancelled' }))).failure).toMatchObject({ code: 'WORKFLOW_CANCELLED' });
  });

  it('tells the cause once, however deep it lies', async () => {
    const error = { code: 'WORKFLOW_FAILED', message: 'The workflow did not succeed: It said 500.' };
    const { failure } = await trial({}, ended({ status: 'failed', error }));
    expect(failure).toMatchObject({ message: error.message, details: { executionId: 'child', error } });
  });

  it('cancels the run when it takes too long, and passes its input on', async () => {
    const { outcome } = await trial({ timeout: 'PT1H' }, { kind: 'timeout' });
    expect(outcome).toEqual({ kind: 'output', ports: { timeout: { n: 1 } } });
    expect(cancelled).toEqual(['child']);
  });
});
