import { newId } from '@millrace/server-platform';
import { ApiRig, definition } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
  workflowId = await rig.workflow();
});
afterAll(() => rig.stop());

async function execute(body: object = {}, key?: string): Promise<string> {
  const request = rig.rest('post', `/api/workflows/${workflowId}/execute`, body);
  const { body: answer } = await (key ? request.set('Idempotency-Key', key) : request).expect(202);
  return answer.executionId as string;
}

describe('runs of a workflow', () => {
  it('starts the draft of a workflow that was never published', async () => {
    const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, { input: { a: 1 } }).expect(202);
    expect(body).toEqual({ executionId: expect.any(String), status: 'pending' });
  });

  it('shows a run with its steps', async () => {
    const id = await execute({ input: { a: 1 } });
    await rig.finish(id, { done: true });
    const { body } = await rig.rest('get', `/api/executions/${id}`).expect(200);
    expect(body).toEqual({
      id,
      instanceId: id,
      workflowId,
      version: expect.any(String),
      status: 'completed',
      mode: 'api',
      progress: 100,
      createdAt: expect.any(String),
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
      output: { done: true },
      error: null,
      steps: [
        expect.objectContaining({ nodeId: 'start', label: 'Start', type: 'manual-trigger', status: 'completed' }),
        {
          nodeId: 'a',
          label: 'Do nothing',
          type: 'no-op',
          status: 'completed',
          attempts: 1,
          startedAt: expect.any(String),
          finishedAt: expect.any(String),
          durationMs: 1,
          output: { done: true },
          error: null,
        },
      ],
    });
  });

  it('gives one run for one idempotency key', async () => {
    const key = newId();
    expect(await execute({ input: 1 }, key)).toBe(await execute({ input: 1 }, key));
    const reused = rig.rest('post', `/api/workflows/${workflowId}/execute`, { input: 2 }).set('Idempotency-Key', key);
    expect((await reused.expect(409)).body.error.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('lists runs by pages, newest first, and by status', async () => {
    const ids = [await execute(), await execute(), await execute()];
    const page = await rig.rest('get', `/api/workflows/${workflowId}/executions?first=2`).expect(200);
    expect(page.body.items.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]]);
    const next = `/api/workflows/${workflowId}/executions?first=1&after=${page.body.nextCursor as string}`;
    expect((await rig.rest('get', next).expect(200)).body.items[0].id).toBe(ids[0]);
    const odd = await rig.rest('get', '/api/executions?status=nope').expect(400);
    expect(odd.body.error.message).toMatch(/must be one of pending, running/);
    const cursor = Buffer.from('["x"]').toString('base64url');
    expect((await rig.rest('get', `/api/executions?after=${cursor}`).expect(400)).body.error.code).toBe(
      'INVALID_CURSOR',
    );
    const failed = await rig.rest('get', '/api/executions?status=failed').expect(200);
    expect(failed.body).toEqual({ items: [], nextCursor: null });
  });

  it('hides runs from other workspaces, and refuses who may not start them', async () => {
    const id = await execute();
    const stranger = `${newId()}/owner`;
    await rig.rest('get', `/api/executions/${id}`, undefined, stranger).expect(404);
    await rig.rest('get', `/api/workflows/${workflowId}/executions`, undefined, stranger).expect(404);
    await rig.rest('post', `/api/executions/${id}/cancel`, {}, stranger).expect(404);
    await rig.rest('post', `/api/workflows/${workflowId}/execute`, {}, stranger).expect(404);
    await rig.rest('post', `/api/workflows/${workflowId}/execute`, {}, `${rig.workspaceId}/viewer`).expect(403);
  });

  it('takes ids that are none for unknown', async () => {
    await rig.rest('get', '/api/executions/nothing').expect(404);
    await rig.rest('post', '/api/executions/nothing/pause', {}).expect(404);
    await rig.rest('delete', '/api/executions/nothing').expect(404);
    await rig.rest('post', '/api/workflows/nothing/execute', {}).expect(404);
    await rig.rest('get', '/api/workflows/nothing/executions').expect(404);
  });

  it('purges only runs that are over', async () => {
    const id = await execute();
    expect((await rig.rest('delete', `/api/executions/${id}`).expect(409)).body.error.code).toBe('EXECUTION_NOT_ENDED');
    await rig.finish(id, null);
    await rig.rest('delete', `/api/executions/${id}`).expect(204);
    await rig.rest('get', `/api/executions/${id}`).expect(404);
  });

  it('gives the parts of a large value', async () => {
    const id = await execute({ input: 'x'.repeat(300_000) });
    const events = await rig.rest('get', `/api/executions/${id}/events`).expect(200);
    const { payloadId } = events.body.items[0].trigger as { payloadId: string };
    const first = await rig.rest('get', `/api/executions/${id}/values/${payloadId}`).expect(200);
    expect(first.body).toMatchObject({ bytes: 300_002, nextOffset: 262_144 });
    const rest = await rig.rest('get', `/api/executions/${id}/values/${payloadId}?offset=262144`).expect(200);
    expect(`${first.body.text as string}${rest.body.text as string}`).toHaveLength(300_002);
    expect(rest.body.nextOffset).toBeNull();
    await rig.rest('get', `/api/executions/${id}/values/${newId()}`).expect(404);
  });
});

describe('runs by instance id', () => {
  async function start(body: object): Promise<{ instanceId: string; workflowId: string; status: string }> {
    return (await rig.rest('post', '/api/v2/workflows', body).expect(202)).body as never;
  }

  async function executionOf(instanceId: string): Promise<string> {
    const { body } = await rig.rest('get', '/api/executions?first=100').expect(200);
    return (
      (body.items as { id: string; instanceId: string }[]).find((item) => item.instanceId === instanceId)?.id ?? ''
    );
  }

  it('starts the definition of the body and tells where it stands', async () => {
    const started = await start({
      definition: { ...definition('my-workflow'), version: '1.0.0', executionOrder: ['start', 'a'] },
      triggerData: { input: 'value' },
      integrations: { openai: { apiKey: 'sk-secret' } },
    });
    expect(started).toEqual({
      instanceId: expect.stringMatching(/^my-workflow-/),
      workflowId: 'my-workflow',
      status: 'started',
    });
    const path = `/api/v2/workflows/${started.instanceId}/status`;
    expect((await rig.rest('get', path).expect(200)).body).toMatchObject({ runtimeStatus: 'RUNNING', progress: 0 });
    await rig.finish(await executionOf(started.instanceId), { sent: 1 });
    expect((await rig.rest('get', path).expect(200)).body).toEqual({
      instanceId: started.instanceId,
      workflowId: expect.any(String),
      runtimeStatus: 'COMPLETED',
      phase: 'completed',
      progress: 100,
      outputs: {
        trigger: { input: 'value' },
        start: { success: true, data: { from: 'trigger' } },
        a: { success: true, data: { sent: 1 } },
      },
      startedAt: expect.any(String),
      completedAt: expect.any(String),
    });
  });

  it('refuses a definition that cannot run, with every problem', async () => {
    const broken = { ...definition(), edges: [{ id: 'e', source: 'start', target: 'nowhere' }] };
    const { body } = await rig.rest('post', '/api/v2/workflows', { definition: broken }).expect(422);
    expect(body.error.code).toBe('WORKFLOW_INVALID');
    expect(body.error.details.problems.length).toBeGreaterThan(0);
    await rig.rest('post', '/api/v2/workflows', { triggerData: {} }).expect(400);
  });

  it('suspends, resumes, terminates and purges', async () => {
    const { instanceId } = await start({ definition: definition() });
    const base = `/api/v2/workflows/${instanceId}`;
    await rig.rest('delete', base).expect(409);
    await rig.rest('post', `${base}/resume`).expect(409);
    await rig.rest('post', `${base}/pause`).expect(202);
    expect((await rig.rest('get', `${base}/status`).expect(200)).body.runtimeStatus).toBe('SUSPENDED');
    await rig.rest('post', `${base}/resume`).expect(202);
    await rig.rest('post', `${base}/terminate`, { reason: 'enough' }).expect(202);
    const id = await executionOf(instanceId);
    await rig.finish(id, null);
    await rig.rest('post', `${base}/terminate`).expect(409);
    await rig.rest('delete', base).expect(200);
    await rig.rest('get', `${base}/status`).expect(404);
  });

  it('keeps an event for a run that does not wait yet', async () => {
    const { instanceId } = await start({ definition: definition() });
    const event = { eventName: 'approval_a', eventData: { approved: true } };
    const { body } = await rig.rest('post', `/api/v2/workflows/${instanceId}/events`, event).expect(202);
    expect(body).toEqual({ delivered: 0 });
    await rig.rest('post', `/api/v2/workflows/${instanceId}/events`, { eventData: 1 }).expect(400);
    await rig.rest('post', '/api/v2/workflows/nobody/events', event).expect(404);
  });
});
