import { ExecutionLeases, EventAppender, type Append } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import { Webhook } from 'standardwebhooks';
import { DisableFailing } from './endpoints/disable-failing';
import { NotificationsApp, until, type Loose, type Person, type Received } from './testing/notifications-app';

let app: NotificationsApp;
beforeAll(async () => {
  app = await NotificationsApp.start();
});
beforeEach(() => {
  app.receiver.answer = { status: 204 };
});
afterAll(() => app.stop());

const ERRORS = 'errors { code message }';
const ENDPOINT =
  'id url events enabled disabledBecause failingSince oldSecretUntil deliveredCount waitingCount deadCount';
const CREATE = `mutation($input: NotificationEndpointInput!) { notificationEndpointCreate(input: $input) {
  secret endpoint { ${ENDPOINT} } ${ERRORS} } }`;
const DOCUMENT = {
  name: 'Orders',
  nodes: [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'a', type: 'no-op', label: 'Do nothing' },
  ],
  edges: [{ id: 'e', source: 'start', target: 'a' }],
  metadata: { tags: ['shop'] },
};

async function endpointOf(person: Person, more: object = {}): Promise<Loose> {
  const path = `/${newId()}`;
  const input = { url: app.receiver.url(path), events: ['execution.*', 'workflow.*'], ...more };
  const { endpoint, secret, errors } = await person.graphql(CREATE, { input });
  expect(errors).toEqual([]);
  return { ...endpoint, secret, path };
}

async function workflowOf(person: Person, document: object = DOCUMENT): Promise<string> {
  return (await person.rest('post', '/api/workflows', document)).id as string;
}

const START = `mutation($id: ID!) { executionStart(workflowId: $id) { execution { id } ${ERRORS} } }`;

/** Starts a run and ends it as its worker would. */
async function run(person: Person, workflowId: string, status: 'completed' | 'failed' = 'failed'): Promise<string> {
  const executionId = (await person.graphql(START, { id: workflowId })).execution.id as string;
  const { runs } = await app.get(ExecutionLeases).claim('spec', [executionId]);
  const error = { code: 'HTTP_TIMEOUT', message: 'It did not answer.', fault: 'transient' as const, nodeId: 'a' };
  const append: Append = {
    ...{ executionId, workspaceId: person.workspaceId, workflowId, epoch: runs[0]!.epoch, progress: 100, status },
    expectedSeq: runs[0]!.events.length,
    events: [{ type: 'workflow.finished', status, outputFrom: [] }],
    release: { dueAtMs: null },
    ...(status === 'failed' ? { error } : {}),
  };
  expect(await app.get(EventAppender).append(append)).toMatchObject({ kind: 'stored' });
  return executionId;
}

const DELIVERIES = `query($filter: NotificationDeliveryFilter) { notificationDeliveries(filter: $filter) {
  nodes { id notificationId type status attempts lastStatus lastError dueAt } } }`;
const deliveriesOf = async (person: Person, filter: object = {}): Promise<Loose[]> =>
  (await person.graphql(DELIVERIES, { filter })).nodes;

const typesOf = (calls: readonly Received[]): string[] => calls.map(({ body }) => JSON.parse(body).type as string);
const settled = (person: Person, filter: object, status: string): Promise<void> =>
  until(`all deliveries are ${status}`, async () => {
    const all = await deliveriesOf(person, filter);
    return all.length > 0 && all.every((one) => one.status === status);
  });

describe('an endpoint', () => {
  it('is told of a run from its start to its failure, signed, and without any value of the run', async () => {
    const person = await app.person();
    const { path, secret, id } = await endpointOf(person);
    const workflowId = await workflowOf(person);
    const executionId = await run(person, workflowId);
    await until('two calls', () => app.receiver.of(path).length === 2);
    const calls = app.receiver.of(path);
    expect(typesOf(calls).sort()).toEqual(['execution.failed', 'execution.started']);
    const failed = calls.find(({ body }) => body.includes('execution.failed'))!;
    const told = new Webhook(secret).verify(failed.body, failed.headers) as Loose;
    expect(told.data).toMatchObject({
      workspace: { id: person.workspaceId },
      workflow: { id: workflowId, name: 'Orders', tags: ['shop'] },
      execution: {
        id: executionId,
        status: 'failed',
        mode: 'manual',
        error: { code: 'HTTP_TIMEOUT', message: 'It did not answer.', nodeId: 'a' },
        url: expect.stringMatching(new RegExp(`/runs/${executionId}$`)),
      },
    });
    expect(Date.parse(told.data.execution.finishedAt)).toBeGreaterThan(0);
    expect(failed.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Millrace-Webhooks/1' });
    await settled(person, { endpointId: id }, 'DELIVERED');
    const [endpoint] = await person.graphql(`{ notificationEndpoints { ${ENDPOINT} } }`);
    expect(endpoint).toMatchObject({ deliveredCount: 2, waitingCount: 0, deadCount: 0, failingSince: null });
  });

  it('is told only what it asks for, of the workflows that it asks for', async () => {
    const person = await app.person();
    const [shop, other] = [await workflowOf(person), await workflowOf(person, { ...DOCUMENT, metadata: { tags: [] } })];
    const failures = await endpointOf(person, { events: ['execution.failed'] });
    const byTag = await endpointOf(person, { events: ['execution.completed'], tags: ['shop'] });
    const byId = await endpointOf(person, { events: ['execution.completed'], workflowIds: [other] });
    await run(person, shop, 'failed');
    await run(person, shop, 'completed');
    await run(person, other, 'completed');
    const all = (): readonly Received[][] =>
      [failures, byTag, byId].map(({ path }) => [...app.receiver.of(path as string)]);
    await until('three calls', () => all().flat().length === 3);
    expect(all().map(typesOf)).toEqual([['execution.failed'], ['execution.completed'], ['execution.completed']]);
    expect(all()[1]?.[0]?.body).toContain(shop);
    expect(all()[2]?.[0]?.body).toContain(other);
  });

  it('of another workspace is told nothing', async () => {
    const [ada, bob] = [await app.person(), await app.person()];
    const { path } = await endpointOf(bob);
    const own = await endpointOf(ada);
    await run(ada, await workflowOf(ada));
    await until('own calls', () => app.receiver.of(own.path as string).length === 2);
    expect(app.receiver.of(path)).toEqual([]);
    expect(await deliveriesOf(bob)).toEqual([]);
  });

  it('is told when a workflow is published, switched off and deleted', async () => {
    const person = await app.person();
    const { path } = await endpointOf(person, { events: ['workflow.*'] });
    const id = await workflowOf(person);
    await person.rest('post', `/api/workflows/${id}/publish`, {});
    await person.graphql(`mutation($id: ID!) { workflowDisable(id: $id) { ${ERRORS} } }`, { id });
    await person.rest('delete', `/api/workflows/${id}`);
    await until('three calls', () => app.receiver.of(path).length === 3);
    expect(typesOf(app.receiver.of(path)).sort()).toEqual([
      'workflow.deleted',
      'workflow.disabled',
      'workflow.published',
    ]);
    const published = app.receiver.of(path).find(({ body }) => body.includes('workflow.published'));
    expect(JSON.parse(published!.body).data.workflow).toMatchObject({ id, name: 'Orders', enabled: true });
  });

  it('that is switched off is told nothing, and what waited when it is switched on', async () => {
    const person = await app.person();
    const { id, path } = await endpointOf(person, { events: ['execution.failed'] });
    const set = `mutation($id: ID!, $on: Boolean!) { notificationEndpointSetEnabled(id: $id, enabled: $on) {
      endpoint { enabled disabledBecause } ${ERRORS} } }`;
    const workflowId = await workflowOf(person);
    app.receiver.answer = { status: 503, headers: { 'retry-after': '3600' } };
    await run(person, workflowId);
    await until('one call', () => app.receiver.of(path).length === 1);
    expect((await person.graphql(set, { id, on: false })).endpoint).toEqual({
      enabled: false,
      disabledBecause: 'PERSON',
    });
    await run(person, workflowId);
    await until('it waits', async () => (await deliveriesOf(person))[0]?.lastStatus === 503);
    const waiting = await deliveriesOf(person);
    expect(waiting).toMatchObject([{ status: 'WAITING', attempts: 1 }]);
    expect(Date.parse(waiting[0].dueAt) - Date.now()).toBeGreaterThan(3_000_000);
    app.receiver.answer = { status: 204 };
    await person.graphql(set, { id, on: true });
    await app.pool.query(`update notification_delivery set due_at = now() where endpoint_id = $1`, [id]);
    await until('another call', () => app.receiver.of(path).length === 2);
  });

  it('has two good secrets for a day after a new one was issued', async () => {
    const person = await app.person();
    const { id, path, secret } = await endpointOf(person);
    const rotate = `mutation($id: ID!) { notificationEndpointRotateSecret(id: $id) { secret endpoint { oldSecretUntil } ${ERRORS} } }`;
    const rotated = await person.graphql(rotate, { id });
    expect(rotated.secret).not.toBe(secret);
    expect(Date.parse(rotated.endpoint.oldSecretUntil)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await person.graphql(`mutation($id: ID!) { notificationEndpointTest(id: $id) { ${ERRORS} } }`, { id });
    await until('a call', () => app.receiver.of(path).length === 1);
    const [call] = app.receiver.of(path) as [Received];
    for (const good of [secret, rotated.secret]) {
      expect(new Webhook(good as string).verify(call.body, call.headers)).toMatchObject({ type: 'webhook.test' });
    }
  });

  it.each([
    [{ url: 'ftp://example.com' }, 'URL_INVALID'],
    [{ url: 'somewhere' }, 'URL_INVALID'],
    [{ url: 'https://ada:secret@example.com' }, 'URL_INVALID'],
    [{ events: ['execution.exploded'] }, 'EVENT_UNKNOWN'],
    [{ events: [] }, 'EVENT_UNKNOWN'],
    [{ workflowIds: ['nonsense'] }, 'FILTER_INVALID'],
  ])('with %j is refused', async (wrong, code) => {
    const person = await app.person();
    const input = { url: app.receiver.url('/x'), events: ['execution.failed'], ...wrong };
    const { endpoint, errors } = await person.graphql(CREATE, { input });
    expect([endpoint, errors[0].code]).toEqual([null, code]);
  });

  it('inside the network is not called unless that is allowed', async () => {
    const person = await app.person();
    const { id } = await endpointOf(person, { url: 'http://127.0.0.1:1/inside' });
    await person.graphql(`mutation($id: ID!) { notificationEndpointTest(id: $id) { ${ERRORS} } }`, { id });
    await settled(person, { endpointId: id }, 'DEAD');
    expect((await deliveriesOf(person))[0].lastError).toMatch(/127\.0\.0\.1/);
  });
});

describe('a delivery', () => {
  it('is tried as often as the ladder says with one id, given up, and made again when somebody asks', async () => {
    const person = await app.person();
    const { id, path } = await endpointOf(person, { events: ['execution.failed'] });
    app.receiver.answer = { status: 500, body: 'out of order' };
    await run(person, await workflowOf(person));
    await settled(person, { endpointId: id }, 'DEAD');
    const calls = app.receiver.of(path);
    expect(calls.length).toBe(3);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const [dead] = await deliveriesOf(person);
    expect(dead).toMatchObject({ attempts: 3, lastStatus: 500, dueAt: null });
    const details = await person.graphql(
      'query($id: ID!) { notificationDelivery(id: $id) { body attempts { number status response error } } }',
      { id: dead.id },
    );
    expect(details.body).toBe(calls[0]?.body);
    expect(details.attempts).toMatchObject([{ number: 3 }, { number: 2 }, { number: 1 }]);
    expect(details.attempts[0]).toMatchObject({
      status: 500,
      response: 'out of order',
      error: expect.stringContaining('500'),
    });

    app.receiver.answer = { status: 200 };
    const replay = `mutation($filter: NotificationDeliveryFilter!) { notificationDeliveriesReplay(filter: $filter) { count ${ERRORS} } }`;
    const filter = { endpointId: id, status: 'DEAD', from: new Date(Date.now() - 60_000).toISOString() };
    expect(await person.graphql(replay, { filter })).toEqual({ count: 1, errors: [] });
    await settled(person, { endpointId: id }, 'DELIVERED');
    const again = app.receiver.of(path);
    expect([again.length, again[3]?.headers['webhook-id']]).toEqual([4, dead.notificationId]);
    expect(await person.graphql(replay, { filter })).toEqual({ count: 0, errors: [] });
  });

  it('that is given up can be discarded, and those of others cannot', async () => {
    const [person, other] = [await app.person(), await app.person()];
    const { id } = await endpointOf(person, { events: ['execution.failed'] });
    app.receiver.answer = { status: 400 };
    await run(person, await workflowOf(person));
    await settled(person, { endpointId: id }, 'DEAD');
    const discard = `mutation($filter: NotificationDeliveryFilter!) { notificationDeliveriesDiscard(filter: $filter) { count } }`;
    expect(await other.graphql(discard, { filter: { endpointId: id } })).toEqual({ count: 0 });
    expect(await person.graphql(discard, { filter: { endpointId: 'nonsense' } })).toEqual({ count: 0 });
    expect(await person.graphql(discard, { filter: { endpointId: id } })).toEqual({ count: 1 });
    await settled(person, { endpointId: id }, 'DISCARDED');
  });

  it('whose worker dies in the middle of the call is made again with the same id', async () => {
    const person = await app.person();
    const { id, path } = await endpointOf(person, { events: ['execution.failed'] });
    await run(person, await workflowOf(person));
    await settled(person, { endpointId: id }, 'DELIVERED');
    // As a process leaves it that was killed after the call and before it could record how it went.
    await app.pool.query(
      `update notification_delivery set status = 'waiting', finished_at = null, due_at = now() where endpoint_id = $1`,
      [id],
    );
    await until('a second call', () => app.receiver.of(path).length === 2);
    expect(new Set(app.receiver.of(path).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});

describe('an endpoint that does not work', () => {
  it('is told of other things while one of its calls gets no answer', async () => {
    const person = await app.person();
    const { id, path } = await endpointOf(person, { events: ['execution.failed'] });
    const workflowId = await workflowOf(person);
    app.receiver.answer = null;
    await run(person, workflowId);
    await until('a call that hangs', () => app.receiver.of(path).length === 1);
    app.receiver.answer = { status: 204 };
    await run(person, workflowId);
    await settled(person, { endpointId: id, status: 'DELIVERED' }, 'DELIVERED');
    expect((await deliveriesOf(person)).map(({ status }) => status)).toEqual(['DELIVERED', 'WAITING']);
  });

  it('is switched off when it says that it is gone', async () => {
    const person = await app.person();
    const { id } = await endpointOf(person, { events: ['execution.failed'] });
    app.receiver.answer = { status: 410 };
    await run(person, await workflowOf(person));
    await until(
      'it is off',
      async () => !(await person.graphql(`{ notificationEndpoints { ${ENDPOINT} } }`))[0].enabled,
    );
    const [endpoint] = await person.graphql(`{ notificationEndpoints { ${ENDPOINT} } }`);
    expect(endpoint).toMatchObject({ id, disabledBecause: 'GONE', waitingCount: 1 });
  });

  it('is switched off after days of failures, not before', async () => {
    const person = await app.person();
    const { id } = await endpointOf(person);
    const disabling = app.get(DisableFailing);
    const because = async (hours: number): Promise<string | null> => {
      await app.pool.query(
        `update notification_endpoint set failing_since = now() - $2::int * interval '1 hour' where id = $1`,
        [id, hours],
      );
      await disabling.look(id as string, 'failing');
      return (await person.graphql(`{ notificationEndpoints { ${ENDPOINT} } }`))[0].disabledBecause as string | null;
    };
    expect(await because(119)).toBeNull();
    expect(await because(121)).toBe('FAILING');
  });
});

it('what nobody wants to know is not written', async () => {
  const person = await app.person();
  await run(person, await workflowOf(person));
  const { rows } = await app.pool.query('select 1 from notification where workspace_id = $1', [person.workspaceId]);
  expect(rows).toEqual([]);
});

it('what is told is told with the run, or not at all', async () => {
  const person = await app.person();
  await endpointOf(person);
  const workflowId = await workflowOf(person);
  const executionId = await run(person, workflowId);
  const late: Append = {
    ...{ executionId, workspaceId: person.workspaceId, workflowId, epoch: 1, expectedSeq: 1, progress: 100 },
    ...{ status: 'completed', events: [{ type: 'workflow.finished', status: 'completed', outputFrom: [] }] },
  };
  expect(await app.get(EventAppender).append(late)).toEqual({ kind: 'rejected' });
  const { rows } = await app.pool.query<{ type: string }>(
    'select type from notification where workspace_id = $1 order by id',
    [person.workspaceId],
  );
  expect(rows.map(({ type }) => type)).toEqual(['execution.started', 'execution.failed']);
});
