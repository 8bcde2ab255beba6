import { documentOf, hooked, TriggersApp, type NodeInShort, type Owner } from './testing/triggers-app';

let app: TriggersApp;
let owner: Owner;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
});
afterAll(() => app.stop());

const END: NodeInShort = ['end', 'no-op'];
const post = (address: string, token?: string) =>
  app
    .call('post', address)
    .set(token ? { 'x-webhook-token': token } : {})
    .send({ a: 1 });
const act = (workflowId: string, action: string) => owner.rest('post', `/api/workflows/${workflowId}/${action}`);

async function live(table: string, workflowId: string): Promise<string[]> {
  const { rows } = await app.pool.query<{ node_id: string }>(
    `select node_id from ${table} where workflow_id = $1 and live order by node_id`,
    [workflowId],
  );
  return rows.map(({ node_id }) => node_id);
}

describe('publishing a workflow with triggers', () => {
  it('puts webhooks, schedules and subscriptions live', async () => {
    const id = await owner.publish(
      documentOf(
        [
          ['hook', 'webhook-trigger'],
          ['cron', 'schedule-trigger'],
          ['event', 'event-trigger', { eventName: 'paid' }],
          END,
        ],
        ['hook>end', 'cron>end', 'event>end'],
      ),
    );
    expect(await live('webhook', id)).toEqual(['hook']);
    expect(await live('schedule', id)).toEqual(['cron']);
    expect(await live('event_subscription', id)).toEqual(['event']);
  });

  it('keeps id, path and secret of a webhook when it is published again, and serves the new version at once', async () => {
    const { workflowId, webhookId, address, secret } = await owner.hook(hooked());
    const before = await post(address, secret).expect(202);
    expect((await owner.republish(workflowId, hooked({ output: 'request' }))).status).toBe(200);
    const after = await post(address, secret).expect(202);
    const [webhook] = await owner.webhooks(workflowId);
    expect(webhook).toMatchObject({ id: webhookId, address, secretIssued: true, live: true, enabled: true });
    expect(await app.triggerOf(before.body.executionId)).toEqual({ a: 1 });
    expect(await app.triggerOf(after.body.executionId)).toMatchObject({ method: 'POST', body: { a: 1 } });
  });

  it('puts what was removed or disabled to sleep, and wakes it with its secret when it comes back', async () => {
    const two: NodeInShort[] = [['a', 'webhook-trigger'], ['b', 'webhook-trigger'], END];
    const workflowId = await owner.publish(documentOf(two, ['a>end', 'b>end']));
    const [a, b] = await owner.webhooks(workflowId);
    const secret = await owner.issue(b!.id);
    await owner.republish(workflowId, documentOf([['a', 'webhook-trigger'], END]));
    expect(await live('webhook', workflowId)).toEqual(['a']);
    await post(b!.address, secret).expect(404);
    await owner.republish(
      workflowId,
      documentOf([['a', 'webhook-trigger', {}, false], two[1]!, END], ['a>end', 'b>end']),
    );
    expect(await live('webhook', workflowId)).toEqual(['b']);
    await post(a!.address).expect(404);
    await post(b!.address, secret).expect(202);
  });

  it('forgets a secret that was issued for another way of proving', async () => {
    const { workflowId, webhookId, address, secret } = await owner.hook(hooked());
    await owner.republish(workflowId, hooked({ auth: 'hmac' }));
    expect((await owner.webhooks(workflowId))[0]).toMatchObject({ id: webhookId, auth: 'hmac', secretIssued: false });
    await app.call('post', address).set('x-signature', 'sha256=00').send({}).expect(401);
    await owner.republish(workflowId, hooked());
    await post(address, secret).expect(401);
  });

  it('lets two webhooks exchange their paths', async () => {
    const document = (a: string, b: string) =>
      documentOf(
        [['a', 'webhook-trigger', { path: a }], ['b', 'webhook-trigger', { path: b }], END],
        ['a>end', 'b>end'],
      );
    const workflowId = await owner.publish(document('swap/one', 'swap/two'));
    expect((await owner.republish(workflowId, document('swap/two', 'swap/one'))).status).toBe(200);
    expect((await owner.webhooks(workflowId)).map(({ path }) => path)).toEqual(['swap/two', 'swap/one']);
  });

  it('is refused when another workspace has the path, and changes nothing then', async () => {
    const stranger = await app.owner();
    await stranger.publish(hooked({ path: 'orders' }));
    const id = await owner.publish(hooked({ path: 'own-orders' }));
    const refused = await owner.republish(id, hooked({ path: 'orders/' }));
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ code: 'WEBHOOK_PATH_TAKEN', details: { path: 'orders' } });
    expect((await owner.webhooks(id))[0]).toMatchObject({ path: 'own-orders', live: true });
    const { body } = await owner.rest('get', `/api/workflows/${id}/versions`).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('may take over a path that sleeps, whose owner is refused afterwards', async () => {
    const first = await owner.publish(hooked({ path: 'turns' }));
    await act(first, 'disable').expect(200);
    await (await app.owner()).publish(hooked({ path: 'turns' }));
    expect((await act(first, 'enable')).body.error.code).toBe('WEBHOOK_PATH_TAKEN');
    const { body } = await owner.rest('get', `/api/workflows/${first}`).expect(200);
    expect(body.enabled).toBe(false);
  });

  it('cannot take the default address of another webhook', async () => {
    const { webhookId, workflowId } = await owner.hook(hooked());
    await act(workflowId, 'disable').expect(200);
    const thief = await owner.create(hooked({ path: webhookId }));
    const refused = await act(thief, 'publish').expect(422);
    expect(refused.body.error.code).toBe('TRIGGER_CONFIG_INVALID');
  });

  it.each([
    ['a cron that cannot be read', 'schedule-trigger', { cron: '99 * * * *' }],
    ['an unknown zone', 'schedule-trigger', { cron: '0 9 * * *', timezone: 'Mars/Base' }],
    ['a time that is none', 'schedule-trigger', { mode: 'at', at: 'soon' }],
    ['an interval under a second', 'schedule-trigger', { mode: 'interval', every: { value: 0.1, unit: 'seconds' } }],
    ['a filter that cannot be read', 'event-trigger', { eventName: 'x', filter: 'event.payload.total >' }],
    ['a path with an empty part', 'webhook-trigger', { path: 'a//b' }],
    ['a path that leads upward', 'webhook-trigger', { path: 'a/../b' }],
  ])('is refused with %s, and nothing is published', async (_name, type, config) => {
    const id = await owner.create(
      documentOf([['good', 'webhook-trigger'], ['bad', type, config], END], ['good>end', 'bad>end']),
    );
    const { body } = await act(id, 'publish').expect(422);
    expect(JSON.stringify(body.error)).toContain('bad');
    const workflow = await owner.rest('get', `/api/workflows/${id}`).expect(200);
    expect(workflow.body.publishedVersion ?? null).toBeNull();
    expect(await live('webhook', id)).toEqual([]);
  });
});

describe('a workflow with triggers', () => {
  it('sleeps while it is disabled or in the bin, and keeps its webhook with the secret', async () => {
    const { workflowId, address, secret } = await owner.hook(hooked());
    await act(workflowId, 'disable').expect(200);
    await post(address, secret).expect(404);
    await act(workflowId, 'enable').expect(200);
    await post(address, secret).expect(202);
    await owner.rest('delete', `/api/workflows/${workflowId}`);
    await post(address, secret).expect(404);
    await act(workflowId, 'undelete');
    await post(address, secret).expect(202);
    expect(await app.runs(workflowId)).toHaveLength(2);
  });

  it('stays asleep when it is published while disabled', async () => {
    const { workflowId, address, secret } = await owner.hook(hooked());
    await act(workflowId, 'disable').expect(200);
    await owner.republish(workflowId, hooked({ methods: ['POST', 'PUT'] }));
    await post(address, secret).expect(404);
    await act(workflowId, 'enable').expect(200);
    await app.call('put', address).set('x-webhook-token', secret).expect(202);
  });
});

describe('the configuration of triggers', () => {
  it('is seen and changed in its own workspace only', async () => {
    const { workflowId, webhookId } = await owner.hook(hooked());
    const stranger = await app.owner();
    expect(await stranger.webhooks(workflowId)).toEqual([]);
    for (const action of ['secret', 'enable', 'disable']) {
      const { body } = await stranger.rest('post', `/api/webhooks/${webhookId}/${action}`).expect(404);
      expect(body.error.code).toBe('WEBHOOK_NOT_FOUND');
    }
    const { body } = await stranger.rest('get', `/api/workflows/${workflowId}/schedules`).expect(404);
    expect(body.error.code).toBe('NOT_FOUND');
  });

  it('wants a signed-in caller', async () => {
    await app.call('get', '/api/webhooks').expect(401);
    await app.call('post', '/api/webhooks/0198c1f0-0000-7000-8000-000000000000/secret').expect(401);
    await app.call('post', '/api/events').send({ name: 'a' }).expect(401);
    await app.call('post', '/api/schedules/preview').send({ config: {} }).expect(401);
  });

  it('turns one webhook off and on, over REST and GraphQL, and publishing leaves it off', async () => {
    const { workflowId, webhookId, address, secret } = await owner.hook(hooked());
    const off = await owner.rest('post', `/api/webhooks/${webhookId}/disable`).expect(200);
    expect(off.body).toMatchObject({ id: webhookId, enabled: false, live: true });
    await post(address, secret).expect(404);
    await owner.republish(workflowId, hooked({ output: 'request' }));
    await post(address, secret).expect(404);
    const on = await owner.graphql(
      `mutation ($id: ID!) { webhookEnable(id: $id) { webhook { id enabled } errors { code } } }`,
      {
        id: webhookId,
      },
    );
    expect(on.webhookEnable).toEqual({ webhook: { id: webhookId, enabled: true }, errors: [] });
    await post(address, secret).expect(202);
    const unknown = await owner.graphql(`mutation { webhookDisable(id: "x") { webhook { id } errors { code } } }`);
    expect(unknown.webhookDisable).toEqual({ webhook: null, errors: [{ code: 'WEBHOOK_NOT_FOUND' }] });
  });

  it('is told with the workflow over GraphQL', async () => {
    const id = await owner.publish(
      documentOf(
        [
          ['hook', 'webhook-trigger', { path: 'told', auth: 'hmac' }],
          ['cron', 'schedule-trigger', { cron: '0 12 * * *' }],
          END,
        ],
        ['hook>end', 'cron>end'],
      ),
    );
    const { workflow } = await owner.graphql(
      `query ($id: ID!) { workflow(id: $id) { webhooks { nodeId address auth response live enabled secretIssued } schedules { nodeId live nextRuns } } }`,
      { id },
    );
    expect(workflow.webhooks).toEqual([
      {
        nodeId: 'hook',
        address: '/hooks/told',
        auth: 'HMAC',
        response: 'IMMEDIATE',
        live: true,
        enabled: true,
        secretIssued: false,
      },
    ]);
    expect(workflow.schedules[0].nextRuns).toHaveLength(5);
    expect(workflow.schedules[0].nextRuns[0]).toMatch(/T12:00:00/);
  });
});
