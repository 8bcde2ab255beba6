import { newId } from '@millrace/server-platform';
import supertest from 'supertest';
import { firstIdSince } from './queue/read-queue';
import { OperationsApp, type Person } from './testing/operations-app';

const TOKEN = 'a-token-for-prometheus';
let app: OperationsApp;
let first: Person;
let person: Person;
beforeAll(async () => {
  app = await OperationsApp.start({ METRICS_TOKEN: TOKEN });
  first = await app.person();
  person = await app.person();
});
afterAll(() => app.stop());

const LOAD =
  'load { pending running waiting paused late startedLastHour finishedLastHour failedLastHour tests testsLastHour }';
const QUEUE = `{ workspaceQueue { ${LOAD} stuck { id status } lost { id message }
  instance { stuckCount queues { name waiting active later } workers { host pid version isAlive runs } ${LOAD} } } }`;

async function run(columns: Record<string, unknown>, of = person): Promise<string> {
  const id = newId();
  const all = {
    id,
    instance_id: id,
    workspace_id: of.workspaceId,
    version_id: newId(),
    trigger_node_id: 't',
    ...columns,
  };
  const values = { mode: 'manual', event_seq: 1, created_at: new Date(Date.now() - 600_000), ...all };
  const names = Object.keys(values);
  await app.pool.query(
    `insert into execution (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(values),
  );
  return id;
}

it('storage tells what the workflows of the own workspace take, the largest first', async () => {
  const [large, small] = [await person.workflow(), await person.workflow()];
  await app.past({ person, workflowId: small, count: 5 });
  await app.past({ person, workflowId: large, count: 4, size: 20_000, daysAgo: 3 });
  await app.past({ person: first, workflowId: null, count: 9 });
  const query = `{ workspaceStorage { runs bytes starred oldestAt workflows { workflowId name runs bytes }
    retention { days source } instance { bytes tables { name bytes rows } } } }`;
  const storage = await person.graphql(query);
  expect(storage).toMatchObject({ runs: 9, starred: 0, instance: null, retention: { days: null, source: 'INSTANCE' } });
  expect(storage.workflows).toMatchObject([
    { workflowId: large, name: 'Orders', runs: 4 },
    { workflowId: small, runs: 5 },
  ]);
  expect(storage.workflows[0].bytes).toBeGreaterThan(4 * 10_000);
  expect(Date.now() - Date.parse(storage.oldestAt)).toBeGreaterThan(2 * 86_400_000);
  const whole = await first.graphql(query);
  expect(whole.runs).toBe(9);
  expect(whole.instance.bytes).toBeGreaterThan(1_000_000);
  expect(whole.instance.tables.map(({ name }: { name: string }) => name)).toContain('execution_event');
});

it('storage tells what tests take beside what runs take, and measures neither by the other', async () => {
  const tester = await app.person();
  const [both, tests] = [await tester.workflow(), await tester.workflow()];
  await app.past({ person: tester, workflowId: both, count: 2, size: 20_000 });
  // The newest are tests: a sample of all runs would find runs to be small.
  await app.past({ person: tester, workflowId: both, count: 40, mode: 'test' });
  await app.past({ person: tester, workflowId: tests, count: 3, mode: 'test' });
  const storage = await tester.graphql(
    '{ workspaceStorage { runs bytes tests testBytes workflows { workflowId runs bytes tests testBytes } } }',
  );

  expect(storage).toMatchObject({ runs: 2, tests: 43 });
  expect(storage.workflows).toMatchObject([
    { workflowId: both, runs: 2, tests: 40 },
    { workflowId: tests, runs: 0, bytes: 0, tests: 3 },
  ]);
  const [first] = storage.workflows;
  expect(first.bytes).toBeGreaterThan(2 * 10_000);
  expect(first.testBytes / 40).toBeLessThan(first.bytes / 2 / 5);
  expect(storage.testBytes).toBe(first.testBytes + storage.workflows[1].testBytes);
});

it('the queue counts tests apart, and still tells of those that are stuck', async () => {
  const tester = await app.person();
  const stuck = await run({ status: 'running', mode: 'test' }, tester);
  await run({ status: 'pending', mode: 'test', next_due_at: new Date(Date.now() - 60_000) }, tester);
  await run({ status: 'failed', mode: 'test', finished_at: new Date() }, tester);
  await run({ status: 'failed', finished_at: new Date() }, tester);
  const queue = await tester.graphql(QUEUE);
  expect(queue.load).toEqual({
    ...{ pending: 0, running: 0, waiting: 0, paused: 0, late: 0, tests: 2 },
    ...{ startedLastHour: 1, finishedLastHour: 1, failedLastHour: 1, testsLastHour: 3 },
  });
  expect(queue.stuck).toContainEqual({ id: stuck, status: 'running' });
  await app.pool.query('delete from execution where workspace_id = $1', [tester.workspaceId]);
});

it('the queue tells of runs that are late, stuck and lost, of the own workspace alone', async () => {
  await run({ status: 'waiting' }, first);
  const stuck = await run({ status: 'running' });
  const waits = await run({ status: 'waiting' });
  await app.pool.query(
    `insert into wait (workspace_id, execution_id, node_id, kind, name, token) values ($1, $2, 'n', 'event', 'e', $3)`,
    [person.workspaceId, waits, newId()],
  );
  await run({ status: 'paused' });
  await run({ status: 'running', next_due_at: new Date(Date.now() - 60_000) });
  await run({ status: 'running', lease_owner: 'w', lease_until: new Date(Date.now() + 60_000) });
  const error = JSON.stringify({ code: 'WORKER_LOST', message: 'It killed its worker.' });
  const lost = await run({ status: 'failed', error, finished_at: new Date() });
  const queue = await person.graphql(QUEUE);
  expect(queue).toMatchObject({
    load: { pending: 0, running: 3, waiting: 1, paused: 1, late: 1, failedLastHour: 1 },
    stuck: [{ id: stuck, status: 'running' }],
    lost: [{ id: lost, message: 'It killed its worker.' }],
    instance: null,
  });
});

it('events that were given up are shown, handed on again and discarded, each by the own workspace alone', async () => {
  const [one, two] = [newId(), newId()];
  for (const id of [one, two]) {
    await app.pool.query(
      `insert into published_event (id, workspace_id, name, payload, dead_at, last_error) values ($1, $2, 'sold', '{}', now(), 'No.')`,
      [id, person.workspaceId],
    );
  }
  const dead = async (): Promise<string[]> => {
    const { deadEvents } = await person.graphql('{ workspaceQueue { deadEvents { id name error } } }');
    return deadEvents.map(({ id }: { id: string }) => id).sort();
  };
  expect(await dead()).toEqual([one, two]);
  const act = (what: string): string => `mutation($ids: [ID!]!) { ${what}(ids: $ids) { count errors { code } } }`;
  expect(await first.graphql(act('deadEventsDiscard'), { ids: [one, two] })).toEqual({ count: 0, errors: [] });
  expect(await person.graphql(act('deadEventsRetry'), { ids: [one, 'nonsense'] })).toEqual({ count: 1, errors: [] });
  expect(await person.graphql(act('deadEventsDiscard'), { ids: [one, two] })).toEqual({ count: 1, errors: [] });
  expect(await dead()).toEqual([]);
  const { rows } = await app.pool.query(`select 1 from pgboss.job where data ->> 'eventId' = $1`, [one]);
  expect(rows.length).toBe(1);
});

it('those who look after the instance see queues, workers and runs of every workspace', async () => {
  const { instance } = await first.graphql(QUEUE);
  expect(instance).toMatchObject({ stuckCount: 2, load: { running: 3 } });
  expect(instance.queues.map(({ name }: { name: string }) => name)).toContain('execution.run');
  expect(instance.workers).toEqual([
    { host: expect.any(String), pid: process.pid, version: '1.2.3', isAlive: true, runs: 0 },
  ]);
});

it('metrics are there for whoever has the token, and name nobody', async () => {
  const read = (token?: string) => {
    const asking = supertest(app.test.server).get('/metrics');
    return token === undefined ? asking : asking.set('authorization', `Bearer ${token}`);
  };
  await read().expect(401);
  await read('another').expect(401);
  const { text } = await read(TOKEN).expect(200);
  expect(text).toMatch(/^millrace_runs\{status="running"\} 3$/m);
  expect(text).toMatch(/^millrace_test_runs 0$/m);
  expect(text).toMatch(/^millrace_runs_stuck 2$/m);
  expect(text).toMatch(/^millrace_workers 1$/m);
  expect(text).toMatch(/^millrace_queue_jobs\{queue="execution.run",state="waiting"\} \d+$/m);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
  expect(text).not.toContain(person.workspaceId);
});

it('ids of a moment are before those that are made after it', () => {
  expect(firstIdSince(Date.now() - 1) < newId()).toBe(true);
  expect(firstIdSince(Date.now() + 1_000) > newId()).toBe(true);
});
