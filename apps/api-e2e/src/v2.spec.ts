/* eslint-disable @typescript-eslint/no-explicit-any -- answers are read as a stranger reads them */
import { type Client, node, Product, send, until } from '@millrace/e2e-kit';

let product: Product;
let person: Client;

beforeAll(async () => {
  product = await Product.start();
  person = await product.signUp();
});
afterAll(async () => {
  product.checkLogs();
  await product.stop();
});

const definition = {
  id: 'my-workflow',
  name: 'My Workflow',
  version: '1.0.0',
  nodes: [
    { id: 'trigger', type: 'trigger', label: 'Trigger', enabled: true, position: { x: 0, y: 0 }, config: {} },
    {
      id: 'gate',
      type: 'approval-gate',
      label: 'Gate',
      enabled: true,
      position: { x: 1, y: 0 },
      config: { timeoutHours: 24, message: 'Look at {{trigger.input}}' },
    },
    {
      id: 'note',
      type: 'action',
      label: 'Note',
      enabled: true,
      position: { x: 2, y: 0 },
      config: { actionId: 'transformer', mappings: { said: '{{Gate.decision.reason}}', input: '{{trigger.input}}' } },
    },
  ],
  edges: [
    { id: 'e1', source: 'trigger', target: 'gate' },
    { id: 'e2', source: 'gate', target: 'note', sourceHandle: 'approved' },
  ],
  executionOrder: ['trigger', 'gate', 'note'],
};

const begin = async (): Promise<string> => {
  const started = await person.ok('POST', '/api/v2/workflows', { definition, triggerData: { input: 'value' } });
  expect(started).toMatchObject({ workflowId: 'my-workflow', status: 'started' });
  expect(started.instanceId).toMatch(/^my-workflow-\d{13}-[a-z0-9]+$/i);
  return started.instanceId;
};
const statusOf = (instanceId: string): Promise<any> => person.ok('GET', `/api/v2/workflows/${instanceId}/status`);
const becomes = (instanceId: string, status: string): Promise<void> =>
  until(`${instanceId} is ${status}`, async () => (await statusOf(instanceId)).runtimeStatus === status);

describe('the v2 interface', () => {
  it('starts an inline definition, takes an event under the default name, and tells outputs by node', async () => {
    const instance = await begin();
    await until('it waits', async () => /^waiting/.test((await statusOf(instance)).phase));
    await person.ok('POST', `/api/v2/workflows/${instance}/events`, {
      eventName: 'approval_gate',
      eventData: { approved: true, reason: 'Looks good' },
    });
    await becomes(instance, 'COMPLETED');
    expect(await statusOf(instance)).toMatchObject({
      instanceId: instance,
      workflowId: 'my-workflow',
      phase: 'completed',
      progress: 100,
      outputs: { trigger: expect.anything(), note: { success: true, data: { said: 'Looks good', input: 'value' } } },
      startedAt: expect.stringMatching(/Z$/),
      completedAt: expect.stringMatching(/Z$/),
    });
  });

  it('pauses and resumes', async () => {
    const instance = await begin();
    await person.ok('POST', `/api/v2/workflows/${instance}/pause`);
    await becomes(instance, 'SUSPENDED');
    await person.ok('POST', `/api/v2/workflows/${instance}/resume`);
    await becomes(instance, 'RUNNING');
    await person.ok('POST', `/api/v2/workflows/${instance}/terminate`);
  });

  it('terminates, and purges only what has ended', async () => {
    const instance = await begin();
    const tooEarly = await person.rest('DELETE', `/api/v2/workflows/${instance}`);
    expect(tooEarly).toMatchObject({ status: 409, body: { error: { code: expect.any(String) } } });
    await person.ok('POST', `/api/v2/workflows/${instance}/terminate`);
    await becomes(instance, 'TERMINATED');
    expect((await person.rest('DELETE', `/api/v2/workflows/${instance}`)).status).toBeLessThan(300);
    expect((await person.rest('GET', `/api/v2/workflows/${instance}/status`)).status).toBe(404);
  });

  it('refuses a definition whose executionOrder contradicts its edges', async () => {
    const answer = await person.rest('POST', '/api/v2/workflows', {
      definition: { ...definition, executionOrder: ['note', 'gate', 'trigger'] },
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain('EXECUTION_ORDER');
  });
});

describe('the REST interface', () => {
  it('registers, signs in and tells who is signed in', async () => {
    const email = `rest-${Date.now()}@example.com`;
    const password = 'a long enough password';
    const registered = await send('POST', `${product.api.url}/api/auth/register`, {
      body: { email, password, name: 'Rest' },
    });
    expect(registered).toMatchObject({ body: { token: expect.any(String), user: { email } } });
    const signedIn = await send('POST', `${product.api.url}/api/auth/login`, { body: { email, password } });
    expect(signedIn.body.token).toEqual(expect.any(String));
    const me = await send('GET', `${product.api.url}/api/auth/me`, {
      headers: { authorization: `Bearer ${signedIn.body.token}` },
    });
    expect(JSON.stringify(me.body)).toContain(email);
    expect(
      (await send('POST', `${product.api.url}/api/auth/login`, { body: { email, password: 'wrong password' } })).status,
    ).toBe(401);
  });

  it('runs a draft and tells every step', async () => {
    const document = {
      name: 'Steps',
      nodes: [
        node('start', 'manual-trigger'),
        node('pass', 'no-op'),
        node('fail', 'stop', { message: 'No more' }),
        node('never', 'timer', { durationMinutes: 60 }),
      ],
      edges: [
        { source: 'start', target: 'pass' },
        { source: 'pass', target: 'fail' },
        { source: 'pass', target: 'never' },
      ],
    };
    const { id } = await person.ok('POST', '/api/workflows', document);
    const started = await person.rest('POST', `/api/workflows/${id}/execute`, { input: { a: 1 } });
    expect(started).toMatchObject({
      status: 202,
      body: { executionId: expect.any(String), status: expect.any(String) },
    });
    const done = await person.reaches(started.body.executionId, 'failed');
    expect(done).toMatchObject({
      workflowId: id,
      progress: expect.any(Number),
      error: { message: expect.stringContaining('No more') },
    });
    expect(done.steps.map(({ nodeId, status }: { nodeId: string; status: string }) => `${nodeId} ${status}`)).toEqual([
      'start completed',
      'pass completed',
      'fail failed',
      expect.stringMatching(/^never (skipped|cancelled)$/),
    ]);
    const listed = await person.ok('GET', `/api/workflows/${id}/executions`);
    expect(JSON.stringify(listed)).toContain(started.body.executionId);
  });

  it('describes itself at /docs and tells its health', async () => {
    const { body } = await send('GET', `${product.api.url}/docs/openapi.json`);
    const routes = Object.keys(body.paths).map((route) => route.replaceAll(/\{\w+\}/g, '{}'));
    for (const route of [
      '/api/auth/login',
      '/api/workflows',
      '/api/workflows/{}/execute',
      '/api/executions/{}',
      '/api/v2/workflows',
    ]) {
      expect(routes).toContain(route);
    }
    expect((await send('GET', `${product.api.url}/docs`)).status).toBeLessThan(400);
    for (const route of ['/api/health', '/healthz', '/readyz', '/status']) {
      expect((await send('GET', `${product.api.url}${route}`)).status).toBe(200);
    }
  });
});
