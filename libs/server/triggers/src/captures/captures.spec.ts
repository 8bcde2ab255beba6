import { newId } from '@millrace/server-platform';
import { hooked, documentOf, TriggersApp, type Loose, type Owner } from '../testing/triggers-app';
import { CaptureFeed } from './capture-feed';
import { WebhookCaptures } from './webhook-captures';

let app: TriggersApp;
let owner: Owner;
let workflowId: string;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
});
afterAll(() => app.stop());
beforeEach(async () => {
  workflowId = await owner.create(hooked());
});

interface Listening {
  readonly testUrl: string;
  readonly until: string;
  readonly curl: string;
  readonly errors: { code: string; message: string }[];
}

async function listen(id = workflowId, nodeId = 'hook', who: Owner = owner): Promise<Listening> {
  const mutation = `mutation($w: ID!, $n: ID!) {
    webhookListen(workflowId: $w, nodeId: $n) { testUrl until curl errors { code message } }
  }`;
  return (await who.graphql(mutation, { w: id, n: nodeId })).webhookListen;
}

/** The path of a fresh test address. */
async function address(id = workflowId): Promise<string> {
  return new URL((await listen(id)).testUrl).pathname;
}

async function captures(id = workflowId, who: Owner = owner): Promise<Loose[]> {
  const query = `query($w: ID!) { workflow(id: $w) {
    captures(nodeId: "hook") { id method path bytes receivedAt value request }
  } }`;
  return (await who.graphql(query, { w: id })).workflow.captures;
}

it('opens a test address of a draft that was never published, for two minutes', async () => {
  const { testUrl, until, curl, errors } = await listen();

  expect(errors).toEqual([]);
  expect(testUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hooks\/test\/wt_[A-Za-z0-9_-]{32}$/);
  expect(curl).toContain(`curl -X POST '${testUrl}'`);
  expect(Math.abs(Date.parse(until) - Date.now() - 120_000)).toBeLessThan(10_000);
});

it('keeps a call with what the trigger would have given, and runs nothing', async () => {
  const answer = await app
    .call('post', `${await address()}/orders/7?x=1`)
    .send({ order: 7 })
    .expect(200);

  expect(answer.body).toEqual({ captured: true, captureId: expect.any(String) });
  expect(answer.headers['content-security-policy']).toBe('sandbox');
  expect(await captures()).toEqual([
    {
      id: answer.body.captureId,
      method: 'POST',
      path: 'orders/7',
      bytes: 11,
      receivedAt: expect.any(String),
      value: { order: 7 },
      request: expect.objectContaining({ method: 'POST', path: '/orders/7', query: { x: '1' }, body: { order: 7 } }),
    },
  ]);
  expect(await app.runs(workflowId)).toEqual([]);
});

it('gives the whole request to nodes that ask for it', async () => {
  const id = await owner.create(hooked({ output: 'request' }));
  await app
    .call('put', `${await address(id)}?a=1&a=2`)
    .set('x-custom', 'yes')
    .send({ n: 1 })
    .expect(200);
  const [capture] = await captures(id);

  expect(capture.value).toMatchObject({ method: 'PUT', query: { a: ['1', '2'] }, body: { n: 1 } });
  expect(capture.value.headers['x-custom']).toBe('yes');
});

it.each(['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const)('takes a %s call', async (method) => {
  await app.call(method, await address()).expect(200);

  expect((await captures()).map((capture) => capture.method)).toEqual([method.toUpperCase()]);
});

it('reads bodies as webhooks do, within their limits', async () => {
  const target = await address();
  await app.call('post', target).type('form').send('a=1&a=2').expect(200);
  await app.call('post', target).set('content-type', 'application/json').send('{"__proto__": 1}').expect(400);
  await app.call('post', target).set('content-type', 'application/json').send('{nonsense').expect(400);

  expect((await captures()).map((capture) => capture.value)).toEqual([{ a: ['1', '2'] }]);
});

it('does not show what proves a caller', async () => {
  await app
    .call('post', await address())
    .set('authorization', 'Bearer x')
    .set('cookie', 'a=b')
    .send({})
    .expect(200);
  const [capture] = await captures();

  expect(Object.keys(capture.request.headers)).not.toEqual(expect.arrayContaining(['authorization']));
  expect(Object.keys(capture.request.headers)).not.toEqual(expect.arrayContaining(['cookie']));
});

it('keeps the newest ten calls of a node', async () => {
  const target = await address();
  for (let n = 1; n <= 12; n += 1) await app.call('post', target).send({ n }).expect(200);

  expect((await captures()).map((capture) => capture.value.n)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

it('closes the address when its time is up, before it reads anything', async () => {
  const target = await address();
  await app.pool.query('update webhook_listener set expires_at = now() where workflow_id = $1', [workflowId]);
  const { body } = await app.call('post', target).send({}).expect(404);

  expect(body.error.code).toBe('TEST_ADDRESS_CLOSED');
  expect(await captures()).toEqual([]);
});

it('knows no address that nobody opened', async () => {
  const { body } = await app
    .call('post', `/hooks/test/wt_${'a'.repeat(32)}`)
    .send({})
    .expect(404);
  expect(body.error.code).toBe('TEST_ADDRESS_CLOSED');
  const other = await app.call('post', '/hooks/test/else').send({}).expect(404);
  expect(other.body.error.code).toBe('WEBHOOK_NOT_FOUND');
});

it('leaves webhooks whose path begins with "test" reachable', async () => {
  const { address: live } = await owner.hook(hooked({ path: 'test/mine', auth: 'none' }));

  await app.call('post', live).send({}).expect(202);
});

it('stores no token', async () => {
  const token = (await address()).split('/').at(-1) as string;
  const { rows } = await app.pool.query<{ row: string }>('select webhook_listener::text as row from webhook_listener');

  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});

it('refuses to listen for what is no webhook of the draft', async () => {
  const manual = await owner.create(
    documentOf([
      ['start', 'manual-trigger'],
      ['end', 'no-op'],
    ]),
  );
  const wrong = await owner.create(hooked({ methods: 'POST' }));
  const codes = async (...asked: Parameters<typeof listen>): Promise<string[]> =>
    (await listen(...asked)).errors.map(({ code }) => code);

  expect(await codes(manual, 'start')).toEqual(['NOT_A_WEBHOOK']);
  expect(await codes(workflowId, 'gone')).toEqual(['NODE_NOT_FOUND']);
  expect(await codes(wrong)).toEqual(['TRIGGER_CONFIG_INVALID']);
  expect(await codes(newId())).toEqual(['NOT_FOUND']);
  expect(await codes(workflowId, 'hook', await app.owner())).toEqual(['NOT_FOUND']);
});

it('shows captures to nobody else', async () => {
  const { body } = await app
    .call('post', await address())
    .send({ secret: 1 })
    .expect(200);
  const query = 'query($id: ID!) { webhookCapture(id: $id) { value } }';
  const stranger = await app.owner();

  expect((await owner.graphql(query, { id: body.captureId })).webhookCapture).toEqual({ value: { secret: 1 } });
  expect((await stranger.graphql(query, { id: body.captureId })).webhookCapture).toBeNull();
  expect((await owner.graphql(query, { id: 'nonsense' })).webhookCapture).toBeNull();
});

it('tells who watches the node, and nobody else', async () => {
  const feed = app.get(CaptureFeed);
  const { workspaceId } = owner;
  const mine = feed.watch({ workspaceId, workflowId, nodeId: 'hook' });
  const others = [
    feed.watch({ workspaceId: newId(), workflowId, nodeId: 'hook' }),
    feed.watch({ workspaceId, workflowId: newId(), nodeId: 'hook' }),
    feed.watch({ workspaceId, workflowId, nodeId: 'end' }),
  ];
  const { body } = await app
    .call('post', await address())
    .send({})
    .expect(200);

  expect(await mine.next()).toEqual({ done: false, value: body.captureId });
  for (const stream of [mine, ...others]) {
    await stream.return();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  }
});

it('ends a watcher that waits when it is closed', async () => {
  const stream = app.get(CaptureFeed).watch({ workspaceId: owner.workspaceId, workflowId, nodeId: 'hook' });
  const next = stream.next();
  await stream.return();

  expect(await next).toEqual({ done: true, value: undefined });
});

it('takes a capture as the input of a run by hand', async () => {
  await app
    .call('post', await address())
    .send({ who: 'me' })
    .expect(200);
  const [capture] = await captures();
  const started = await owner.graphql(
    'mutation($w: ID!, $i: JSON) { executionStart(workflowId: $w, input: {input: $i}) { execution { id } errors { code } } }',
    { w: workflowId, i: capture.value },
  );

  expect(started.executionStart.errors).toEqual([]);
  expect(await app.triggerOf(started.executionStart.execution.id)).toEqual({ who: 'me' });
});

it('uses the index to list captures', async () => {
  const { rows } = await app.pool.query<{ 'QUERY PLAN': string }>(
    `explain select id from webhook_capture where workflow_id = $1 and node_id = 'hook' order by id desc limit 10`,
    [workflowId],
  );

  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('webhook_capture_node');
  expect(await app.get(WebhookCaptures).list(owner.workspaceId, 'nonsense', 'hook')).toEqual([]);
});
